/** How much fits on the hall screen at once, at a size that can be read from ten metres. Room and heights are in rem. */
export const ROWS_PER_PAGE_MAX = 5;
/** Room of a page before it has been measured: under a heading of one line. */
export const ROOM_USUAL = 41;
/** Of a card on the hall screen. */
const LINE_HEIGHT = 3.66;
const CHARACTERS_PER_LINE = 48;

/** Rows of this height that fit in this much room: at least one, at most five. */
export function rowsIn(room: number, height: number): number {
	return Math.min(ROWS_PER_PAGE_MAX, Math.max(1, Math.floor(room / height)));
}

/** Lines of cards that fit in this much room. */
export function linesIn(room: number): number {
	return Math.floor(room / LINE_HEIGHT);
}

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
	linesBetween = 0.7,
	linesMax = linesIn(ROOM_USUAL)
): readonly (readonly T[])[] {
	const pages: T[][] = [];
	let lines = Number.POSITIVE_INFINITY;
	for (const card of cards) {
		const page = pages.at(-1);
		const needed = linesOf(card.text) + linesBetween;
		if (page && page.length < ROWS_PER_PAGE_MAX && lines + needed <= linesMax) {
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
