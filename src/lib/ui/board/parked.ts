import { own } from '#lib/domain/keyed.ts';
import type { ParkedView, SharedView } from '#lib/domain/visibility.ts';
import { boardItems, type BoardItem } from './board-columns.ts';

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

interface Titled extends Pick<BoardItem, 'title'> {
	readonly cards: readonly { readonly id: string; readonly text: string }[];
}

/** What cards are called together: the title of a stack that is among them whole, the text of any other card. */
export function titlesOf(items: readonly Titled[], cardIds: readonly string[]): readonly string[] {
	const ids = new Set(cardIds);
	return items.flatMap(({ title, cards }) => {
		const here = cards.filter(({ id }) => ids.has(id));
		return here.length === cards.length ? [title] : here.map(({ text }) => text);
	});
}
