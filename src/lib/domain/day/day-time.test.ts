import { describe, expect, test } from 'vitest';
import { anOpenWorksession, BREAK_ID, MINUTE, roundId, START } from '../../../../tests/kit/worksession.ts';
import { dayProgress, isHeld, itemsToCome, minutesTaken } from './day-time.ts';

/** Each round is planned at 30 minutes (10, 5, 10 and 5), the break between the second and the third at 30. */
const DAY_MS = 5 * 30 * MINUTE;

describe('the day against its plan', () => {
	test('says nothing before it begins, and nothing once it is closed', () => {
		const day = anOpenWorksession();
		expect(dayProgress(day.shared('facilitator'), START)).toBeNull();
		day.at('process', 'writing').act('facilitator', { type: 'CloseWorksession' });
		expect(dayProgress(day.shared('facilitator'), START)).toBeNull();
	});

	test('[W1] is on plan while a stage runs within its time', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const progress = dayProgress(day.shared('facilitator'), START + 10 * MINUTE);
		expect(progress).toEqual({ minutesBehind: 0, endsAt: START + DAY_MS });
	});

	test('[W1] falls behind by what a stage runs over, and stays so in the next', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const late = START + 22 * MINUTE;
		expect(dayProgress(day.shared('facilitator'), late)?.minutesBehind).toBe(12);
		day.later(22 * MINUTE).at('process', 'sharing');
		expect(dayProgress(day.shared('facilitator'), late)).toEqual({
			minutesBehind: 12,
			endsAt: START + DAY_MS + 12 * MINUTE
		});
	});

	test('[W1] falls behind by a minute that is put on the clock, and by every minute that it stands still', () => {
		const day = anOpenWorksession().at('process', 'writing');
		day.act('facilitator', { type: 'AdjustTimer', deltaMs: MINUTE });
		day.act('facilitator', { type: 'PauseTimer' });
		expect(dayProgress(day.state, START + 3 * MINUTE)?.minutesBehind).toBe(4);
	});

	test('[W1] is ahead when an item ended early or is passed over', () => {
		const day = anOpenWorksession()
			.at('process', 'writing')
			.later(20 * MINUTE)
			.at('strengths', 'writing');
		expect(dayProgress(day.state, day.now)?.minutesBehind).toBe(-10);
		day.at('bottlenecks', 'writing');
		expect(dayProgress(day.state, day.now)?.minutesBehind).toBe(-10 - 30 - 30);
	});

	test('[W1] comes nearer to its plan when what is to come is planned shorter, and further when the day grows', () => {
		const day = anOpenWorksession()
			.at('process', 'writing')
			.later(22 * MINUTE);
		const changes = [
			{ itemId: BREAK_ID, stage: null, minutes: 25 },
			{ itemId: roundId('needs'), stage: 'arranging', minutes: 6 }
		] as const;
		day.act('facilitator', { type: 'PlanMinutes', changes });
		expect(dayProgress(day.state, day.now)?.minutesBehind).toBe(12 - 9);
		day.act('facilitator', { type: 'AddBreak', title: 'Thee', minutes: 10, toIndex: 4 });
		expect(dayProgress(day.state, day.now)?.minutesBehind).toBe(12 - 9 + 10);
	});
});

describe('what is still to come', () => {
	test('leaves out what the group has had, also after it goes back', () => {
		const day = anOpenWorksession().at('process', 'closed').at('strengths', 'closed');
		day.act('facilitator', { type: 'StartItem', itemId: roundId('process') });
		expect(itemsToCome(day.state).map(({ id }) => id)).toEqual([
			BREAK_ID,
			roundId('bottlenecks'),
			roundId('needs')
		]);
	});

	test('holds a break that was started by mistake, until it was really held', () => {
		const day = anOpenWorksession().at('process', 'closed');
		const goTo = (itemId: string) => day.act('facilitator', { type: 'StartItem', itemId });
		const lunch = day.state.agenda[2];
		if (!lunch) throw new Error('The third item of the day is lunch');
		goTo(BREAK_ID);
		day.later(20_000);
		goTo(roundId('process'));
		expect(isHeld(day.state, lunch)).toBe(false);
		goTo(BREAK_ID);
		day.later(30 * MINUTE);
		expect(isHeld(day.state, lunch)).toBe(false);
		goTo(roundId('bottlenecks'));
		expect(isHeld(day.state, lunch)).toBe(true);
	});
});

test('what an item took is all visits together, and unknown while the group is at it', () => {
	const day = anOpenWorksession()
		.at('process', 'closed')
		.later(20 * MINUTE)
		.at('strengths', 'writing');
	expect(minutesTaken(day.state.itemTimes, roundId('process'))).toBe(20);
	expect(minutesTaken(day.state.itemTimes, roundId('strengths'))).toBeNull();
	day.later(60 * MINUTE).act('facilitator', { type: 'StartItem', itemId: roundId('process') });
	expect(minutesTaken(day.state.itemTimes, roundId('process'))).toBeNull();
	day.later(5 * MINUTE).act('facilitator', { type: 'StartItem', itemId: BREAK_ID });
	expect(minutesTaken(day.state.itemTimes, roundId('process'))).toBe(25);
});
