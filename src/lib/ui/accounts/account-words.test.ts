import { expect, test } from 'vitest';
import { daysLeft } from './account-words.ts';

const HOUR_MS = 60 * 60_000;

test.each([
	[7 * 24, 7],
	[6 * 24 + 1, 7],
	[24, 1],
	[1, 1],
	[0, 1]
])('a link that works for %i more hours is said to work for %i days', (hours, days) => {
	expect(daysLeft(1_000 + hours * HOUR_MS, 1_000)).toBe(days);
});
