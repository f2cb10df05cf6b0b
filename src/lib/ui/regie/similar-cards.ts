import { foldText } from '#lib/domain/fold-text.ts';

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

/**
 * Ids of the texts that look most like one of them, the most alike first: a hint, computed here. Texts are compared by the pieces of four
 * characters of their words, so that "gegevens delen" and "gegevensdeling" are alike.
 */
export function similarTo(id: string, texts: readonly Text[]): readonly string[] {
	const grams = new Map(texts.map((text) => [text.id, gramsOf(text.text)]));
	const mine = grams.get(id);
	if (!mine || mine.size === 0) return [];
	return [...grams]
		.filter(([other]) => other !== id)
		.map(([other, theirs]) => ({ id: other, score: likeness(mine, theirs) }))
		.filter(({ score }) => score >= ALIKE_MIN)
		.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
		.slice(0, HINTS_MAX)
		.map((found) => found.id);
}

function gramsOf(text: string): ReadonlySet<string> {
	const words = text.split(/[\s/-]+/u).map((word) => foldText(word).bare);
	const telling = words.filter((word) => word !== '' && !STOP_WORDS.has(word));
	return new Set(telling.flatMap(gramsOfWord));
}

/** With its ends marked, so that a short word has a piece of its own too. */
function gramsOfWord(word: string): readonly string[] {
	const marked = `_${word}_`;
	const count = Math.max(1, marked.length - GRAM_LENGTH + 1);
	return Array.from({ length: count }, (_, start) => marked.slice(start, start + GRAM_LENGTH));
}

/** The cosine of the two. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const shared = [...a].filter((gram) => b.has(gram)).length;
	return shared === 0 ? 0 : shared / Math.sqrt(a.size * b.size);
}
