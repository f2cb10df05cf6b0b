import { beforeEach, describe, expect, test } from 'vitest';
import type { Timer } from '#lib/domain/day/timer.ts';
import { TimeMarks, type TimeMark } from './time-marks.ts';

const START = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const TICK_MS = 250;
const FIVE: TimeMark = { kind: 'minutes', minutes: 5 };
const ONE: TimeMark = { kind: 'minutes', minutes: 1 };
const OVER: TimeMark = { kind: 'over', minutes: 0 };

let marks: TimeMarks;
let now: number;
let endsAt: number;
let place: string;

beforeEach(() => {
	marks = new TimeMarks();
	now = START;
	endsAt = START + 10 * MINUTE_MS;
	place = 'bottlenecks writing';
	look();
});

function running(): Timer {
	return { kind: 'running', endsAt, lengthMs: 10 * MINUTE_MS };
}

function look(timer: Timer = running()): readonly TimeMark[] {
	return [marks.pass(place, timer, now) ?? []].flat();
}

/** Looks four times a second until so much is left. */
function runUntil(leftMs: number): readonly TimeMark[] {
	const told: TimeMark[] = [];
	while (endsAt - now > leftMs) {
		now += TICK_MS;
		told.push(...look());
	}
	return told;
}

describe('the time is told', () => {
	test('at five minutes, at one minute and at the end, each once', () => {
		expect(runUntil(5 * MINUTE_MS + 1000)).toEqual([]);
		expect(runUntil(5 * MINUTE_MS)).toEqual([FIVE]);
		expect(runUntil(MINUTE_MS + 1000)).toEqual([]);
		expect(runUntil(MINUTE_MS)).toEqual([ONE]);
		expect(runUntil(1000)).toEqual([]);
		expect(runUntil(0)).toEqual([OVER]);
		expect(runUntil(-20 * MINUTE_MS)).toEqual([]);
	});

	test('not again after a reload in the same minute', () => {
		runUntil(4.5 * MINUTE_MS);
		marks = new TimeMarks();
		expect(runUntil(2 * MINUTE_MS)).toEqual([]);
		runUntil(-5000);
		marks = new TimeMarks();
		expect(runUntil(-MINUTE_MS)).toEqual([]);
	});

	test('anew when time was added after the end', () => {
		runUntil(-5000);
		endsAt += MINUTE_MS;
		expect(look()).toEqual([]);
		expect(runUntil(-MINUTE_MS)).toEqual([OVER]);
	});

	test('anew at one minute when a minute was added within the last', () => {
		runUntil(30_000);
		endsAt += MINUTE_MS;
		expect(runUntil(-1000)).toEqual([ONE, OVER]);
	});

	test('not twice when the clock of the device is corrected just after a mark', () => {
		runUntil(5 * MINUTE_MS);
		now -= 2000;
		expect(runUntil(4 * MINUTE_MS)).toEqual([]);
		runUntil(0);
		now -= 2000;
		expect(runUntil(-10_000)).toEqual([]);
	});

	test('with the minutes that are left when time was taken away', () => {
		runUntil(7 * MINUTE_MS);
		endsAt -= 5 * MINUTE_MS;
		expect(look()).toEqual([{ kind: 'minutes', minutes: 2 }]);
	});

	test('once, the last, when a device slept over more marks', () => {
		now = endsAt - 30_000;
		expect(look()).toEqual([ONE]);
		expect(look()).toEqual([]);
	});

	test('not for a stage that takes five minutes in all when it starts', () => {
		runUntil(8 * MINUTE_MS);
		place = 'bottlenecks sharing';
		endsAt = now + 5 * MINUTE_MS;
		expect(look()).toEqual([]);
		expect(runUntil(0)).toEqual([ONE, OVER]);
	});

	test('not while the time stands still, nor twice over a pause', () => {
		runUntil(5 * MINUTE_MS);
		const paused: Timer = { kind: 'paused', remainingMs: 5 * MINUTE_MS, lengthMs: 10 * MINUTE_MS };
		now += 3 * MINUTE_MS;
		endsAt += 3 * MINUTE_MS;
		expect(look(paused)).toEqual([]);
		expect(look()).toEqual([]);
		expect(runUntil(2 * MINUTE_MS)).toEqual([]);
		expect(runUntil(MINUTE_MS)).toEqual([ONE]);
	});
});
