import { CARD_TEXT_LENGTH_MAX, lengthOf } from '#lib/domain/limits.ts';

/** As many cards are made of one list at once; more is a document, and would keep everybody else waiting. */
export const LIST_CARDS_MAX = 50;

/** Word, Excel and mail programs each end a line in their own way; Word has a soft one too. */
const LINE_END = /\r\n|[\n\r\v\u2028\u2029]/;
/** Signs that nobody begins a sentence with, also those of the symbol fonts that Word makes its bullets with. */
const BULLET = /^[•▪◦‣●○■□◆➢✓✔\uf0a7\uf0b7\uf0d8]\s*/u;
/** A dash, star or the letter o that Word makes its second bullet with; a tick box; "1.", "2)", "(3)" or "a)". */
const MARK = /^(?:[-–—*+>]|o(?=\t)|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+/u;

interface ListLine {
	readonly text: string;
	/** Characters more than a card holds; 0 when it fits. */
	readonly over: number;
}

export interface PastedList {
	readonly lines: readonly ListLine[];
	/** The texts of which cards can be made now. */
	readonly cards: readonly string[];
	/** What stays: lines that are too long, and those beyond the maximum. */
	readonly rest: string;
}

/** A text read as a list: every line a card, without its bullet or number. Empty lines are no lines. */
export function readPastedList(text: string): PastedList {
	const lines = text.split(LINE_END).map(bare).filter(Boolean).map(measured);
	const fitting = lines.filter(({ over }) => over === 0);
	const made = new Set(fitting.slice(0, LIST_CARDS_MAX));
	return {
		lines,
		cards: [...made].map((line) => line.text),
		rest: lines
			.filter((line) => !made.has(line))
			.map((line) => line.text)
			.join('\n')
	};
}

/** Whether a text is a list worth asking about: two cards at least. */
export function isList(text: string): boolean {
	return readPastedList(text).cards.length > 1;
}

function bare(line: string): string {
	const text = line.trim();
	const unmarked = text.replace(BULLET, '').replace(MARK, '');
	// A tick box stands behind its own dash: "- [x] gedaan".
	return unmarked.replace(/^\[[ xX]?\]\s+/, '').replace(/\s+/gu, ' ');
}

function measured(text: string): ListLine {
	return { text, over: Math.max(0, lengthOf(text) - CARD_TEXT_LENGTH_MAX) };
}
