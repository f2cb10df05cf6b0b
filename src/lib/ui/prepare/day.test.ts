import { expect, test } from 'vitest';
import { clockTimes, roundMinutes } from './day.ts';

test('each item starts when the one before it ends, and the last time is the end of the day', () => {
	expect(clockTimes('09:30', [20, 55, 15])).toEqual(['09:30', '09:50', '10:45', '11:00']);
	expect(clockTimes('23:50', [20])).toEqual(['23:50', '00:10']);
	expect(clockTimes('09:30', [])).toEqual(['09:30']);
});

test('a stage that is left out, or emptied while typing, takes no time', () => {
	expect(roundMinutes({ writing: 9, sharing: null, arranging: Number.NaN, voting: 10 })).toBe(19);
});
