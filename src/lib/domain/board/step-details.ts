import type { StepDetails } from './step.ts';
import { STEP_DETAIL_LENGTH_MAX, STEP_REMARK_LENGTH_MAX, lengthOf } from '../limits.ts';
import { FUNCTIONS, LEGAL_BASES } from '../vocabulary.ts';

/** What is known of a process step beside its title: phase, who, data, tool, duration, legal basis. */

export const NO_DETAILS: StepDetails = {
	phase: null,
	doneBy: [],
	dataIn: '',
	dataOut: '',
	tool: '',
	duration: '',
	legalBases: [],
	legalNote: '',
	remark: ''
};

/** How long each text of the details may be, in code points. */
export const DETAIL_LENGTHS_MAX = {
	dataIn: STEP_REMARK_LENGTH_MAX,
	dataOut: STEP_REMARK_LENGTH_MAX,
	tool: STEP_DETAIL_LENGTH_MAX,
	duration: STEP_DETAIL_LENGTH_MAX,
	legalNote: STEP_REMARK_LENGTH_MAX,
	remark: STEP_REMARK_LENGTH_MAX
} as const;

export type DetailText = keyof typeof DETAIL_LENGTHS_MAX;
export const DETAIL_TEXTS = Object.keys(DETAIL_LENGTHS_MAX) as readonly DetailText[];

/** Whether every text fits. */
export function fits(details: StepDetails): boolean {
	return DETAIL_TEXTS.every((text) => lengthOf(details[text]) <= DETAIL_LENGTHS_MAX[text]);
}

/** Texts without the space around them, and each choice once, in the order of its list: the same said twice is the same. */
export function tidied(details: StepDetails): StepDetails {
	const { phase, doneBy, dataIn, dataOut, tool, duration, legalBases, legalNote, remark } = details;
	return {
		phase,
		doneBy: FUNCTIONS.filter((code) => doneBy.includes(code)),
		dataIn: dataIn.trim(),
		dataOut: dataOut.trim(),
		tool: tool.trim(),
		duration: duration.trim(),
		legalBases: LEGAL_BASES.filter((code) => legalBases.includes(code)),
		legalNote: legalNote.trim(),
		remark: remark.trim()
	};
}

/** Whether two steps tell the same; both tidied. */
export function isSameDetails(one: StepDetails, other: StepDetails): boolean {
	return (
		one.phase === other.phase &&
		one.doneBy.join() === other.doneBy.join() &&
		one.legalBases.join() === other.legalBases.join() &&
		DETAIL_TEXTS.every((text) => one[text] === other[text])
	);
}

/** Whether anything was filled in. */
export function hasDetails(details: StepDetails): boolean {
	return !isSameDetails(details, NO_DETAILS);
}

/** An agreement between parties is no legal basis by itself: the law that belongs to it is still to be named. */
export function lacksLaw({ legalBases }: Pick<StepDetails, 'legalBases'>): boolean {
	return legalBases.length === 1 && legalBases[0] === 'convenant';
}
