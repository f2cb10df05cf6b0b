import { beforeEach, describe, expect, test } from 'vitest';
import { DeviceWorld } from '../../../tests/kit/device-world.ts';
import { MINUTE, START } from '../../../tests/kit/worksession.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { ServerClock } from './server-clock.ts';

const OFF_MS_MAX = 250;

let world: DeviceWorld;
let clock: ServerClock;
let keeper: ClockKeeper;
let unanswered: number;

beforeEach(() => {
	world = new DeviceWorld({ wallWrongBy: 5 * MINUTE });
	world.there = world.back = 20;
	unanswered = 0;
	clock = new ServerClock(START - 900, world.clocks);
	keeper = new ClockKeeper({
		clock,
		ask: world.ask,
		later: world.later,
		unanswered: () => (unanswered += 1)
	});
});

function off(): number {
	return Math.abs(clock.now() - world.serverNow);
}

async function connect(): Promise<void> {
	keeper.connected();
	await world.pass(1000);
}

/** The page draws the time four times a second and looks at its clocks each time. */
async function draw(ms: number): Promise<void> {
	for (let passed = 0; passed < ms; passed += 250) {
		keeper.check();
		await world.pass(250);
	}
}

describe('keeping the clock', () => {
	test('the clock is measured on connecting, and not before', async () => {
		await draw(1000);
		expect(world.asked).toBe(0);
		await connect();
		expect(world.asked).toBe(3);
		expect(off()).toBe(0);
	});

	test('the time shown is right within a second after a minute of sleep', async () => {
		await connect();
		world.sleep(MINUTE);
		expect(off()).toBe(MINUTE);
		await draw(1000);
		expect(off()).toBeLessThanOrEqual(OFF_MS_MAX);
		expect(world.asked).toBe(6);
	});

	test('it is right within a second also when the line died during the sleep and nobody answers', async () => {
		await connect();
		world.isLineUp = false;
		world.there = 4000;
		world.sleep(MINUTE);
		await draw(1000);
		expect(off()).toBeLessThanOrEqual(OFF_MS_MAX);
		await draw(5000);
		expect(unanswered).toBe(1);
	});

	test('it is right at once when the device wakes without a connection', async () => {
		await connect();
		keeper.disconnected();
		world.sleep(90 * MINUTE);
		keeper.check();
		expect(off()).toBe(0);
		expect(world.asked).toBe(3);
	});

	test('a clock that is set ahead is not taken for sleep while the server answers', async () => {
		await connect();
		world.setWall(5 * MINUTE);
		for (let passed = 0; passed < 2000; passed += 10) {
			keeper.check();
			await world.pass(10);
			expect(off()).toBeLessThanOrEqual(OFF_MS_MAX);
		}
	});

	test('waking measures again although the clocks of the device agree', async () => {
		await connect();
		world.sleep(2000);
		world.setWall(-2000);
		keeper.woken();
		await world.pass(1000);
		expect(off()).toBe(0);
	});

	test('it is measured again every five minutes, one measurement at a time', async () => {
		await connect();
		keeper.woken();
		keeper.woken();
		await world.pass(1000);
		expect(world.asked).toBe(6);
		await world.pass(15 * MINUTE);
		expect(world.asked).toBe(15);
	});

	test('a page that is left asks nothing more', async () => {
		await connect();
		world.sleep(MINUTE);
		keeper.stop();
		await world.pass(60 * MINUTE);
		expect(world.asked).toBe(3);
	});

	test('a connection that comes back is measured, once', async () => {
		await connect();
		keeper.disconnected();
		await world.pass(10 * MINUTE);
		expect(world.asked).toBe(3);
		await connect();
		expect(world.asked).toBe(6);
	});
});
