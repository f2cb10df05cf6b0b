import type { WorksessionEvent } from '../events.ts';
import { accept, reject, type Outcome } from '../outcome.ts';
import { evolve } from '../evolve.ts';
import { initialState, type Worksession } from '../worksession.ts';
import type { BroughtInFrom } from './brought-in.ts';
import { playedRecord } from './played-record.ts';
import { recordFault, type RecordFault } from './record-fault.ts';
import { intakeRecord, recordJson, type IntakeRecord } from './record.ts';

/** A worksession that came of a record, and its log. */
export interface WorksessionFromRecord {
	readonly state: Worksession;
	readonly events: readonly WorksessionEvent[];
}

/**
 * The worksession of which this is the record, under its own id, or why there can be none. Its record is the one of the file to the
 * byte; a file of which that cannot be so is refused whole, so that nothing of it changes or gets lost silently.
 */
export function worksessionFrom(
	record: IntakeRecord,
	from: BroughtInFrom
): Outcome<WorksessionFromRecord, RecordFault> {
	const fault = recordFault(record);
	if (fault) return reject(fault);
	const events = playedRecord(record, from);
	const state = events.reduce(evolve, initialState(record.session.id));
	return recordJson(intakeRecord(state)) === recordJson(record)
		? accept({ state, events })
		: reject('counts-differ');
}
