import { titlesOf } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import type { ParkedView } from '#lib/domain/visibility/outcome-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { boardItems } from './board-columns.ts';

/** Ids of the cards of a round that are on the parking lot. */
export function parkedCards({ parked }: Pick<SharedView, 'parked'>, roundId: string): ReadonlySet<string> {
	return new Set(parked.flatMap((one) => (one.roundId === roundId ? one.cardIds : [])));
}

/** What parked cards are called; nothing for a thought. */
export function parkedTitles(
	{ rounds }: Pick<SharedView, 'rounds'>,
	{ roundId, cardIds }: Pick<ParkedView, 'roundId' | 'cardIds'>
): readonly string[] {
	const round = roundId === null ? undefined : own(rounds, roundId);
	return round ? titlesOf(boardItems(round), cardIds) : [];
}
