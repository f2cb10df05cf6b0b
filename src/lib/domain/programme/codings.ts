import { CODE_LISTS, codeListsOf, NO_CODES, othersBeside } from '../board/codes.ts';
import type { ItemRef } from '../board/item.ts';
import { itemKey } from '../board/items.ts';
import { mapValues, own, without, type Keyed } from '../keyed.ts';
import { accept, reject } from '../outcome.ts';
import type { RecordClassification } from '../record/record-cards.ts';
import { ROUND_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';
import { ROUND_KINDS, type RoundKind } from '../vocabulary.ts';
import type { CodeBook } from './code-book.ts';
import type { CountedRecord } from './coded-record.ts';
import type { Coding, ProgrammeRejection } from './programme-acts.ts';
import type { ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/**
 * What cards and clusters are about, said after the day over the record that stays as it is: what somebody assigns counts before what the
 * room said. Assigning is always an act of a person.
 */

/** By worksession, then by item key. */
export type Codings = Keyed<Keyed<KeptCoding>>;

export interface KeptCoding extends Coding {
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account. */
	readonly by: string;
	/** Of the code book that was used. */
	readonly bookVersion: number;
}

export const NO_CODING: Coding = { ...NO_CODES, terms: [], isDoubtful: false };

export const codingDeciders: ProgrammeDeciders<'AssignCoding'> = {
	AssignCoding({ codings, codeBook }, { sessionId, item, coding }, { records }) {
		const record = records.find(({ session }) => session.id === sessionId);
		if (!record) return reject('unknown-session');
		const kind = roundKindOf(record, item);
		if (!kind) return reject('unknown-item');
		const wanted = coding && tidy(coding);
		const fault = wanted && codingFault(wanted, kind, codeBook);
		if (fault) return reject(fault);
		const before = codingOf(codings, sessionId, item);
		if (isSameCoding(before, wanted)) return accept([]);
		return accept([
			{ type: 'CodingAssigned', sessionId, item, coding: wanted, bookVersion: codeBook.version }
		]);
	}
};

export const codingEvolvers: ProgrammeEvolvers<'CodingAssigned'> = {
	CodingAssigned(programme, { sessionId, item, coding, bookVersion }, { at, by }) {
		const kept = own(programme.codings, sessionId) ?? {};
		const key = itemKey(item);
		const changed = coding ? { ...kept, [key]: { ...coding, at, by, bookVersion } } : without(kept, key);
		return { ...programme, codings: { ...programme.codings, [sessionId]: changed } };
	}
};

/** What somebody assigned to it; null where what the room said counts. */
export function codingOf(codings: Codings, sessionId: string, item: ItemRef): KeptCoding | null {
	return own(own(codings, sessionId) ?? {}, itemKey(item)) ?? null;
}

/** The record as it counts: what was assigned since in the place of what the room said. */
export function withCodings(record: IntakeRecord, codings: Codings): CountedRecord {
	const assigned = own(codings, record.session.id);
	if (!assigned) return record;
	const untouched = record.classifications.filter(({ item }) => !own(assigned, item));
	const added = Object.entries(assigned).map(
		([item, { category, also, phase, nature, needType }]): RecordClassification => ({
			item,
			category,
			also,
			phase,
			nature,
			needType
		})
	);
	const terms = mapValues(assigned, (coding) => coding.terms);
	return { ...record, classifications: [...untouched, ...added], terms };
}

/** The kind of round in which a card or cluster of a record lies; undefined when there is none. */
export function roundKindOf(record: IntakeRecord, item: ItemRef): RoundKind | undefined {
	const pieces = item.kind === 'card' ? record.cards : record.clusters;
	const piece = pieces.find(({ id }) => id === item.id);
	const round = piece && record.rounds.find(({ id }) => id === piece.round);
	return round && ROUND_KINDS.find((kind) => ROUND_CODES[kind] === round.type);
}

/** Once each, in the order of the code book, without what it says already. */
function tidy(coding: Coding): Coding {
	return { ...coding, also: othersBeside(coding), terms: [...new Set(coding.terms)].sort() };
}

function codingFault(coding: Coding, kind: RoundKind, { terms }: CodeBook): ProgrammeRejection | null {
	const asked = codeListsOf(kind);
	if (CODE_LISTS.some((list) => coding[list] !== null && !asked.includes(list))) return 'code-not-asked';
	for (const termId of coding.terms) {
		const term = terms.find(({ id }) => id === termId);
		if (!term) return 'unknown-term';
		if (term.endedAt !== null) return 'term-ended';
	}
	return null;
}

/** Whether two say the same. */
export function isSameCoding(one: Coding | null, other: Coding | null): boolean {
	return one === null || other === null ? one === other : wordsOf(one) === wordsOf(other);
}

function wordsOf({ category, phase, nature, needType, also, terms, isDoubtful }: Coding): string {
	return JSON.stringify([category, phase, nature, needType, also, terms, isDoubtful]);
}
