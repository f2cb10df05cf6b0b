import { expect, it } from 'vitest';
import { keepsEveryPromise, SCHEDULES } from './schedules.ts';

it(`keeps every promise in ${SCHEDULES / 2} schedules of days on which authors are not told`, async () => {
	const played = await keepsEveryPromise(['anonymous-in-room', 'fully-anonymous']);
	expect(played).toBeGreaterThanOrEqual(SCHEDULES / 2);
});
