import { RECORD_REASON_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { hasLooseEnds } from './loose-ends.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';
import type { RecordStatus } from '../vocabulary.ts';

/**
 * How far the record of a closed worksession is: put to the municipalities, fixed, archived. Every move is a version of its own, which
 * stays to be read.
 */

/** A version of the record, which its number counts from 1. */
export interface RecordVersion {
	readonly status: RecordStatus;
	/** Why, where that was asked or said; else empty. */
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
}

/** Where a record can go from each status. */
export const RECORD_MOVES: Readonly<Record<RecordStatus, readonly RecordStatus[]>> = {
	closed: ['validating', 'fixed'],
	validating: ['fixed', 'closed'],
	fixed: ['archived', 'validating'],
	archived: ['validating']
};

export const recordStatusDeciders: Deciders<'MoveRecord'> = {
	MoveRecord(state, { status, reason }, { now }) {
		const from = recordStatusOf(state);
		if (from === status) return accept([]);
		if (!RECORD_MOVES[from].includes(status)) return reject('record-not-next');
		const tidy = reason.trim();
		if (lengthOf(tidy) > RECORD_REASON_LENGTH_MAX) return reject('text-too-long');
		if (tidy === '' && asksReason(from, status, hasLooseEnds(state))) return reject('reason-missing');
		const version = state.recordVersions.length + 1;
		return accept([{ type: 'RecordMoved', version, status, reason: tidy, at: now }]);
	}
};

export const recordStatusEvolvers: Evolvers<'RecordMoved'> = {
	RecordMoved: (state, { status, reason, at }) => ({
		...state,
		recordVersions: [...state.recordVersions, { status, reason, at }],
		validations: {}
	})
};

/** The last version says it; before the worksession closes nothing does. */
export function recordStatusOf({ recordVersions }: Pick<Worksession, 'recordVersions'>): RecordStatus {
	return recordVersions.at(-1)?.status ?? 'closed';
}

/** Whether somebody has to say why: opening again what was fixed, and fixing what has loose ends. */
export function asksReason(from: RecordStatus, to: RecordStatus, isLoose: boolean): boolean {
	return to === 'fixed' ? isLoose : from === 'fixed' || from === 'archived' ? to === 'validating' : false;
}
