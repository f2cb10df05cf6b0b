import { describe, expect, test } from 'vitest';
import { anOpenWorksession, MINUTE, roundId, START } from '../../../../tests/kit/worksession.ts';
import { dayProgress, minutesTaken } from './day-progress.ts';

/** Each round is planned at 30 minutes, the break between the second and the third at 30. */
const ROUND_MINUTES = 30;

describe('the day against its plan', () => {
	test('says nothing before it begins', () => {
		expect(dayProgress(anOpenWorksession().shared('facilitator'), START)).toBeNull();
	});

	test('is on plan while an item runs within its time', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const progress = dayProgress(day.shared('facilitator'), START + 10 * MINUTE);
		expect(progress).toEqual({ minutesBehind: 0, endsAt: START + 5 * ROUND_MINUTES * MINUTE });
	});

	test('falls behind by what an item runs over, and stays so in the next', () => {
		const day = anOpenWorksession().at('process', 'writing');
		const late = START + (ROUND_MINUTES + 12) * MINUTE;
		expect(dayProgress(day.shared('facilitator'), late)?.minutesBehind).toBe(12);
		day.later(late - START).at('strengths', 'writing');
		const progress = dayProgress(day.shared('facilitator'), late);
		expect(progress).toEqual({ minutesBehind: 12, endsAt: late + 4 * ROUND_MINUTES * MINUTE });
	});

	test('is ahead when an item ended early', () => {
		const day = anOpenWorksession()
			.at('process', 'writing')
			.later(20 * MINUTE)
			.at('strengths', 'writing');
		expect(dayProgress(day.shared('facilitator'), day.now)?.minutesBehind).toBe(-10);
		expect(minutesTaken(day.state.itemTimes, roundId('process'))).toBe(20);
		expect(minutesTaken(day.state.itemTimes, roundId('strengths'))).toBeNull();
	});
});
