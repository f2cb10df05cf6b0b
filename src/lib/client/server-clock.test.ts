import { describe, expect, test } from 'vitest';
import { DeviceWorld } from '../../../tests/kit/device-world.ts';
import { MINUTE, START } from '../../../tests/kit/worksession.ts';
import { ServerClock } from './server-clock.ts';

/** How far a timer on a screen may be off. */
const OFF_MS_MAX = 250;

function off(clock: ServerClock, world: DeviceWorld): number {
	return Math.abs(clock.now() - world.serverNow);
}

/** Measures while the world goes on; gives the clock. */
async function measured(world: DeviceWorld, clock: ServerClock): Promise<ServerClock> {
	const done = clock.measure(world.ask);
	await world.pass(3 * (world.there + world.back));
	await done;
	return clock;
}

describe('the server’s clock on a device', () => {
	test.each([
		['five minutes behind', -5 * MINUTE],
		['right', 0],
		['five minutes ahead', 5 * MINUTE]
	])('is right though the device’s own is %s, and stays so when that is set back', async (_, wallWrongBy) => {
		const world = new DeviceWorld({ wallWrongBy });
		world.there = world.back = 150;
		const clock = await measured(world, new ServerClock(START - 900, world.clocks));
		expect(off(clock, world)).toBeLessThanOrEqual(OFF_MS_MAX);
		world.setWall(-60 * MINUTE);
		clock.settle();
		await world.pass(90 * MINUTE);
		clock.settle();
		expect(off(clock, world)).toBeLessThanOrEqual(OFF_MS_MAX);
	});

	test.each([
		[150, 150],
		[300, 0],
		[0, 300],
		[299, 1],
		[300, 300]
	])('is at most 250 ms off over a line that takes %i ms there and %i ms back', async (there, back) => {
		const world = new DeviceWorld();
		Object.assign(world, { there, back });
		const clock = await measured(world, new ServerClock(START - 900, world.clocks));
		expect(off(clock, world)).toBeLessThanOrEqual(OFF_MS_MAX);
	});

	test('believes the quickest answer', async () => {
		const world = new DeviceWorld();
		const clock = new ServerClock(START - 5000, world.clocks);
		for (const [there, back] of [
			[2000, 0],
			[10, 10],
			[0, 2000]
		] as const) {
			Object.assign(world, { there, back });
			await measured(world, clock);
		}
		expect(world.asked).toBe(9);
		expect(off(clock, world)).toBe(0);
	});

	test('is not made worse by measuring again over a slow line', async () => {
		const world = new DeviceWorld();
		world.there = world.back = 5;
		const clock = await measured(world, new ServerClock(START, world.clocks));
		Object.assign(world, { there: 3000, back: 0 });
		await measured(world, clock);
		expect(off(clock, world)).toBe(0);
	});

	test('is corrected by a slow line when it cannot be right', async () => {
		const world = new DeviceWorld();
		world.there = world.back = 5;
		const clock = await measured(world, new ServerClock(START, world.clocks));
		world.sleep(MINUTE);
		world.setWall(-MINUTE);
		expect(clock.isInDoubt, 'nothing on the device shows this').toBe(false);
		Object.assign(world, { there: 200, back: 200 });
		await measured(world, clock);
		expect(off(clock, world)).toBeLessThanOrEqual(OFF_MS_MAX);
	});

	test('keeps what it knows when nobody answers', async () => {
		const world = new DeviceWorld();
		const clock = new ServerClock(START, world.clocks);
		world.isLineUp = false;
		await expect(clock.measure(world.ask)).rejects.toThrow('No answer came');
		await world.pass(1000);
		expect(off(clock, world)).toBe(0);
	});

	test('is in doubt after sleep, counts the sleep when settled, and believes the next measurement', async () => {
		const world = new DeviceWorld();
		world.there = world.back = 5;
		const clock = await measured(world, new ServerClock(START, world.clocks));
		await world.pass(10 * MINUTE);
		expect(clock.isInDoubt).toBe(false);
		world.sleep(MINUTE);
		expect(clock.isInDoubt).toBe(true);
		expect(off(clock, world)).toBe(MINUTE);
		clock.settle();
		expect(clock.isInDoubt).toBe(false);
		expect(off(clock, world)).toBe(0);
		world.setWall(3000);
		clock.settle();
		expect(off(clock, world)).toBe(3000);
		Object.assign(world, { there: 150, back: 0 });
		await measured(world, clock);
		expect(off(clock, world)).toBe(75);
	});

	test('does not believe an answer that was under way while the device slept', async () => {
		const world = new DeviceWorld();
		world.there = world.back = 20;
		const clock = new ServerClock(START - 900, world.clocks);
		const done = clock.measure(world.ask);
		await world.pass(30);
		world.sleep(MINUTE);
		await world.pass(200);
		await done;
		expect(world.asked).toBe(3);
		expect(off(clock, world)).toBe(0);
	});
});
