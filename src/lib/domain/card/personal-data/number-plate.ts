import { isShortWord } from './short-words.ts';
import { spansOf, type Span } from './spans.ts';

/** The series of the national vehicle authority (RDW), side codes 1 to 14; L is a letter, 9 a digit. */
const SERIES = [
	...['LL-99-99', '99-99-LL', '99-LL-99', 'LL-99-LL', 'LL-LL-99', '99-LL-LL', '99-LLL-9', '9-LLL-99'],
	...['LL-999-L', 'L-999-LL', 'LLL-99-L', 'L-99-LLL', '9-LL-999', '999-LL-9']
];
/** Without hyphens the first two are a code such as GM0363, and a postcode. */
const SERIES_IN_ONE_PIECE = SERIES.slice(2).map((series) => series.replaceAll('-', ''));

const HYPHENED = patternOf(SERIES, '[A-Z]', 'giu');
/** In capitals, and with letters that are on plates since 1978: no vowels, C or Q. */
const IN_ONE_PIECE = patternOf(SERIES_IN_ONE_PIECE, '[BDFGHJKLMNPRSTVWXYZ]', 'gu');

function patternOf(series: readonly string[], letter: string, flags: string): RegExp {
	const forms = series.map((form) => form.replaceAll('9', '\\d').replaceAll('L', letter));
	return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, flags);
}

/** Dutch number plates: with hyphens in any case, without them in capitals. */
export function numberPlateIn(text: string): readonly Span[] {
	return [
		...spansOf(text, HYPHENED).filter((span) => !saysSomething(text, span)),
		...spansOf(text, IN_ONE_PIECE)
	].sort((a, b) => a.start - b.start);
}

/** "10-op-10" and "1-mrt-24" are built like a plate. */
function saysSomething(text: string, { start, end }: Span): boolean {
	return text
		.slice(start, end)
		.split('-')
		.some((part) => isShortWord(part));
}
