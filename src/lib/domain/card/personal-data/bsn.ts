import { isAmount, spansOf, type Span } from './spans.ts';

const DIGITS = 9;
/** Groups of two digits or more, with a dot or a space between them: a list of loose digits is no number. */
const RUN = /\d{2,}(?:[. ]\d{2,})*/g;
const GROUP = /\d+/g;
/** Part of a longer code, a decimal or a list of figures. */
const GOES_ON_BEFORE = /(?:[\p{L}\p{N}_/-]|\d[.,])$/u;
const GOES_ON_BEHIND = /^(?:[\p{L}\p{N}_]|[.,/-]\d)/u;

/** Citizen service numbers (BSN): nine digits that pass the eleven-test, written in one piece or in groups. */
export function bsnIn(text: string): readonly Span[] {
	return spansOf(text, RUN).flatMap((run) =>
		candidatesIn(text, run).filter(
			(span) => isWhole(text, span) && !isAmount(text, span) && passesElevenTest(digitsOf(text, span))
		)
	);
}

function candidatesIn(text: string, run: Span): readonly Span[] {
	if (digitsOf(text, run).length === DIGITS) return [run];
	const groups = spansOf(text.slice(run.start, run.end), GROUP);
	return groups
		.filter(({ start, end }) => end - start === DIGITS)
		.map(({ start, end }) => ({ start: run.start + start, end: run.start + end }));
}

function isWhole(text: string, { start, end }: Span): boolean {
	return (
		!GOES_ON_BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
		!GOES_ON_BEHIND.test(text.slice(end, end + 2))
	);
}

function digitsOf(text: string, { start, end }: Span): string {
	return text.slice(start, end).replace(/\D/g, '');
}

/** Weights 9 to 2 for the first eight digits and −1 for the last; the sum is a multiple of eleven. */
function passesElevenTest(digits: string): boolean {
	if (/^0+$/.test(digits)) return false;
	const sum = [...digits].reduce((total, digit, index) => {
		const weight = index === DIGITS - 1 ? -1 : DIGITS - index;
		return total + weight * Number(digit);
	}, 0);
	return sum % 11 === 0;
}
