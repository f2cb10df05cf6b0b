import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { START } from '../../../tests/kit/worksession.ts';
import { ServerClock } from './server-clock.ts';

/** How far a timer on a screen may be off. */
const OFF_MS_MAX = 250;
const MINUTE_MS = 60_000;

/** A device whose monotonic clock started when it did, and a server at some distance. Time moves only by waiting. */
class World {
	elapsed = 0;
	readonly monotonic = (): number => 12_345 + this.elapsed;

	get serverNow(): number {
		return START + this.elapsed;
	}

	/** Asks over a line with these one-way delays. */
	ask(there: number, back: number): Promise<number> {
		this.elapsed += there;
		const answer = this.serverNow;
		this.elapsed += back;
		return Promise.resolve(answer);
	}

	off(clock: ServerClock): number {
		return Math.abs(clock.now() - this.serverNow);
	}
}

let world: World;

beforeEach(() => {
	world = new World();
});

describe('the server’s clock on a device', () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	test.each([
		['five minutes behind', -5 * MINUTE_MS],
		['right', 0],
		['five minutes ahead', 5 * MINUTE_MS]
	])('is right though the device’s own is %s, and stays so when that is set', async (_, wrongBy) => {
		vi.useFakeTimers({ now: START + wrongBy, toFake: ['Date'] });
		const clock = new ServerClock(START, world.monotonic);
		await clock.measure(() => world.ask(150, 150));
		expect(world.off(clock)).toBeLessThanOrEqual(OFF_MS_MAX);
		vi.setSystemTime(START - 60 * MINUTE_MS);
		world.elapsed += 90 * MINUTE_MS;
		expect(world.off(clock)).toBeLessThanOrEqual(OFF_MS_MAX);
	});

	test.each([
		[150, 150],
		[300, 0],
		[0, 300],
		[299, 1]
	])('is at most 250 ms off over a line that takes %i ms there and %i ms back', async (there, back) => {
		const clock = new ServerClock(START - 900, world.monotonic);
		await clock.measure(() => world.ask(there, back));
		expect(world.off(clock)).toBeLessThanOrEqual(OFF_MS_MAX);
	});

	test('believes the quickest answer', async () => {
		const delays = [
			[2000, 0],
			[10, 10],
			[0, 2000]
		] as const;
		const clock = new ServerClock(START, world.monotonic);
		let probe = 0;
		await clock.measure(() => {
			const [there, back] = delays[probe++] ?? [0, 0];
			return world.ask(there, back);
		});
		expect(probe).toBe(3);
		expect(world.off(clock)).toBe(0);
	});

	test('keeps what it knows when nobody answers', async () => {
		const clock = new ServerClock(START, world.monotonic);
		await expect(clock.measure(() => Promise.reject(new Error('timeout')))).rejects.toThrow('timeout');
		world.elapsed += 1000;
		expect(world.off(clock)).toBe(0);
	});
});
