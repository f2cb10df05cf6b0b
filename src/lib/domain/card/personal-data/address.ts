import { isShortWord } from './short-words.ts';
import { spansOf, type Span } from './spans.ts';

/** Four digits and two letters; SA, SD and SS are given to nobody. Small letters are read too, unless they are a word. */
const POSTCODE = /(?<![\p{L}\p{N}])[1-9]\d{3} ?(?!S[ADS])(?:[A-Z]{2}|[a-z]{2})(?![\p{L}\p{N}])/gu;
/** In capitals only these are words; the others are given to streets. */
const WORD_IN_CAPITALS = /(?:EU|OM|IN|OP|OF|IS)$/;

/** How far around a postcode the number of the house is looked for. */
const BEFORE_MAX = 40;
const BEHIND_MAX = 80;
/** "Dorpsstraat 12, " */
const STREET_BEFORE = /\p{L}[\p{L}'’.-]{0,30} \d{1,5}(?: ?[-/]? ?(?:\d{1,4}|\p{L}{1,3}))?[\s,]{1,3}$/u;
/** ", nr. 12" or " Zwolle, Dorpsstraat 12" */
const NUMBER_BEHIND =
	/^[\s,]{0,3}(?:(?:huisnummer|huisnr|nummer|nr|no)[.:]{0,2} ?)?\d{1,5}(?:[-/]?(?:\d{1,4}|\p{L}))?(?![\p{L}\p{N}%])/iu;
const STREET_BEHIND =
	/^[\s,]{1,3}(?:(?:\p{Lu}[\p{L}'’.-]{0,30}|van|de|den|der|het|aan)[\s,]{1,3}){1,5}\d{1,5}(?!\d)/u;

/** A postcode with the number of a house: together they are one address. A postcode alone is a street, which says too little. */
export function addressIn(text: string): readonly Span[] {
	const found: Span[] = [];
	for (const postcode of spansOf(text, POSTCODE)) {
		const span = isWords(text.slice(postcode.start, postcode.end)) ? null : withNumber(text, postcode);
		if (span && span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
	}
	return found;
}

function isWords(postcode: string): boolean {
	return isShortWord(postcode.slice(-2)) || WORD_IN_CAPITALS.test(postcode);
}

function withNumber(text: string, { start, end }: Span): Span | null {
	const behind = text.slice(end, end + BEHIND_MAX);
	const number = NUMBER_BEHIND.exec(behind) ?? STREET_BEHIND.exec(behind);
	if (number) return { start, end: end + number[0].length };
	const street = STREET_BEFORE.exec(text.slice(Math.max(0, start - BEFORE_MAX), start));
	return street ? { start: start - street[0].length, end } : null;
}
