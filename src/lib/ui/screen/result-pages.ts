import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { partsOf, WHOLE, type Part } from './parts.ts';
import { resultRows, type ResultRow } from './rows.ts';

interface ResultPage {
	readonly part: Part;
	/** In the order of results; at least one. */
	readonly rows: readonly ResultRow[];
}

/** The result of the whole room, then of each table that got dots where there is more than one. None while nobody gave a dot. */
export function resultPages(shared: Pick<SharedView, 'tables'>, round: RoundView): readonly ResultPage[] {
	const all = resultRows(round);
	if (all.length === 0) return [];
	const pages = partsOf(shared, round)
		.map((part) => ({ part, rows: resultRows(round, part.filter) }))
		.filter(({ rows }) => rows.length > 0);
	return [{ part: WHOLE, rows: all }, ...(pages.length > 1 ? pages : [])];
}
