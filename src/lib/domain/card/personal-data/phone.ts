import { isAmount, spansOf, type Span } from './spans.ts';

/** One pattern per way of writing. Each repetition is bounded, so that a hostile text costs no more than its length. */
const FORMS: readonly RegExp[] = [
	// +31 6 12345678, 0031 (0)20 123 45 67
	/(?<![\p{L}\p{N}+])(?:\+|00)31[ .-]?(?:\(0\))?[ .-]?[1-9](?:[ .-]?\d){8}(?![\p{L}\p{N}])/gu,
	// 06-12345678; no mobile number goes on with 0, 6, 7 or 9
	/(?<![\p{L}\p{N}+.,/-])\(?06\)?[ ./-]{0,3}[1-58](?:[ .-]?\d){7}(?![\p{L}\p{N}])/gu,
	// 020-1234567, (030) 123 45 67; 0800, 0900, 0906 and 0909 belong to no person
	/(?<![\p{L}\p{N}+.,/-])\(?0(?!800|90[069]|6)[1-9]\d\)?[ ./-]{0,3}[1-9](?:[ .-]?\d){6}(?![\p{L}\p{N}])/gu,
	// 0512-123456
	/(?<![\p{L}\p{N}+.,/-])\(?0(?!800|90[069]|6)[1-9]\d{2}\)?[ ./-]{0,3}[1-9](?:[ .-]?\d){5}(?![\p{L}\p{N}])/gu,
	// +32 475 12 34 56, 0049 30 1234567
	/(?<![\p{L}\p{N}+])(?:\+(?!31)[1-9]\d{0,2}|00(?!31)[1-9]\d{1,2}[ -])(?:[ -]?\d){7,12}(?![\p{L}\p{N}])/gu
];

/** 06-10-2024, with the hour behind it, has as many digits as a telephone number. */
const DATE = /^\d{2}[ ./-]\d{2}[ ./-](?:19|20)\d{2}(?!\d)/;

/** Telephone numbers: Dutch ones in their usual forms, and foreign ones with the code of their country. */
export function phoneIn(text: string): readonly Span[] {
	const found = FORMS.flatMap((form) => spansOf(text, form));
	return found
		.filter((span) => !DATE.test(text.slice(span.start, span.end)) && !isAmount(text, span))
		.sort((a, b) => a.start - b.start);
}
