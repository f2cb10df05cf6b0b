import { moment } from './record-moment.ts';
import type { Validated } from './validation.ts';

/** Of how many pieces a municipality said what. */
export interface RecordValidation {
	readonly municipality: string;
	/** RFC 3339 in UTC. */
	readonly at: string;
	readonly right: number;
	readonly corrected: number;
	readonly withdrawn: number;
}

export function recordValidation(answered: Validated): RecordValidation {
	const { municipality, at, right, corrected, withdrawn } = answered;
	return { municipality, at: moment(at), right, corrected, withdrawn };
}
