import { expect, test } from 'vitest';
import { dateAt, distance, longDate, shortDate, weekday } from './calendar.ts';

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
