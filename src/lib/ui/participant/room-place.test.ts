import { describe, expect, test } from 'vitest';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { numberedRounds, placeOf, whatComes } from './room-place.ts';

function aRound(id: string, stage: RoundView['stage'] = 'waiting'): RoundView {
	const minutes = { writing: 8, sharing: 8, arranging: 8, voting: 4 };
	return {
		id,
		kind: 'bottlenecks',
		settings: {
			question: 'Waar liep het vast?',
			helpText: '',
			minutes,
			isAtTables: true,
			dotBudget: 5,
			budgetPer: 'person',
			dotsPerItemMax: 3
		},
		stage,
		closedAt: null,
		cardCount: 0,
		cards: {},
		clusters: {},
		votersDone: 0,
		readyCount: 0,
		results: null,
		votedOn: null,
		codes: {},
		earlierVotes: []
	};
}

const lunch = { kind: 'break', id: 'lunch', title: 'Lunch', minutes: 30 } as const;

function aDay(currentItemId: string | null, doors: 'prepared' | 'open' | 'closed' = 'open') {
	return {
		agenda: [{ kind: 'round', id: 'r1' } as const, lunch, { kind: 'round', id: 'r2' } as const],
		rounds: { r2: aRound('r2'), r1: aRound('r1', 'closed') },
		currentItemId,
		doors,
		ratings: [],
		shownRating: null,
		wrapUp: null
	};
}

describe('where the group is', () => {
	test('rounds are numbered in the order of the day, breaks are not counted', () => {
		expect(numberedRounds(aDay(null)).map(({ round, number }) => [round.id, number])).toEqual([
			['r1', 1],
			['r2', 2]
		]);
	});

	test('is the lobby before the first item and before the doors open', () => {
		expect(placeOf(aDay(null)).kind).toBe('lobby');
		expect(placeOf(aDay('r1', 'prepared')).kind).toBe('lobby');
	});

	test('is the current round or break, and closed once the worksession is', () => {
		expect(placeOf(aDay('r2'))).toMatchObject({ kind: 'round', number: 2 });
		expect(placeOf(aDay('lunch'))).toEqual({ kind: 'break', item: lunch });
		expect(placeOf(aDay('r2', 'closed')).kind).toBe('closed');
	});

	test('is the lobby as long as no round has begun, also when the day opens with a welcome', () => {
		const day = { ...aDay('lunch'), rounds: { r1: aRound('r1'), r2: aRound('r2') } };
		expect(placeOf(day).kind).toBe('lobby');
	});

	test('after a round comes the next one, and the break before it', () => {
		expect(whatComes(aDay('r1'))).toMatchObject({ pause: lunch, next: { number: 2 } });
		expect(whatComes(aDay('lunch'))).toMatchObject({ pause: null, next: { number: 2 } });
		expect(whatComes(aDay('r2'))).toEqual({ pause: null, next: null });
		expect(whatComes(aDay(null))).toMatchObject({ pause: null, next: { number: 1 } });
	});
});
