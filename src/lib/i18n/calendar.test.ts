import { expect, test } from 'vitest';
import { dateAt, distance, longDate, momentOf, shortDate, weekday } from './calendar.ts';

test('a planned day is the same day wherever the computer stands', () => {
	expect(shortDate('2026-03-12')).toBe('12 mrt');
	expect(weekday('2026-03-12')).toBe('donderdag');
	expect(longDate('2026-03-12')).toBe('donderdag 12 maart 2026');
});

test('the date of a moment is the date on a Dutch calendar', () => {
	expect(dateAt(Date.parse('2026-03-12T23:30:00Z'))).toBe('2026-03-13');
	expect(dateAt(Date.parse('2026-07-12T21:59:00Z'))).toBe('2026-07-12');
});

test('a day ahead is told in words, a day behind is not', () => {
	expect(distance('2026-03-12', '2026-03-12')).toBe('vandaag');
	expect(distance('2026-03-13', '2026-03-12')).toBe('morgen');
	expect(distance('2026-04-01', '2026-03-29')).toBe('over 3 dagen');
	expect(distance('2026-03-11', '2026-03-12')).toBeNull();
});

test('a time on a day is the moment at which Dutch clocks show it, in summer and in winter', () => {
	expect(new Date(momentOf('2026-01-12', '09:30')).toISOString()).toBe('2026-01-12T08:30:00.000Z');
	expect(new Date(momentOf('2026-07-12', '09:30')).toISOString()).toBe('2026-07-12T07:30:00.000Z');
	expect(new Date(momentOf('2026-07-12', '00:15')).toISOString()).toBe('2026-07-11T22:15:00.000Z');
});
