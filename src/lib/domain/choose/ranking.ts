/** What decides the place of an item among the results of a round. */
export interface Standing {
	/** Null while the round is not closed. */
	readonly result: { readonly dots: number; readonly municipalities: number | null } | null;
	readonly cardCount: number;
	readonly title: string;
	/** Item key: unique, so that the order is the same wherever it is made. */
	readonly key: string;
}

/** The place of each item by its dots, from 1, in the order given; whoever has as many dots shares a place. */
export function placesOf(dots: readonly number[]): readonly number[] {
	return dots.map((count) => 1 + dots.filter((other) => other > count).length);
}

/**
 * The one order of results, for sorting: most dots first; of equals the one that more municipalities chose, then the one with more
 * cards. Title and key only keep the order still.
 */
export function compareStandings(a: Standing, b: Standing): number {
	return (
		(b.result?.dots ?? 0) - (a.result?.dots ?? 0) ||
		(b.result?.municipalities ?? 0) - (a.result?.municipalities ?? 0) ||
		b.cardCount - a.cardCount ||
		compareText(a.title, b.title) ||
		compareText(a.key, b.key)
	);
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
