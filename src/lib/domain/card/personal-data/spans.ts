/** A piece of a text, in UTF-16 units as a text field counts them; `end` is the first one after it. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Where a pattern with the flag `g` matches, from left to right. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
	return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({
		start: index,
		end: index + match.length
	}));
}

/** How far around a number its unit or sign of money can stand. */
const BESIDE_MAX = 8;
const MONEY_BEFORE = /(?:€|\$|£|\beur|\beuro)\s?$/i;
const MONEY_BEHIND = /^(?:\s?(?:€|eur\b|euro|mln\b|miljoen|miljard)|,-|,\d)/i;

/** Whether the number here is an amount of money. */
export function isAmount(text: string, { start, end }: Span): boolean {
	return (
		MONEY_BEFORE.test(text.slice(Math.max(0, start - BESIDE_MAX), start)) ||
		MONEY_BEHIND.test(text.slice(end, end + BESIDE_MAX))
	);
}
