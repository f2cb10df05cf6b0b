import { MUNICIPALITY_LIST_DATE } from '../municipality/municipalities.ts';
import type { RecordStatus, Theme } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import {
	ANONYMITY_CODES,
	type AnonymityCode,
	GROUP_CODES,
	type GroupCode,
	STATUS_CODES
} from './record-codes.ts';
import { timestamp } from './record-moment.ts';
import { recordStatusOf } from './record-status.ts';

export interface RecordSession {
	readonly id: string;
	readonly title: string;
	readonly theme: Theme;
	readonly group: GroupCode;
	readonly date: string | null;
	readonly place: string;
	/** RFC 3339 in UTC. */
	readonly startAt: string | null;
	readonly endAt: string | null;
	readonly anonymity: AnonymityCode;
	/** A concept until the worksession closes. */
	readonly status: 'concept' | (typeof STATUS_CODES)[RecordStatus];
	/** Why it was opened again, or fixed with loose ends; else empty. */
	readonly statusReason: string;
	readonly isTrial: boolean;
	/** The day on which the codes of municipalities were valid (peildatum). */
	readonly municipalityListDate: string;
	/** The issue of the closed lists whose codes it holds; own terms of the programme are not in a record. */
	readonly codeBookVersion: number;
}

export function recordSession({ id, facts, isTrial, ...state }: Worksession): RecordSession {
	return {
		id,
		title: facts.title,
		theme: facts.theme,
		group: GROUP_CODES[facts.group],
		date: facts.date,
		place: facts.place,
		startAt: timestamp(state.openedAt),
		endAt: timestamp(state.closedAt),
		anonymity: ANONYMITY_CODES[state.authorVisibility],
		status: state.doors === 'closed' ? STATUS_CODES[recordStatusOf(state)] : 'concept',
		statusReason: state.recordVersions.at(-1)?.reason ?? '',
		isTrial,
		municipalityListDate: facts.date ?? MUNICIPALITY_LIST_DATE,
		codeBookVersion: state.codeBookVersion
	};
}
