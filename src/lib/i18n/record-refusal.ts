import type { RecordFault } from '#lib/domain/record/record-fault.ts';
import { m } from './words.ts';

/** Why the file of a record cannot become a worksession. */
export function recordRefusalText(refusal: RecordFault | 'no-record' | 'already-there'): string {
	switch (refusal) {
		case 'no-record':
			return m.home_file_fault_no_record();
		case 'already-there':
			return m.home_file_fault_there();
		case 'not-closed':
			return m.home_file_fault_not_closed();
		case 'facts-wrong':
			return m.home_file_fault_facts();
		case 'too-much':
			return m.home_file_fault_too_much();
		case 'text-too-long':
			return m.home_file_fault_text();
		case 'id-wrong':
			return m.home_file_fault_id();
		case 'refers-nowhere':
			return m.home_file_fault_refers();
		case 'unknown-municipality':
			return m.home_file_fault_municipality();
		case 'counts-differ':
			return m.home_file_fault_counts();
	}
}
