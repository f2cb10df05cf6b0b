import { bareText } from '../compare/fold-text.ts';
import { remembering } from '../remembering.ts';

/** A pair scores from 0 to 1. The pairs in the test that say the same in other words score above this, the others below. */
const ALIKE_MIN = 0.3;
/** So many hints at most: the best. */
const HINTS_MAX = 5;
const GRAM_LENGTH = 4;

/** Words that say nothing about what a card is about. */
const STOP_WORDS = new Set(
	(
		'de het een en of van in op te aan om dat die dit deze is zijn was er wat wie we wij je ik met voor niet geen ' +
		'bij naar uit ook als maar dan nog door over kan wordt worden heeft hebben ons onze hun the a of to and is in'
	).split(' ')
);

interface Text {
	readonly id: string;
	readonly text: string;
}

/** Ids of the texts that look most like one of them, the most alike first: a hint, computed here. */
export function similarTo(id: string, texts: readonly Text[]): readonly string[] {
	const mine = texts.find((text) => text.id === id);
	const others = texts.filter((text) => text.id !== id);
	return mine ? alikeIn(others)(mine.text).map((found) => found.id) : [];
}

/**
 * What looks most like a text, of many that are read once; the most alike first. Texts are compared by the pieces of four characters of
 * their words, so that "gegevens delen" and "gegevensdeling" are alike.
 */
export function alikeIn<T extends Text>(texts: readonly T[]): (text: string) => readonly T[] {
	const read = texts.map((text) => gramsIn(text));
	const holders = new Map<string, number[]>();
	for (const [index, grams] of read.entries()) {
		for (const gram of grams) {
			const known = holders.get(gram);
			if (known) known.push(index);
			else holders.set(gram, [index]);
		}
	}
	return (text) => {
		const grams = gramsOf(text);
		const shared = new Map<number, number>();
		for (const gram of grams) {
			for (const index of holders.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
		}
		return [...shared]
			.map(([index, count]) => ({ index, score: count / Math.sqrt(grams.size * (read[index]?.size ?? 1)) }))
			.filter(({ score }) => score >= ALIKE_MIN)
			.flatMap(({ index, score }) => {
				const found = texts[index];
				return found ? [{ found, score }] : [];
			})
			.sort((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1))
			.slice(0, HINTS_MAX)
			.map(({ found }) => found);
	};
}

/** A card that did not change is not read again. */
const gramsIn = remembering(({ text }: Text) => gramsOf(text));

function gramsOf(text: string): ReadonlySet<string> {
	const words = text.split(/[\s/-]+/u).map((word) => bareText(word));
	const telling = words.filter((word) => word !== '' && !STOP_WORDS.has(word));
	return new Set(telling.flatMap(gramsOfWord));
}

/** With its ends marked, so that a short word has a piece of its own too. */
function gramsOfWord(word: string): readonly string[] {
	const marked = `_${word}_`;
	const count = Math.max(1, marked.length - GRAM_LENGTH + 1);
	return Array.from({ length: count }, (_, start) => marked.slice(start, start + GRAM_LENGTH));
}
