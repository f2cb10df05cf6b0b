import { describe, expect, test } from 'vitest';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { RoundKind, Stage } from '#lib/domain/vocabulary.ts';
import type { CardGroup } from '#lib/export/cards-beforehand.ts';
import { namedRounds, openRounds, partsOf, planFault, suggestedTargets } from './put-in-plan.ts';

function aRound(id: string, kind: RoundKind, stage: Stage, cardCount = 0): RoundView {
	return {
		id,
		kind,
		stage,
		cardCount,
		settings: {
			question: '',
			helpText: '',
			minutes: { writing: 5, sharing: 5, arranging: null, voting: null },
			isAtTables: false,
			dotBudget: 5,
			budgetPer: 'person',
			dotsPerItemMax: 3
		},
		closedAt: null,
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

function aDay(...rounds: readonly RoundView[]) {
	return {
		agenda: rounds.map(({ id }) => ({ kind: 'round', id }) as const),
		rounds: Object.fromEntries(rounds.map((round) => [round.id, round]))
	};
}

function aGroup(key: string, kind: RoundKind | null, count: number): CardGroup {
	const cards = Array.from({ length: count }, (_, index) => ({ text: `${key}${index}`, municipalities: [] }));
	return { key, kind, question: '', cards, refused: [] };
}

const DAY = aDay(
	aRound('r1', 'process', 'closed'),
	aRound('r2', 'bottlenecks', 'waiting'),
	aRound('r3', 'bottlenecks', 'writing', 1990),
	aRound('r4', 'needs', 'sharing')
);

describe('where cards can go beforehand', () => {
	test('only rounds of which the room has not seen the cards, by their number in the day', () => {
		expect(openRounds(DAY).map(({ name }) => name)).toEqual(['Ronde 2 · Knelpunten', 'Ronde 3 · Knelpunten']);
		expect(namedRounds(DAY)).toHaveLength(4);
	});

	test('the first open round of their kind is suggested, and for a list without a kind the only one', () => {
		const groups = [aGroup('a', 'bottlenecks', 1), aGroup('b', 'needs', 1), aGroup('c', null, 1)];
		expect(suggestedTargets(groups, openRounds(DAY))).toEqual({ a: 'r2', b: '', c: '' });
		expect(suggestedTargets(groups, openRounds(DAY).slice(1))).toEqual({ a: 'r3', b: '', c: 'r3' });
	});

	test('groups for one round go in together, and a group without a round or a card stays out', () => {
		const groups = [aGroup('a', null, 2), aGroup('b', null, 1), aGroup('c', null, 1), aGroup('d', null, 0)];
		const parts = partsOf(groups, { a: 'r3', b: '', c: 'r3', d: 'r2' });
		expect(parts.map(({ roundId, cards }) => [roundId, cards.map(({ text }) => text)])).toEqual([
			['r3', ['a0', 'a1', 'c0']]
		]);
	});

	test('limits are told in words before anything is sent', () => {
		const faultOf = (roundId: string, count: number) =>
			planFault(partsOf([aGroup('a', null, count)], { a: roundId }), openRounds(DAY));
		expect(faultOf('', 1)).toBe('Kies eerst een ronde.');
		expect(faultOf('r2', 500)).toBeNull();
		expect(faultOf('r2', 501)).toContain('500');
		expect(faultOf('r3', 10)).toBeNull();
		expect(faultOf('r3', 11)).toContain('nog plaats voor 10');
	});
});
