import { expect, test } from 'vitest';
import { Clockwork } from '../../../tests/kit/clockwork.ts';
import { startHousekeeping } from './housekeeping.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/store.ts';

const HOUR_MS = 60 * 60_000;

function watched() {
	const clockwork = new Clockwork();
	const cleaned: number[] = [];
	const faults: unknown[] = [];
	const start = clockwork.now;
	const store: Store = {
		...memoryStore(),
		removeExpired: (now) => {
			cleaned.push((now - start) / HOUR_MS);
			return cleaned.length === 2 ? Promise.reject(new Error('disk full')) : Promise.resolve();
		}
	};
	const onFault = (error: unknown) => `fault-${faults.push(error)}`;
	return { clockwork, cleaned, faults, start: () => startHousekeeping(store, clockwork.system, onFault) };
}

test('what is over goes when Waaier starts and every hour after, also after a failure', async () => {
	const { clockwork, cleaned, faults, start } = watched();
	const stop = await start();
	for (let hour = 1; hour <= 3; hour += 1) {
		clockwork.advance(HOUR_MS);
		await clockwork.settle();
	}
	expect(cleaned).toEqual([0, 1, 2, 3]);
	expect(faults).toHaveLength(1);
	stop();
	clockwork.advance(5 * HOUR_MS);
	expect(cleaned).toHaveLength(4);
});
