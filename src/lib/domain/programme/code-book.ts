import { lengthOf, SUMMARY_LENGTH_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import type { ProgrammeRejection, TermFacts } from './programme-acts.ts';
import type { ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';

/**
 * The code book: the closed lists of the vocabulary, which never change, and the terms that a programme adds below their categories. A
 * term that is used no more ends and stays to be read.
 */
export interface CodeBook {
	/** 1 for the closed lists alone; one more with every change. */
	readonly version: number;
	/** In the order in which they were added. */
	readonly terms: readonly Term[];
}

export interface Term extends TermFacts {
	readonly id: string;
	/** Epoch milliseconds. */
	readonly addedAt: number;
	/** From when it is not assigned any more, in epoch milliseconds; null while it is. */
	readonly endedAt: number | null;
	/** Which term says it since; null for none. */
	readonly replacedBy: string | null;
}

/** More than anybody keeps in mind. */
export const TERMS_MAX = 200;

export const termDeciders: ProgrammeDeciders<'AddTerm' | 'ChangeTerm' | 'EndTerm'> = {
	AddTerm({ codeBook }, { term }, { newId }) {
		if (codeBook.terms.length >= TERMS_MAX) return reject('terms-full');
		const wanted = trimmed(term);
		const fault = termFault(wanted, codeBook.terms);
		return fault ? reject(fault) : accept([{ type: 'TermAdded', termId: newId(), term: wanted }]);
	},

	ChangeTerm({ codeBook }, { termId, term }) {
		const before = codeBook.terms.find(({ id }) => id === termId);
		if (!before) return reject('unknown-term');
		if (before.endedAt !== null) return reject('term-ended');
		const wanted = trimmed(term);
		const fault = termFault(
			wanted,
			codeBook.terms.filter((other) => other !== before)
		);
		if (fault) return reject(fault);
		const isSame = (['under', 'label', 'definition'] as const).every((key) => wanted[key] === before[key]);
		return accept(isSame ? [] : [{ type: 'TermChanged', termId, term: wanted }]);
	},

	EndTerm({ codeBook }, { termId, replacedBy }) {
		const term = codeBook.terms.find(({ id }) => id === termId);
		if (!term) return reject('unknown-term');
		if (term.endedAt !== null) return accept([]);
		const other = codeBook.terms.find(({ id }) => id === replacedBy);
		if (replacedBy !== null && (!other || other === term)) return reject('unknown-term');
		if (other && other.endedAt !== null) return reject('term-ended');
		return accept([{ type: 'TermEnded', termId, replacedBy }]);
	}
};

export const termEvolvers: ProgrammeEvolvers<'TermAdded' | 'TermChanged' | 'TermEnded'> = {
	TermAdded: (programme, { termId, term }, { at }) =>
		changed(programme, (terms) => [
			...terms,
			{ id: termId, ...term, addedAt: at, endedAt: null, replacedBy: null }
		]),
	TermChanged: (programme, { termId, term }) =>
		changed(programme, (terms) =>
			terms.map((known) => (known.id === termId ? { ...known, ...term } : known))
		),
	TermEnded: (programme, { termId, replacedBy }, { at }) =>
		changed(programme, (terms) =>
			terms.map((known) => (known.id === termId ? { ...known, endedAt: at, replacedBy } : known))
		)
};

function changed<P extends { readonly codeBook: CodeBook }>(
	programme: P,
	change: (terms: readonly Term[]) => readonly Term[]
): P {
	const { version, terms } = programme.codeBook;
	return { ...programme, codeBook: { version: version + 1, terms: change(terms) } };
}

function trimmed({ under, label, definition }: TermFacts): TermFacts {
	return { under, label: label.trim(), definition: definition.trim() };
}

/** Two terms in use may not have one name. */
function termFault({ label, definition }: TermFacts, others: readonly Term[]): ProgrammeRejection | null {
	if (label === '') return 'term-empty';
	if (lengthOf(label) > TITLE_LENGTH_MAX || lengthOf(definition) > SUMMARY_LENGTH_MAX) return 'term-too-long';
	const name = label.toLowerCase();
	const isTaken = others.some((term) => term.endedAt === null && term.label.toLowerCase() === name);
	return isTaken ? 'term-taken' : null;
}
