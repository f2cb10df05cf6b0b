/**
 * The sums of a rating: what its list, plot, hall screen and record all show. A distribution is a list of counts, one per score from
 * `lowest` up, and holds whole scores only.
 */
export interface Distribution {
	readonly counts: readonly number[];
	/** The score that the first count belongs to. */
	readonly lowest: number;
}

/** From this width on of the middle half a room disagrees: Delphi studies call a width of at most 1 on five points agreement. */
const SPLIT_WIDTH = 2;

/** How many answers there are. */
export function answerCount({ counts }: Pick<Distribution, 'counts'>): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

/** The mean to one decimal, a half rounded up; null without answers. */
export function meanOf(distribution: Distribution): number | null {
	const answers = answerCount(distribution);
	const { counts, lowest } = distribution;
	const sum = counts.reduce((total, count, index) => total + count * (lowest + index), 0);
	return answers === 0 ? null : Math.round((sum * 10) / answers) / 10;
}

/** Between which two scores the middle half of the answers lies. */
export interface MiddleHalf {
	readonly from: number;
	readonly to: number;
}

/**
 * The medians of the lower and of the upper half of the answers (Tukey's hinges): of an odd number the middle one belongs to both.
 * Null without answers.
 */
export function middleHalf(distribution: Distribution): MiddleHalf | null {
	const answers = answerCount(distribution);
	if (answers === 0) return null;
	const half = Math.ceil(answers / 2);
	return { from: medianOf(distribution, 0, half), to: medianOf(distribution, answers - half, half) };
}

/** Whether the answers lie so far apart that the room had better talk about them first. */
export function isSplit(distribution: Distribution): boolean {
	const middle = middleHalf(distribution);
	return middle !== null && middle.to - middle.from >= SPLIT_WIDTH;
}

/** The median of `length` answers in order, from the place `start` on. */
function medianOf(distribution: Distribution, start: number, length: number): number {
	const low = scoreAt(distribution, start + Math.ceil(length / 2) - 1);
	const high = scoreAt(distribution, start + Math.floor(length / 2));
	return (low + high) / 2;
}

/** The score at a place of all answers in order, from 0. */
function scoreAt({ counts, lowest }: Distribution, place: number): number {
	let before = 0;
	const index = counts.findIndex((count) => (before += count) > place);
	return lowest + index;
}
