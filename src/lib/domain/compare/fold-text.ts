/** A text reduced to bare lower-case letters and digits, that still knows where each of them came from. */
export interface FoldedText {
	/** Lower case, without accents, spaces and punctuation: "'s-Hertogenbosch" becomes "shertogenbosch". */
	readonly bare: string;
	/** For each character of `bare`, its index in the original; both count UTF-16 units. */
	readonly origin: readonly number[];
	/** Indexes in `bare` at which a word of the original begins. */
	readonly wordStarts: ReadonlySet<number>;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;

function bareCharacters(character: string): string[] {
	return [...character.normalize('NFKD').toLowerCase()].filter((part) => LETTER_OR_DIGIT.test(part));
}

/**
 * Folds a text for comparing names as people type them. Apostrophes, hyphens, spaces and accents
 * vanish, so that "Sudwest Fryslan" and "Súdwest-Fryslân" are the same; the ĳ ligature is i and j.
 */
export function foldText(text: string): FoldedText {
	let bare = '';
	const origin: number[] = [];
	const wordStarts = new Set<number>();
	let index = 0;
	let insideWord = false;
	for (const character of text) {
		const parts = bareCharacters(character);
		if (parts.length > 0 && !insideWord) wordStarts.add(bare.length);
		for (const part of parts) {
			bare += part;
			for (let unit = 0; unit < part.length; unit += 1) origin.push(index);
		}
		insideWord = parts.length > 0 || /\p{M}/u.test(character);
		index += character.length;
	}
	return { bare, origin, wordStarts };
}

/** The same letters and digits as `foldText` without where they came from, for looking through many texts at every key. */
export function bareText(text: string): string {
	return text.normalize('NFKD').toLowerCase().replaceAll(NO_LETTER_OR_DIGIT, '');
}
