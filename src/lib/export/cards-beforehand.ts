import type { PutInCard } from '#lib/domain/card/card.ts';
import type { Facts } from '#lib/domain/day/facts.ts';
import { CARD_TEXT_LENGTH_MAX, MUNICIPALITIES_PER_PERSON_MAX, lengthOf } from '#lib/domain/limits.ts';
import { MUNICIPALITY_LIST_DATE, successorsOf } from '#lib/domain/municipality/municipalities.ts';
import { isKnownMunicipality } from '#lib/domain/people/participants.ts';
import { ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import type { RecordRound } from '#lib/domain/record/record-rounds.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { ROUND_KINDS, type RoundKind } from '#lib/domain/vocabulary.ts';
import { parseCardsList, type RowRefusal } from './cards-csv.ts';
import { parseRecord } from './parse-record.ts';

/** Cards for a worksession, read from what somebody brings: a list, a file of cards or the record of an earlier worksession. */

/** A file of cards or a record is refused above this, before it is read. */
export const CARDS_FILE_BYTES_MAX = 1_000_000;

export type LineRefusal = RowRefusal | 'other-theme' | 'unknown-municipality' | 'municipalities-too-many';

interface RefusedLine {
	/** Line of the list or file, or number of the card in its round of the record; from 1. */
	readonly line: number;
	readonly reason: LineRefusal;
}

/** Cards that belong together and go into one round. */
export interface CardGroup {
	/** Tells the groups of one source apart. */
	readonly key: string;
	/** The kind of round they were written for; null where nobody said. */
	readonly kind: RoundKind | null;
	/** The question they answered; empty where that is not known. */
	readonly question: string;
	readonly cards: readonly PutInCard[];
	readonly refused: readonly RefusedLine[];
}

/** `columns`: no column with texts, or one twice. */
export type SourceFault = 'not-text' | 'too-large' | 'columns' | 'not-a-record' | 'empty';

export type CardSource =
	| {
			readonly ok: true;
			readonly groups: readonly CardGroup[];
			/** Lines that belong to no group. */
			readonly refused: readonly RefusedLine[];
	  }
	| { readonly ok: false; readonly fault: SourceFault };

/** What of a worksession decides whether a card can be put in. */
export interface ForWorksession {
	readonly isTrial: boolean;
	readonly facts: Facts;
}

/** The text of a file, or null when it is no text in UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return text.includes('\0') ? null : text;
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return null;
	}
}

/** Every line is a card. Spaces around it are not part of it; empty lines behind the last card are no lines. */
export function readList(list: string): CardSource {
	if (list.trim() === '') return { ok: false, fault: 'empty' };
	const lines = list.trimEnd().split(/\r\n|\n|\r/);
	const read = lines.map((line, index) => judged({ line: index + 1, text: line.trim(), municipalities: [] }));
	return sourceOf([groupOf('list', null, '', read)], []);
}

/** A file of cards in the columns of `parseCardsList`, of which only the text is needed. One group per round it names. */
export function readCardsFile(file: string, worksession: ForWorksession): CardSource {
	const parsed = parseCardsList(file);
	if (!parsed.ok) return { ok: false, fault: 'columns' };
	const { theme } = worksession.facts;
	const fitting = parsed.cards.filter(({ themes }) => themes.includes(theme));
	const others = parsed.cards.filter(({ themes }) => !themes.includes(theme));
	const refused = [
		...parsed.refused,
		...others.map(({ line }) => ({ line, reason: 'other-theme' as const }))
	].sort((a, b) => a.line - b.line);
	const groups = [null, ...ROUND_KINDS].flatMap((kind) => {
		const cards = fitting.filter(({ round }) => round === kind);
		const read = cards.map((card) => judged(translated(card, worksession), worksession));
		return cards.length === 0 ? [] : [groupOf(kind ?? 'none', kind, '', read)];
	});
	return sourceOf(groups, refused);
}

/** The cards of an earlier record, or the titles of its clusters instead, by round. */
export function readRecord(json: string, of: 'cards' | 'clusters', worksession: ForWorksession): CardSource {
	const parsed = parseRecord(json.replace(/^\uFEFF/, ''));
	if (!parsed.ok) return { ok: false, fault: 'not-a-record' };
	const { record } = parsed;
	const groups = record.rounds.flatMap((round) => {
		const told = toldIn(record, round, of);
		if (told.length === 0) return [];
		const read = told.map((card, index) =>
			judged(translated({ line: index + 1, ...card }, worksession), worksession)
		);
		return [groupOf(round.id, kindOf(round), round.prompt, read)];
	});
	return sourceOf(groups, []);
}

interface LineOfText extends PutInCard {
	readonly line: number;
}

interface Judged {
	readonly card: PutInCard;
	readonly line: number;
	readonly reason: LineRefusal | null;
}

function judged({ line, text, municipalities }: LineOfText, worksession?: ForWorksession): Judged {
	return { card: { text, municipalities }, line, reason: refusalOf({ text, municipalities }, worksession) };
}

function refusalOf({ text, municipalities }: PutInCard, worksession?: ForWorksession): LineRefusal | null {
	if (text.trim() === '') return 'text-empty';
	if (lengthOf(text) > CARD_TEXT_LENGTH_MAX) return 'text-too-long';
	if (municipalities.length > MUNICIPALITIES_PER_PERSON_MAX) return 'municipalities-too-many';
	const isKnown = municipalities.every((code) => worksession && isKnownMunicipality(code, worksession));
	return isKnown ? null : 'unknown-municipality';
}

/** With the codes of the day of this worksession, for municipalities that went into one other since. */
function translated(card: LineOfText, worksession: ForWorksession): LineOfText {
	const day = worksession.facts.date ?? MUNICIPALITY_LIST_DATE;
	const codes = card.municipalities.map((code) => {
		const [next, ...others] = successorsOf(code, day);
		return next !== undefined && others.length === 0 ? next : code;
	});
	return { line: card.line, text: card.text, municipalities: [...new Set(codes)] };
}

function groupOf(key: string, kind: RoundKind | null, question: string, read: readonly Judged[]): CardGroup {
	const refused = read.flatMap(({ line, reason }) => (reason === null ? [] : [{ line, reason }]));
	const cards = read.flatMap(({ card, reason }) => (reason === null ? [card] : []));
	return { key, kind, question, cards, refused };
}

function sourceOf(groups: readonly CardGroup[], refused: readonly RefusedLine[]): CardSource {
	const isEmpty =
		refused.length === 0 && groups.every(({ cards, refused: own }) => cards.length + own.length === 0);
	return isEmpty ? { ok: false, fault: 'empty' } : { ok: true, groups, refused };
}

function toldIn(record: IntakeRecord, { id }: RecordRound, of: 'cards' | 'clusters'): readonly PutInCard[] {
	const pieces = of === 'cards' ? record.cards : record.clusters.map(titled);
	return pieces
		.filter(({ round }) => round === id)
		.map(({ text, municipalities }) => ({ text, municipalities: municipalities ?? [] }));
}

function titled({ round, title, municipalities }: IntakeRecord['clusters'][number]) {
	return { round, text: title, municipalities };
}

function kindOf({ type }: RecordRound): RoundKind | null {
	return ROUND_KINDS.find((kind) => ROUND_CODES[kind] === type) ?? null;
}
