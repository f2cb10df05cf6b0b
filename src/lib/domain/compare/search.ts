import { foldText, type FoldedText } from './fold-text.ts';
import { SEARCH_LENGTH_MAX } from '../limits.ts';
import { ROUND_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';

/**
 * How texts of records are found: every asked word is the beginning of a word of the text, whatever its accents and capitals. What a
 * database indexes are folded words, so that every store finds the same.
 */

/** A code of a round as the record has it. */
export type SearchedRound = (typeof ROUND_CODES)[keyof typeof ROUND_CODES];

/** What can be found: a card, a stack by its title, and a product idea by all its words. */
export type SearchedKind = 'card' | 'cluster' | 'idea';

export interface SearchedText {
	readonly kind: SearchedKind;
	/** Unique in its record within its kind. */
	readonly id: string;
	readonly round: SearchedRound;
	readonly text: string;
}

/** The texts of a record that can be found, in its order; none of a trial session, which has no words of real people. */
export function searchedTexts({
	session,
	rounds,
	clusters,
	cards,
	ideas
}: Pick<IntakeRecord, 'session' | 'rounds' | 'clusters' | 'cards' | 'ideas'>): readonly SearchedText[] {
	if (session.isTrial) return [];
	const types = new Map(rounds.map(({ id, type }) => [id, type]));
	const inRound = (
		kind: SearchedKind,
		id: string,
		roundId: string,
		text: string
	): readonly SearchedText[] => {
		const round = types.get(roundId);
		return round === undefined ? [] : [{ kind, id, round, text }];
	};
	return [
		...clusters.flatMap(({ id, round, title }) => inRound('cluster', id, round, title)),
		...cards.flatMap(({ id, round, text }) => inRound('card', id, round, text)),
		...ideas.map(({ id, title, summary, ownPart, nationalPart }) => ({
			kind: 'idea' as const,
			id,
			round: ROUND_CODES.ideas,
			text: [title, summary, ownPart, nationalPart].filter((text) => text !== '').join('\n')
		}))
	];
}

/** The words of a text, folded: lower case, letters and digits only. */
export function wordsOf(text: string): readonly string[] {
	const folded = foldText(text);
	return wordBounds(folded).map(([start, end]) => folded.bare.slice(start, end));
}

/** The words that a question asks for, each once; none when it holds no letter or digit. */
export function askedWords(question: string): readonly string[] {
	return [...new Set(wordsOf(question.slice(0, SEARCH_LENGTH_MAX)))];
}

/** Whether every asked word is the beginning of one of these words. */
export function matches(words: readonly string[], asked: readonly string[]): boolean {
	return asked.every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** A piece of a text; the whole of it is all pieces one after another. */
export interface MarkedPart {
	readonly text: string;
	readonly isFound: boolean;
}

/** A text with the words marked that begin with one of the asked words. */
export function markedParts(text: string, asked: readonly string[]): readonly MarkedPart[] {
	const folded = foldText(text);
	const parts: MarkedPart[] = [];
	let told = 0;
	const tell = (until: number, isFound: boolean) => {
		if (until > told) parts.push({ text: text.slice(told, until), isFound });
		told = until;
	};
	for (const [start, end] of wordBounds(folded)) {
		const word = folded.bare.slice(start, end);
		if (!asked.some((wanted) => word.startsWith(wanted))) continue;
		tell(folded.origin[start] ?? 0, false);
		tell(endOfCharacter(text, folded.origin[end - 1] ?? 0), true);
	}
	tell(text.length, false);
	return parts;
}

/** Where each word begins and ends in the bare text. */
function wordBounds({ bare, wordStarts }: FoldedText): readonly (readonly [number, number])[] {
	const starts = [...wordStarts].filter((start) => start < bare.length);
	return starts.map((start, index) => [start, starts[index + 1] ?? bare.length]);
}

const MARK = /\p{M}/u;

/** Past the character at this index and the accents that stand on it. */
function endOfCharacter(text: string, index: number): number {
	let end = index + lengthAt(text, index);
	while (MARK.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) end += lengthAt(text, end);
	return end;
}

function lengthAt(text: string, index: number): number {
	return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
