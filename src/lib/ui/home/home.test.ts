import { expect, test } from 'vitest';
import type { WorksessionSummary } from '#lib/domain/record/summary.ts';
import { coverageOf } from './coverage.ts';
import { minutesLeft, progressOf } from './session-item.ts';

function summary(part: Partial<WorksessionSummary>): WorksessionSummary {
	return {
		facts: {
			title: 'Dag',
			theme: 'ondermijning',
			group: 'follower',
			date: null,
			startsAt: '09:30',
			place: ''
		},
		authorVisibility: 'municipality',
		isTrial: false,
		doors: 'open',
		openedAt: 0,
		closedAt: null,
		rounds: [
			{ kind: 'process', stage: 'closed' },
			{ kind: 'strengths', stage: 'writing' }
		],
		currentRound: 1,
		timer: { kind: 'off' },
		peopleCount: 0,
		municipalities: [],
		cardCount: 0,
		exampleCount: 0,
		...part
	};
}

test('the fan has a blade for each round behind, and a yellow one for the round going on', () => {
	expect(progressOf(summary({}))).toEqual({ done: 1, running: true });
	expect(progressOf(summary({ currentRound: 0 }))).toEqual({ done: 1, running: false });
	expect(progressOf(summary({ currentRound: null }))).toEqual({ done: 1, running: false });
	expect(progressOf(summary({ doors: 'closed', currentRound: null }))).toEqual({ done: 2, running: false });
});

test('minutes left are rounded up, and none are told when no clock runs or its end has passed', () => {
	const timer = { kind: 'running', endsAt: 600_000, lengthMs: 600_000 } as const;
	expect(minutesLeft(summary({ timer }), 0)).toBe(10);
	expect(minutesLeft(summary({ timer }), 540_001)).toBe(1);
	expect(minutesLeft(summary({ timer }), 600_000)).toBeNull();
	expect(minutesLeft(summary({}), 0)).toBeNull();
});

test('a municipality that took part twice in a cell counts once, and an empty cell stays in view', () => {
	const live = { theme: 'ondermijning', group: 'follower', isLive: true } as const;
	const past = { theme: 'ondermijning', group: 'follower', isLive: false } as const;
	const { groups, rows } = coverageOf([
		{ ...live, municipalities: ['GM0363', 'GM0344'] },
		{ ...past, municipalities: ['GM0363'] }
	]);
	expect(groups).toEqual(['frontrunner', 'follower']);
	expect(rows[0]?.cells[1]).toMatchObject({ municipalities: ['GM0344', 'GM0363'], isLive: true });
	expect(rows[1]?.cells[0]).toMatchObject({ municipalities: [], isLive: false });
});

test('a day for both groups has its own column once there is one', () => {
	const { groups } = coverageOf([
		{ theme: 'armoede-schulden', group: 'mixed', municipalities: [], isLive: false }
	]);
	expect(groups).toEqual(['frontrunner', 'follower', 'mixed']);
});
