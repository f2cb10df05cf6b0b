import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** A clock that stands still until it is turned. */
function handClock() {
	let now = 0;
	const waiting = new Map<() => void, number>();
	return {
		now: () => now,
		later(ms: number, run: () => void) {
			const wait = () => run();
			waiting.set(wait, now + ms);
			return () => void waiting.delete(wait);
		},
		turn(ms: number) {
			now += ms;
			for (const [run, at] of waiting)
				if (at <= now) {
					waiting.delete(run);
					run();
				}
		}
	};
}

test('at twenty times the speed a minute takes three seconds', () => {
	const clock = handClock();
	const ran: string[] = [];
	new Pace(clock, 20).after(60_000, () => ran.push('minute'));
	clock.turn(2999);
	expect(ran).toEqual([]);
	clock.turn(1);
	expect(ran).toEqual(['minute']);
});

test('what waits already goes on at the new speed from where it was', () => {
	const clock = handClock();
	const ran: string[] = [];
	const pace = new Pace(clock, 1);
	pace.after(10_000, () => ran.push('done'));
	clock.turn(6000);
	pace.setSpeed(4);
	clock.turn(999);
	expect(ran).toEqual([]);
	clock.turn(1);
	expect(ran).toEqual(['done']);
});

test('nothing runs after a cancel or a stop', () => {
	const clock = handClock();
	const ran: string[] = [];
	const pace = new Pace(clock, 1);
	const cancel = pace.after(10, () => ran.push('cancelled'));
	pace.after(10, () => ran.push('stopped'));
	cancel();
	pace.stop();
	clock.turn(100);
	expect(ran).toEqual([]);
});

test('while held nothing runs, and afterwards it goes on from where it was', () => {
	const clock = handClock();
	const ran: string[] = [];
	const pace = new Pace(clock, 2);
	pace.after(10_000, () => ran.push('waited'));
	clock.turn(3000);
	pace.hold(true);
	pace.after(1000, () => ran.push('asked while held'));
	pace.setSpeed(4);
	clock.turn(60_000);
	expect(ran).toEqual([]);
	pace.hold(false);
	clock.turn(250);
	expect(ran).toEqual(['asked while held']);
	clock.turn(749);
	expect(pace.waitingCount).toBe(1);
	clock.turn(1);
	expect(ran).toEqual(['asked while held', 'waited']);
	expect(pace.waitingCount).toBe(0);
});
