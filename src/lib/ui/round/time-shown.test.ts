import { describe, expect, test } from 'vitest';
import { timeShown } from './time-shown.ts';

const now = 1_000_000;
const TEN_MINUTES_MS = 600_000;

function leftOf(leftMs: number) {
	return timeShown({ kind: 'running', endsAt: now + leftMs, lengthMs: TEN_MINUTES_MS }, now);
}

describe('time shown', () => {
	test('nothing is shown while no time is set', () => {
		expect(timeShown({ kind: 'off' }, now)).toBeNull();
	});

	test('ten minutes start at 10:00 and count down in whole seconds', () => {
		expect(leftOf(TEN_MINUTES_MS)).toMatchObject({ digits: '10:00', look: 'running', part: 1 });
		expect(leftOf(588_001)).toMatchObject({ digits: '09:49', minutes: 9, seconds: 49 });
		expect(leftOf(588_000)).toMatchObject({ digits: '09:48' });
	});

	test('the last minute looks so from 01:00 on', () => {
		expect(leftOf(60_001)?.look).toBe('running');
		expect(leftOf(60_000)?.look).toBe('last');
	});

	test('time over counts up with a plus', () => {
		expect(leftOf(0)).toMatchObject({ digits: '00:00', look: 'over', isOver: false });
		expect(leftOf(-80_000)).toMatchObject({ digits: '+1:20', look: 'over', isOver: true, part: 0 });
	});

	test('a paused time stands still', () => {
		const paused = { kind: 'paused', remainingMs: 90_000, lengthMs: TEN_MINUTES_MS } as const;
		expect(timeShown(paused, now + 999_999)).toMatchObject({ digits: '01:30', look: 'paused' });
	});

	test('never shows more than the whole time on a device that is a moment behind', () => {
		const timer = { kind: 'running', endsAt: 600_000, lengthMs: 600_000 } as const;
		expect(timeShown(timer, -400)?.digits).toBe('10:00');
	});
});
