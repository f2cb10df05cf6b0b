import { spansOf, type Span } from './spans.ts';

/** Characters in an account number by country, from the IBAN registry of SWIFT: the payment area of the euro (SEPA) and its neighbours. */
const LENGTHS = new Map(
	Object.entries({
		...{ AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24 },
		...{ FI: 18, FR: 27, GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20 },
		...{ LU: 20, LV: 21, MA: 28, MC: 27, MD: 24, ME: 22, MK: 19, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25 },
		...{ RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27, TR: 26, UA: 29, VA: 22 }
	})
);

const BEGINNING = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu;
const SEPARATOR = /[ .-]/;
const CHARACTER = /[A-Z0-9]/i;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** International bank account numbers that pass their check, in one piece or in groups. */
export function ibanIn(text: string): readonly Span[] {
	return spansOf(text, BEGINNING).flatMap(({ start }) => {
		const read = readNumber(text, start);
		return read && passesCheck(read.number) ? [{ start, end: read.end }] : [];
	});
}

/** As many characters as the country has, with at most one separator between two. */
function readNumber(text: string, start: number): { number: string; end: number } | null {
	const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase());
	if (length === undefined) return null;
	let number = '';
	let at = start;
	while (number.length < length) {
		if (number !== '' && SEPARATOR.test(text.charAt(at))) at += 1;
		if (!CHARACTER.test(text.charAt(at))) return null;
		number += text.charAt(at).toUpperCase();
		at += 1;
	}
	return LETTER_OR_DIGIT.test(text.charAt(at)) ? null : { number, end: at };
}

/** ISO 7064: with the first four characters behind the rest and letters as 10 to 35, the remainder by 97 is 1. */
function passesCheck(number: string): boolean {
	const turned = number.slice(4) + number.slice(0, 4);
	let remainder = 0;
	for (const character of turned)
		for (const digit of String(Number.parseInt(character, 36)))
			remainder = (remainder * 10 + Number(digit)) % 97;
	return remainder === 1;
}
