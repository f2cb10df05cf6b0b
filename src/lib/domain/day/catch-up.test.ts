import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	BREAK_ID,
	MINUTE,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import { play, worlds } from '../../../../tests/kit/histories/index.ts';
import {
	BREAK_MINUTES_LEAST,
	givers,
	MEAL_FROM_MINUTES,
	MEAL_MINUTES_LEAST,
	minutesGiven,
	planChanges,
	STAGE_MINUTES_LEAST,
	suggestedGifts,
	type Giver
} from './catch-up.ts';
import type { Context } from '../commands.ts';
import { dayProgress } from './day-time.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

function canGive(day: Story): Record<string, number> {
	return Object.fromEntries(givers(day.state, day.now).map((giver) => [giver.key, giver.canGive]));
}

describe('where minutes can come from', () => {
	test('[W2] a stage keeps 3 minutes, a break 5 and a meal 30; what has passed gives nothing', () => {
		const day = anOpenWorksession().at('bottlenecks', 'voting').at('bottlenecks', 'closed');
		const needs = roundId('needs');
		day.act('facilitator', { type: 'AddBreak', title: 'Pauze', minutes: 15, toIndex: 4 });
		day.act('facilitator', { type: 'AddBreak', title: 'Eten', minutes: 40, toIndex: 5 });
		const breaks = day.state.agenda.flatMap((item) =>
			item.kind === 'break' && item.id !== BREAK_ID ? [item.id] : []
		);
		expect(canGive(day)).toEqual({
			[`${breaks[0]}:break`]: 10,
			[`${breaks[1]}:break`]: 10,
			[`${needs}:writing`]: 7,
			[`${needs}:sharing`]: 2,
			[`${needs}:arranging`]: 7,
			[`${needs}:voting`]: 2
		});
	});

	test('[W3] the longest come first: a minute less is there the smallest part', () => {
		const day = anOpenWorksession().at('strengths', 'arranging');
		const minutes = givers(day.state, day.now).map((giver) => giver.minutes);
		expect(minutes[0]).toBe(30);
		expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
	});

	test('[W2] what runs gives what is left of it but one minute, and nothing once its time is over', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const key = `${roundId('process')}:writing`;
		expect(canGive(day)[key]).toBe(7);
		expect(canGive(day.later(5.5 * MINUTE))[key]).toBe(3);
		expect(canGive(day.later(3 * MINUTE))[key]).toBeUndefined();
		expect(canGive(day.later(30 * MINUTE))[key]).toBeUndefined();
	});

	test('a break that runs gives too, and a round that the group came back to does not', () => {
		const day = anOpenWorksession().at('process', 'closed');
		day.act('facilitator', { type: 'StartItem', itemId: BREAK_ID });
		expect(canGive(day.later(20 * MINUTE))[`${BREAK_ID}:break`]).toBe(9);
		day.act('facilitator', { type: 'StartItem', itemId: roundId('process') });
		expect(Object.keys(canGive(day)).some((key) => key.startsWith(roundId('process')))).toBe(false);
	});
});

describe('the suggestion', () => {
	const giver = (key: string, minutes: number, most: number): Giver => ({
		key,
		itemId: key,
		stage: null,
		minutes,
		canGive: most,
		isRunning: false
	});

	test('[W3] takes from each about the same share', () => {
		const from = [giver('long', 40, 10), giver('middle', 20, 17), giver('short', 10, 7)];
		expect(Object.fromEntries(suggestedGifts(from, 7))).toEqual({ long: 4, middle: 2, short: 1 });
	});

	test('takes all there is when that is less than wanted, and nothing when nothing is wanted', () => {
		const from = [giver('one', 10, 2), giver('two', 8, 3)];
		expect(minutesGiven(from, suggestedGifts(from, 30))).toBe(5);
		expect(suggestedGifts(from, 0).size).toBe(0);
	});
});

describe('planning it', () => {
	test('[T7] brings the end nearer by exactly what is given, also from what runs, and takes back to the minute', () => {
		const day = anOpenWorksession()
			.at('process', 'writing')
			.later(2 * MINUTE);
		const endsAt = () => dayProgress(day.state, day.now)?.endsAt;
		const [before, timer] = [endsAt() ?? 0, day.state.timer];
		const from = givers(day.state, day.now);
		const gifts = suggestedGifts(from, 20);
		const { changes, undo } = planChanges(from, gifts);
		expect(gifts.get(`${roundId('process')}:writing`)).toBeGreaterThan(0);
		day.act('facilitator', { type: 'PlanMinutes', changes });
		expect(endsAt()).toBe(before - 20 * MINUTE);
		day.act('facilitator', { type: 'PlanMinutes', changes: undo });
		expect(endsAt()).toBe(before);
		expect(day.state.timer).toEqual(timer);
	});

	test('[T7] a clock that is paused moves too, and one that is off stays off', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const plan = (minutes: number) =>
			day.act('facilitator', {
				type: 'PlanMinutes',
				changes: [{ itemId: roundId('process'), stage: 'writing', minutes }]
			});
		day.act('facilitator', { type: 'PauseTimer' });
		plan(6);
		expect(day.state.timer).toEqual({ kind: 'paused', remainingMs: 6 * MINUTE, lengthMs: 6 * MINUTE });
		day.at('process', 'closed');
		plan(10);
		expect(day.state.timer).toEqual({ kind: 'off' });
	});

	test('[T7] another stage than the present one leaves the clock alone', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const { timer } = day.state;
		const changes = [{ itemId: roundId('process'), stage: 'voting', minutes: 3 }] as const;
		day.act('facilitator', { type: 'PlanMinutes', changes });
		expect(day.state.timer).toEqual(timer);
	});
});

describe('on any day', () => {
	test('[W2] nothing goes below its least or gives what has passed, and the end moves by what is given', () => {
		let tried = 0;
		fc.assert(
			fc.property(worlds, fc.nat({ max: 90 }), (world, wanted) => {
				play(world, ({ after, contextOf }) => {
					tried += holdsAt(after, contextOf('facilitator'), wanted) ? 1 : 0;
				});
			}),
			{ numRuns: 60, seed: 20_261_123 }
		);
		expect(tried).toBeGreaterThan(500);
	});
});

/** False where there is nothing to catch up with. */
function holdsAt(day: Worksession, context: Context, wanted: number): boolean {
	const { now } = context;
	const from = givers(day, now);
	const gifts = suggestedGifts(from, wanted);
	const most = from.reduce((sum, giver) => sum + giver.canGive, 0);
	const given = minutesGiven(from, gifts);
	if (given !== Math.min(wanted, most))
		throw new Error('The suggestion is as much as is wanted, or all there is');
	for (const giver of from) keepsItsLeast(day, giver, now);
	const { changes } = planChanges(from, gifts);
	const before = dayProgress(day, now);
	if (given === 0 || before === null) return false;
	const planned = decide(day, { type: 'PlanMinutes', changes }, context);
	if (!planned.ok) throw new Error(`The plan is refused: ${planned.rejection}`);
	const after = dayProgress(planned.value.reduce(evolve, day), now);
	if (after?.endsAt !== before.endsAt - given * MINUTE) throw new Error('The end moves by what is given');
	return true;
}

function keepsItsLeast(
	day: Worksession,
	{ itemId, stage, minutes, canGive: most, isRunning }: Giver,
	now: number
): void {
	const least =
		stage !== null
			? STAGE_MINUTES_LEAST
			: minutes >= MEAL_FROM_MINUTES
				? MEAL_MINUTES_LEAST
				: BREAK_MINUTES_LEAST;
	if (most < 1 || minutes - most < least) throw new Error(`${itemId} ${stage} goes below its least`);
	const isPast = day.rounds[itemId]?.stage === 'closed';
	if (isPast) throw new Error(`${itemId} is over and gives nothing`);
	const { timer } = day;
	const left =
		timer.kind === 'running' ? timer.endsAt - now : timer.kind === 'paused' ? timer.remainingMs : 0;
	if (isRunning && (itemId !== day.currentItemId || most * MINUTE > left - MINUTE))
		throw new Error('What runs gives no minute that has passed');
}
