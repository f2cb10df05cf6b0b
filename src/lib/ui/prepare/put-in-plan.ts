import type { PutInCard } from '#lib/domain/card/card.ts';
import { CARDS_PER_ROUND_MAX, ITEMS_PER_COMMAND_MAX } from '#lib/domain/limits.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { CardGroup } from '#lib/export/cards-beforehand.ts';
import { roundName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';

/** A round to which cards can still be added beforehand. */
export interface OpenRound {
	readonly id: string;
	/** "Ronde 3 · Knelpunten". */
	readonly name: string;
	readonly round: RoundView;
}

/** Cards that go into one round in one go. */
export interface PutInPart {
	readonly roundId: string;
	readonly cards: readonly PutInCard[];
}

/** Which round each group goes into, by the key of the group; empty for a group that goes nowhere. */
export type Targets = Readonly<Record<string, string>>;

type Day = Pick<SharedView, 'agenda' | 'rounds'>;

/** Every round of the day with its number and name, in the order of the day. */
export function namedRounds({ agenda, rounds }: Day): readonly OpenRound[] {
	return agenda
		.flatMap((item) => (item.kind === 'round' ? (rounds[item.id] ?? []) : []))
		.map((round, index) => ({
			id: round.id,
			name: m.common_round_numbered({ number: index + 1, name: roundName(round.kind) }),
			round
		}));
}

/** Rounds of which the room has not seen the cards. */
export function openRounds(day: Day): readonly OpenRound[] {
	return namedRounds(day).filter(({ round }) => round.stage === 'waiting' || round.stage === 'writing');
}

/** Each group goes into the first open round of its kind; whatever has none waits for a choice, unless there is one round only. */
export function suggestedTargets(groups: readonly CardGroup[], rounds: readonly OpenRound[]): Targets {
	const only = rounds.length === 1 ? rounds[0]?.id : undefined;
	return Object.fromEntries(
		groups.map(({ key, kind }) => {
			const ofKind = rounds.find(({ round }) => round.kind === kind)?.id;
			return [key, ofKind ?? (kind === null ? only : undefined) ?? ''];
		})
	);
}

/** One part per round, in the order of the groups. */
export function partsOf(groups: readonly CardGroup[], targets: Targets): readonly PutInPart[] {
	const chosen = groups.filter(({ key, cards }) => cards.length > 0 && targets[key]);
	return [...Map.groupBy(chosen, ({ key }) => targets[key] ?? '')].map(([roundId, ofRound]) => ({
		roundId,
		cards: ofRound.flatMap(({ cards }) => cards)
	}));
}

/** Why these parts cannot be put in, in words and before anything is sent; null when they can. */
export function planFault(parts: readonly PutInPart[], rounds: readonly OpenRound[]): string | null {
	if (parts.length === 0) return m.prepare_cards_limit_target();
	for (const { roundId, cards } of parts) {
		const count = cards.length;
		if (count > ITEMS_PER_COMMAND_MAX)
			return m.prepare_cards_limit_at_once({ max: ITEMS_PER_COMMAND_MAX, count });
		const target = rounds.find(({ id }) => id === roundId);
		const left = CARDS_PER_ROUND_MAX - (target?.round.cardCount ?? 0);
		if (target && count > left)
			return m.prepare_cards_limit_round({ max: CARDS_PER_ROUND_MAX, round: target.name, left });
	}
	return null;
}

export function cardCount(parts: readonly PutInPart[]): number {
	return parts.reduce((sum, { cards }) => sum + cards.length, 0);
}
