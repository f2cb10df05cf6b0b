import { expect, test } from 'vitest';
import { UNWATCHED_MS_MAX, Unwatched } from './unwatched.ts';

const MINUTE_MS = 60_000;

/** A watch with a clock that is turned by hand, a minute at a time. */
function aWatch() {
	let now = 0;
	let waiting: (() => void) | null = null;
	const seen = { isWatched: true, ended: 0, faults: 0 };
	const watch = new Unwatched({
		system: {
			now: () => now,
			later(_, run) {
				waiting = run;
				return () => (waiting = null);
			}
		},
		isWatched: () => Promise.resolve(seen.isWatched),
		onUnwatched: () => (seen.ended += 1),
		onFault: () => (seen.faults += 1)
	});
	return {
		watch,
		seen,
		isWaiting: () => waiting !== null,
		turn: async (minutes: number): Promise<void> => {
			for (let count = 0; count < minutes; count += 1) {
				now += MINUTE_MS;
				const run = waiting;
				waiting = null;
				run?.();
				await Promise.resolve();
				await Promise.resolve();
			}
		}
	};
}

const LIMIT_MINUTES = UNWATCHED_MS_MAX / MINUTE_MS;

test('nothing ends while somebody looks, however long', async () => {
	const { seen, turn } = aWatch();
	await turn(LIMIT_MINUTES * 4);
	expect(seen.ended).toBe(0);
});

test('half an hour after the last look it ends, once', async () => {
	const { seen, turn, isWaiting } = aWatch();
	await turn(5);
	seen.isWatched = false;
	await turn(LIMIT_MINUTES - 1);
	expect(seen.ended).toBe(0);
	await turn(1);
	expect(seen.ended).toBe(1);
	expect(isWaiting()).toBe(false);
});

test('one look in between starts the half hour anew', async () => {
	const { seen, turn } = aWatch();
	seen.isWatched = false;
	await turn(LIMIT_MINUTES - 1);
	seen.isWatched = true;
	await turn(1);
	seen.isWatched = false;
	await turn(LIMIT_MINUTES - 1);
	expect(seen.ended).toBe(0);
});

test('what was ended looks no more', async () => {
	const { watch, seen, turn, isWaiting } = aWatch();
	seen.isWatched = false;
	watch.end();
	await turn(LIMIT_MINUTES + 1);
	expect([seen.ended, isWaiting()]).toEqual([0, false]);
});
