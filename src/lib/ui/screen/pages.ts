/** How much fits on the hall screen at once, at a size that can be read from ten metres. */
export const ROWS_PER_PAGE_MAX = 5;
const LINES_PER_PAGE_MAX = 11;
const CHARACTERS_PER_LINE = 48;

/** Divides rows over pages of at most five. */
export function pagesOf<T>(rows: readonly T[], size = ROWS_PER_PAGE_MAX): readonly (readonly T[])[] {
	const pages: T[][] = [];
	for (let at = 0; at < rows.length; at += size) pages.push(rows.slice(at, at + size));
	return pages;
}

/**
 * Divides texts over pages by the lines they take, so that none is cut off; a page holds at least one. `linesBetween` is the room of
 * the space around each text, and of what stands under it.
 */
export function textPagesOf<T extends { readonly text: string }>(
	cards: readonly T[],
	linesBetween = 0.7
): readonly (readonly T[])[] {
	const pages: T[][] = [];
	let lines = Number.POSITIVE_INFINITY;
	for (const card of cards) {
		const page = pages.at(-1);
		const needed = linesOf(card.text) + linesBetween;
		if (page && page.length < ROWS_PER_PAGE_MAX && lines + needed <= LINES_PER_PAGE_MAX) {
			page.push(card);
			lines += needed;
		} else {
			pages.push([card]);
			lines = needed;
		}
	}
	return pages;
}

/** Lines of a text; long words and wide letters are in the margin of the estimate. */
function linesOf(text: string): number {
	const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / CHARACTERS_PER_LINE)));
	return lines.reduce((sum, count) => sum + count, 0);
}
