import { isVisibleItem } from '../board/items.ts';
import { own } from '../keyed.ts';
import { ITEMS_PER_COMMAND_MAX } from '../limits.ts';
import type { Rejection } from '../rejections.ts';
import type { RoundKind } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import type { Action, ActionSource } from './action.ts';

/** What an action follows from: a decision, a product idea, or cards about a need or a bottleneck. */

/** Rounds whose cards can ask for an action. */
export const SOURCE_KINDS: readonly RoundKind[] = ['needs', 'bottlenecks'];

/** The same for the same source, and for no other. */
export function sourceKey(source: ActionSource | null): string {
	if (source === null) return '';
	if (source.kind !== 'cards') return `${source.kind}:${source.id}`;
	return `cards:${source.roundId}:${source.cardIds.join()}`;
}

/** Each card once, in the order of their random ids: the order in which cards were posted would tell who wrote them. */
export function tidiedSource(source: ActionSource | null): ActionSource | null {
	if (source?.kind !== 'cards') return source;
	return { ...source, cardIds: [...new Set(source.cardIds)].sort() };
}

/** Why nothing can follow from this; null when it can. */
export function sourceFault(state: Worksession, source: ActionSource | null): Rejection | null {
	switch (source?.kind) {
		case undefined:
			return null;
		case 'decision':
			return state.decisions.some(({ id }) => id === source.id) ? null : 'unknown-decision';
		case 'idea':
			return state.ideas.some(({ id }) => id === source.id) ? null : 'unknown-idea';
		case 'cards':
			return cardsFault(state, source);
	}
}

function cardsFault(
	state: Worksession,
	{ roundId, cardIds }: Extract<ActionSource, { kind: 'cards' }>
): Rejection | null {
	const round = own(state.rounds, roundId);
	if (!round) return 'unknown-round';
	if (!SOURCE_KINDS.includes(round.kind)) return 'wrong-round-kind';
	if (cardIds.length === 0) return 'unknown-card';
	if (cardIds.length > ITEMS_PER_COMMAND_MAX) return 'items-too-many';
	return cardIds.every((id) => isVisibleItem(round, { kind: 'card', id })) ? null : 'unknown-card';
}

/** An action stays when the decision or the idea that it followed from is no more. */
export function withoutSource(
	actions: readonly Action[],
	gone: Exclude<ActionSource, { kind: 'cards' }>
): readonly Action[] {
	const key = sourceKey(gone);
	if (!actions.some(({ source }) => sourceKey(source) === key)) return actions;
	return actions.map((action) => (sourceKey(action.source) === key ? { ...action, source: null } : action));
}

/** The same when a card is no more; it goes on following from the other cards. */
export function withoutSourceCard(actions: readonly Action[], cardId: string): readonly Action[] {
	const restsOn = ({ source }: Action) => source?.kind === 'cards' && source.cardIds.includes(cardId);
	if (!actions.some(restsOn)) return actions;
	return actions.map((action) => {
		if (action.source?.kind !== 'cards' || !restsOn(action)) return action;
		const cardIds = action.source.cardIds.filter((id) => id !== cardId);
		return { ...action, source: cardIds.length > 0 ? { ...action.source, cardIds } : null };
	});
}
