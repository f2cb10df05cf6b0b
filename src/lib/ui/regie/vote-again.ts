import type { ItemRef } from '#lib/domain/board/item.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { formatList, m } from '#lib/i18n/words.ts';
import { boardItems, rankedItems, type BoardItem, type RankedItem } from '../board/board-columns.ts';
import { tiesOf } from '../board/ties.ts';

/** On what the group may vote again. */
export interface BallotChoice {
	readonly label: string;
	/** What it is on by name; empty for everything. */
	readonly detail: string;
	readonly items: readonly ItemRef[] | null;
}

/** How many of the first places a choice is offered for. */
const TOPS = [3, 5];

/** Everything, what tied on the highest place, and the first few: each only where it is something else than everything. */
export function ballotChoices(round: RoundView): readonly BallotChoice[] {
	const ranked = rankedItems(round);
	const isSome = (items: readonly BoardItem[]) => items.length > 1 && items.length < boardItems(round).length;
	const [tied] = tiesOf(ranked).filter(isSome);
	const tops = TOPS.map((count) => topOf(ranked, count)).filter(isSome);
	return [
		{ label: m.regie_vote_on_all(), detail: '', items: null },
		...(tied?.[0] ? [choiceOf(m.regie_vote_on_tied({ place: tied[0].rank, count: tied.length }), tied)] : []),
		...distinct(tops).map((top) => choiceOf(m.regie_vote_on_top({ count: top.length }), top))
	];
}

/** Of items that share the last place all belong to it, so that nothing is left out by chance. */
function topOf(ranked: readonly RankedItem[], count: number): readonly RankedItem[] {
	return ranked.filter((item) => item.rank <= count);
}

function distinct(tops: readonly (readonly RankedItem[])[]): readonly (readonly RankedItem[])[] {
	return tops.filter((top, index) => top.length !== tops[index - 1]?.length);
}

function choiceOf(label: string, items: readonly BoardItem[]): BallotChoice {
	return { label, detail: formatList(items.map(({ title }) => title)), items: items.map(({ ref }) => ref) };
}
