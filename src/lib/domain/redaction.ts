import { cardOf, withCard } from './card-table.ts';
import type { Context } from './commands.ts';
import { isOwnedBy } from './cards.ts';
import type { EventType, WorksessionEvent } from './events.ts';
import { own } from './keyed.ts';
import { REDACTION_REASON_LENGTH_MAX, TITLE_LENGTH_MAX, lengthOf } from './limits.ts';
import { accept, assert, reject } from './outcome.ts';
import { roundOf, withRound } from './rounds.ts';
import type { Card, Deciders, Evolvers, Redaction, Worksession } from './worksession.ts';

/**
 * The text of a card is taken away for good: from the card, from every earlier version of it in the log, and from the titles that
 * were made out of it. That it was taken away, when, by whom and why stays.
 *
 * The event says it; whoever keeps the log rewrites it in the same transaction with `redactedLog`. A log that was rewritten gives the
 * state without the text, because no rule depends on what a text says.
 */

/** What stands in the place of the text, the same in every language. */
export const REDACTED_TEXT = '[…]';

export const redactionDeciders: Deciders<'RedactCard'> = {
	RedactCard(state, { roundId, cardId, reason }, context) {
		const card = redactable(state, roundId, cardId, context);
		if (!card) return reject('unknown-card');
		const isWriter = isOwnedBy(card, context);
		if (!isWriter && reason.trim() === '') return reject('text-empty');
		if (lengthOf(reason.trim()) > REDACTION_REASON_LENGTH_MAX) return reject('text-too-long');
		if (card.redaction !== null) return accept([]);
		const redaction: Redaction = {
			by: isWriter ? 'writer' : 'facilitator',
			reason: reason.trim(),
			at: context.now
		};
		return accept([{ type: 'CardRedacted', roundId, cardId, redaction }]);
	}
};

export const redactionEvolvers: Evolvers<'CardRedacted'> = {
	CardRedacted(state, { roundId, cardId, redaction }) {
		const round = roundOf(state, roundId);
		const card = cardOf(round.cards, cardId);
		assert(card !== undefined, 'a redacted card exists');
		const redacted = { ...card, text: REDACTED_TEXT, redaction };
		return withRound(state, { ...round, cards: withCard(round.cards, redacted) });
	}
};

/** One's own card, or for the facilitator what they can see: what the room has seen and what they put in. */
function redactable(state: Worksession, roundId: string, cardId: string, context: Context): Card | null {
	const round = own(state.rounds, roundId);
	const card = round && cardOf(round.cards, cardId);
	if (!card) return null;
	if (context.actor.role === 'participant') return isOwnedBy(card, context) ? card : null;
	return card.isShared || card.author.kind === 'facilitator' ? card : null;
}

/** Of which cards these events take the text away. */
export function redactionsIn(events: readonly WorksessionEvent[]): ReadonlyMap<string, Redaction> {
	return new Map(
		events.flatMap((event) =>
			event.type === 'CardRedacted' ? [[event.cardId, event.redaction] as const] : []
		)
	);
}

/** The only events that can hold the text of a card: each has its case below. */
export const EVENTS_WITH_TEXT: readonly EventType[] = [
	'CardPosted',
	'CardEdited',
	'StepAdded',
	'StepRenamed',
	'ClusterMade',
	'ClusterRenamed',
	'IdeaAdded',
	'IdeaChanged'
];

/** What a redaction took away, by which a record that was drawn earlier is rewritten. */
export interface RedactedLog {
	/** Only what changed: position in the log → the event without the text. */
	readonly changed: ReadonlyMap<number, WorksessionEvent>;
	/** Ids of the steps, clusters and ideas that had the text of a card as their title. */
	readonly retitled: ReadonlySet<string>;
}

/**
 * The events of a log that hold the text of these cards, without it: every version of the card, and the titles of steps, clusters
 * and ideas that were made from it and begin with it. A title that somebody typed themselves stays.
 */
export function redactedLog(events: readonly WorksessionEvent[], cardIds: ReadonlySet<string>): RedactedLog {
	const changed = new Map<number, WorksessionEvent>();
	const retitled = new Set<string>();
	/** By id of a card, and of what had its text as a title: the titles that tell it. */
	const titles = new Map([...cardIds].map((id) => [id, new Set<string>()]));
	const take = (id: string, title: string, sources: readonly string[]): boolean => {
		const isCopy = sources.some((source) => titles.get(source)?.has(asTitle(title)) === true);
		if (isCopy) titles.set(id, new Set([asTitle(title)]));
		if (isCopy) retitled.add(id);
		else retitled.delete(id);
		return isCopy;
	};
	for (const [position, event] of events.entries()) {
		const known = 'cardId' in event ? titles.get(event.cardId) : undefined;
		const left = known ? withoutText(event, known) : withoutTitle(event, take);
		if (left) changed.set(position, left);
	}
	return { changed, retitled };
}

/** A version of a redacted card without its text, of which every title is remembered. */
function withoutText(event: WorksessionEvent, titles: Set<string>): WorksessionEvent | null {
	const isVersion = event.type === 'CardPosted' || event.type === 'CardEdited';
	if (!isVersion || event.text === REDACTED_TEXT) return null;
	titles.add(asTitle(event.text));
	return { ...event, text: REDACTED_TEXT };
}

/** Whether a title of something is a copy of what it was made from, by the ids of that. */
type TakeTitle = (id: string, title: string, sources: readonly string[]) => boolean;

function withoutTitle(event: WorksessionEvent, take: TakeTitle): WorksessionEvent | null {
	switch (event.type) {
		// Whoever undoes an act brings back a step or cluster under the id and with the title that it had.
		case 'StepAdded':
		case 'StepRenamed': {
			const sources = [event.stepId, ...('cardIds' in event ? event.cardIds : [])];
			return take(event.stepId, event.title, sources) ? { ...event, title: REDACTED_TEXT } : null;
		}
		case 'ClusterMade':
		case 'ClusterRenamed': {
			const sources = [event.clusterId, ...('cardIds' in event ? event.cardIds : [])];
			return take(event.clusterId, event.title, sources) ? { ...event, title: REDACTED_TEXT } : null;
		}
		case 'IdeaAdded': {
			const sources = event.from.map(({ item }) => item.id);
			const idea = { ...event.idea, title: REDACTED_TEXT };
			return take(event.ideaId, event.idea.title, sources) ? { ...event, idea } : null;
		}
		// Its title comes along with every change of its other parts.
		case 'IdeaChanged': {
			const idea = { ...event.idea, title: REDACTED_TEXT };
			return take(event.ideaId, event.idea.title, [event.ideaId]) ? { ...event, idea } : null;
		}
		default:
			return null;
	}
}

/** As a dialog proposes the text of a card for a title. */
function asTitle(text: string): string {
	return [...text.trim()].slice(0, TITLE_LENGTH_MAX).join('').trim();
}
