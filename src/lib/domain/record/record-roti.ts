import type { KeptAnswer } from '../choose/rating.ts';
import { ROTI_ANSWERS_FOR_REASONS_MIN } from '../limits.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import { ROTI_SCORES } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

/** Whether the day was worth people's time (ROTI): counts, and reasons without who gave them. */
export interface RecordRoti {
	/** How many could say it when the day closed: the whole of "22 van 26". */
	readonly people: number;
	/** From the lowest score up. */
	readonly scores: readonly { readonly score: number; readonly count: number }[];
	/** By themselves, in the order of their words; empty while fewer than five people answered. */
	readonly reasons: readonly RecordReason[];
}

/** Why, without the mark and without who gave it. */
export type RecordReason = Pick<KeptAnswer, 'reason' | 'reasonId'>;

/** Null before the day closed, so that nobody sees a figure move when somebody answers, and where nobody answered. */
export function recordRoti(state: Worksession): RecordRoti | null {
	const answers = Object.values(state.roti);
	if (state.doors !== 'closed' || answers.length === 0) return null;
	const { lowest, highest } = ROTI_SCORES;
	const scores = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
	return {
		people: attendanceOf(state).people,
		scores: scores.map((score) => ({
			score,
			count: answers.filter((answer) => answer.score === score).length
		})),
		reasons: toldReasons(state)
	};
}

/** Why people found the day worth it or not, once that is told: in the order of their words. */
export function toldReasons({ doors, roti }: Pick<Worksession, 'doors' | 'roti'>): readonly RecordReason[] {
	const answers = Object.values(roti);
	if (doors !== 'closed' || answers.length < ROTI_ANSWERS_FOR_REASONS_MIN) return [];
	return answers
		.filter(({ reason }) => reason !== '')
		.map(({ reason, reasonId }) => ({ reason, reasonId }))
		.sort(byReason);
}

export function byReason(a: RecordReason, b: RecordReason): number {
	const key = ({ reason, reasonId }: RecordReason) => `${reason}\n${reasonId}`;
	return key(a) < key(b) ? -1 : 1;
}
