import { expect, it } from 'vitest';
import { keepsEveryPromise, SCHEDULES } from './schedules.ts';

it(`keeps every promise in ${SCHEDULES / 2} schedules of days on which authors are told`, async () => {
	const played = await keepsEveryPromise(['open', 'municipality']);
	expect(played).toBeGreaterThanOrEqual(SCHEDULES / 2);
});
