import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { own, type Keyed } from '../keyed.ts';
import { REDACTION_REASON_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { pairKey } from './judgements.ts';
import { ideaKey } from './placements.ts';
import type { Programme, ProgrammeDeciders, ProgrammeEvolvers } from './programme.ts';
import type { ProgrammeTextRef } from './programme-acts.ts';
import { hasWords, takenKept, takenPart, takenTerm } from './redacted-words.ts';

/**
 * Words that people left with the programme are taken away for good: a part of a dossier, why a pair or an idea was judged so, a term of
 * its own, what a key is for. They go from every earlier version in the log too (`redacted-programme-log.ts`); that it was done, when, by
 * whom and why stays.
 */
interface ProgrammeRedaction {
	readonly text: ProgrammeTextRef;
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account. */
	readonly by: string;
}

/** By `programmeTextKey`: when last and why. */
export type ProgrammeRedactions = Keyed<ProgrammeRedaction>;

export const redactionDeciders: ProgrammeDeciders<'RedactProgramme'> = {
	/** The programme keeps little of what was said before, so it may be that only earlier versions go. */
	RedactProgramme(programme, { text, reason: typed }) {
		const reason = typed.trim();
		if (reason === '') return reject('reason-empty');
		if (lengthOf(reason) > REDACTION_REASON_LENGTH_MAX) return reject('reason-too-long');
		if (text.kind === 'dossier' && !own(programme.dossiers, text.dossierId)) return reject('unknown-dossier');
		const before = own(programme.redactions, programmeTextKey(text));
		const isDone = before?.reason === reason && !hasWordsLeft(programme, text);
		return accept(isDone ? [] : [{ type: 'ProgrammeRedacted', text, reason }]);
	}
};

export const redactionEvolvers: ProgrammeEvolvers<'ProgrammeRedacted'> = {
	ProgrammeRedacted(programme, { text, reason }, { at, by }) {
		const redactions = { ...programme.redactions, [programmeTextKey(text)]: { text, reason, at, by } };
		return { ...withoutWords(programme, text), redactions };
	}
};

/** The same for the same words. */
export function programmeTextKey(text: ProgrammeTextRef): string {
	switch (text.kind) {
		case 'dossier':
			return `dossier ${text.dossierId} ${text.part}`;
		case 'match':
			return `match ${pairKey(text.pair)}`;
		case 'placement':
			return `placement ${ideaKey(text.idea)}`;
		case 'term':
			return `term ${text.termId}`;
		case 'key':
			return `key ${text.keyId}`;
	}
}

function hasWordsLeft(programme: Programme, text: ProgrammeTextRef): boolean {
	switch (text.kind) {
		case 'dossier':
			return hasWords(own(programme.dossiers, text.dossierId)?.facts[text.part]);
		case 'match':
			return hasWords(own(programme.judgements, pairKey(text.pair))?.reason);
		case 'placement': {
			const placed = own(programme.placements, ideaKey(text.idea));
			return hasWords([placed, ...(placed?.earlier ?? [])].map((said) => said?.reason));
		}
		case 'term': {
			const term = programme.codeBook.terms.find(({ id }) => id === text.termId);
			return hasWords([term?.label, term?.definition]);
		}
		case 'key':
			return hasWords(programme.accessKeys.find(({ id }) => id === text.keyId)?.name);
	}
}

function withoutWords(programme: Programme, text: ProgrammeTextRef): Programme {
	switch (text.kind) {
		case 'dossier': {
			const dossier = own(programme.dossiers, text.dossierId);
			if (!dossier) return programme;
			const facts = { ...dossier.facts, ...takenPart(dossier.facts, text.part) };
			return { ...programme, dossiers: { ...programme.dossiers, [dossier.id]: { ...dossier, facts } } };
		}
		case 'match': {
			const key = pairKey(text.pair);
			const judged = own(programme.judgements, key);
			if (!judged) return programme;
			return { ...programme, judgements: { ...programme.judgements, [key]: takenKept(judged) } };
		}
		case 'placement': {
			const key = ideaKey(text.idea);
			const placed = own(programme.placements, key);
			if (!placed) return programme;
			const left = { ...takenKept(placed), earlier: placed.earlier.map(takenKept) };
			return { ...programme, placements: { ...programme.placements, [key]: left } };
		}
		case 'term': {
			const { version, terms } = programme.codeBook;
			const left = terms.map((term) => (term.id === text.termId ? takenTerm(term) : term));
			return { ...programme, codeBook: { version, terms: left } };
		}
		case 'key':
			return {
				...programme,
				accessKeys: programme.accessKeys.map((key) =>
					key.id === text.keyId ? { ...key, name: REDACTED_TEXT } : key
				)
			};
	}
}
