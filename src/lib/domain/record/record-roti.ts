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
	readonly reasons: readonly string[];
}

/** Null before the day closed, so that nobody sees a figure move when somebody answers, and where nobody answered. */
export function recordRoti(state: Worksession): RecordRoti | null {
	const answers = Object.values(state.roti);
	if (state.doors !== 'closed' || answers.length === 0) return null;
	const { lowest, highest } = ROTI_SCORES;
	const scores = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
	const reasons = answers.map(({ reason }) => reason).filter((reason) => reason !== '');
	return {
		people: attendanceOf(state).people,
		scores: scores.map((score) => ({
			score,
			count: answers.filter((answer) => answer.score === score).length
		})),
		reasons: answers.length < ROTI_ANSWERS_FOR_REASONS_MIN ? [] : reasons.sort()
	};
}
