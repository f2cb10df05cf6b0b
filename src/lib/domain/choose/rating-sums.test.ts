import { describe, expect, test } from 'vitest';
import { answerCount, isSplit, meanOf, middleHalf } from './rating-sums.ts';

/** Worked out by hand: how many people gave a 1, 2, 3, 4 and 5. */
const fiveScores = (...counts: readonly number[]) => ({ counts, lowest: 1 });
/** How many municipalities said no, partly and yes. */
const threeAnswers = (...counts: readonly number[]) => ({ counts, lowest: 0 });

describe('[F8] the mean, to one decimal', () => {
	test.each([
		// (3×1 + 4×2 + 2×3 + 5×4 + 12×5) / 26 = 97 / 26 = 3.73…
		[fiveScores(3, 4, 2, 5, 12), 3.7],
		// (2×1 + 6×2 + 2×3 + 6×4 + 10×5) / 26 = 94 / 26 = 3.61…
		[fiveScores(2, 6, 2, 6, 10), 3.6],
		// (1×2 + 3×3) / 4 = 11 / 4 = 2.75, and a half goes up
		[fiveScores(0, 1, 3, 0, 0), 2.8],
		[fiveScores(0, 0, 0, 0, 1), 5],
		// (5×0 + 0×1 + 7×2) / 12 = 14 / 12 = 1.16…
		[threeAnswers(5, 0, 7), 1.2]
	])('%j is %d', (distribution, mean) => {
		expect(meanOf(distribution)).toBe(mean);
	});

	test('of no answers there is none', () => {
		expect(meanOf(fiveScores(0, 0, 0, 0, 0))).toBeNull();
		expect(middleHalf(fiveScores(0, 0, 0, 0, 0))).toBeNull();
		expect(isSplit(fiveScores(0, 0, 0, 0, 0))).toBe(false);
		expect(answerCount(fiveScores(3, 4, 2, 5, 12))).toBe(26);
	});
});

describe('[F8] the middle half', () => {
	test.each([
		['26 answers: the 7th is a 2, the 20th a 5', fiveScores(3, 4, 2, 5, 12), 2, 5],
		['4 answers 1 2 | 4 5: between 1 and 2, and between 4 and 5', fiveScores(1, 1, 0, 1, 1), 1.5, 4.5],
		['5 answers 1 2 [3] 4 5: the middle one counts in both halves', fiveScores(1, 1, 1, 1, 1), 2, 4],
		['3 answers 2 [3] 5: between 2 and 3, and between 3 and 5', fiveScores(0, 1, 1, 0, 1), 2.5, 4],
		['one answer', fiveScores(0, 0, 0, 1, 0), 4, 4],
		['12 answers, 4 no 5 partly 3 yes: no, and between partly and yes', threeAnswers(4, 5, 3), 0, 1.5]
	])('%s', (_, distribution, from, to) => {
		expect(middleHalf(distribution)).toEqual({ from, to });
	});
});

describe('[F8] a room that disagrees', () => {
	test.each([
		['much and little', fiveScores(3, 4, 2, 5, 12), true],
		['all over the scale', fiveScores(1, 1, 1, 1, 1), true],
		['side by side', fiveScores(0, 0, 6, 6, 0), false],
		['one who sees it otherwise', fiveScores(1, 0, 0, 0, 11), false],
		['a half less than enough', fiveScores(0, 1, 1, 0, 1), false],
		['seven yes, five no', threeAnswers(5, 0, 7), true],
		['three yes, five partly, four no', threeAnswers(4, 5, 3), false],
		['nearly all yes', threeAnswers(1, 1, 10), false]
	])('%s', (_, distribution, expected) => {
		expect(isSplit(distribution)).toBe(expected);
	});
});
