import { formatList, m } from '#lib/i18n/words.ts';
import type { RankedItem } from './board-columns.ts';

/** Items that got as many dots as each other, the highest place first. */
export function tiesOf(ranked: readonly RankedItem[]): readonly (readonly RankedItem[])[] {
	return [...Map.groupBy(ranked, (item) => item.rank).values()].filter((group) => group.length > 1);
}

/** The highest tie in words; empty where all have another number of dots. */
export function tieText(ranked: readonly RankedItem[]): string {
	const [tied] = tiesOf(ranked);
	const [first] = tied ?? [];
	if (!tied || !first) return '';
	const items = formatList(tied.map(({ title }) => m.common_quoted({ text: title })));
	return m.common_tie({ place: first.rank, items, dots: m.common_dots({ count: first.result.dots }) });
}
