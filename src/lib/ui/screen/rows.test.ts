import { describe, expect, test } from 'vitest';
import { initialState } from '#lib/domain/worksession.ts';
import { sharedView, type CardView, type RoundView, type SharedView } from '#lib/domain/visibility.ts';
import { itemRows, resultRows, stepRows } from './rows.ts';
import { sceneOf } from './scene.ts';

function aCard(id: string, changes: Partial<CardView> = {}): CardView {
	return {
		id,
		text: `Kaart ${id}`,
		author: null,
		stepId: null,
		clusterId: null,
		tableId: null,
		isPutIn: false,
		isLate: false,
		...changes
	};
}

function aRound(changes: Partial<RoundView> = {}): RoundView {
	const cards = [
		aCard('a', { clusterId: 'k' }),
		aCard('b', { clusterId: 'k' }),
		aCard('c', { stepId: 's2' })
	];
	return {
		id: 'r1',
		kind: 'bottlenecks',
		settings: {
			question: 'Waar liep het vast?',
			helpText: '',
			minutes: { writing: 8, sharing: 5, arranging: 10, voting: 5 },
			isAtTables: true,
			dotsPerPerson: 3,
			dotsPerItemMax: 3
		},
		stage: 'arranging',
		closedAt: null,
		cardCount: 3,
		cards: Object.fromEntries(cards.map((card) => [card.id, card])),
		clusters: { k: { id: 'k', title: 'Stapel', stepId: 's1' } },
		votersDone: 0,
		readyCount: 0,
		results: null,
		...changes
	};
}

function aView(changes: Partial<SharedView> = {}): SharedView {
	return {
		...sharedView(initialState('w1'), { names: new Map(), epoch: 0 }, 'screen'),
		doors: 'open',
		agenda: [
			{ kind: 'break', id: 'b1', title: 'Lunch', minutes: 45 },
			{ kind: 'round', id: 'r1' }
		],
		rounds: { r1: aRound() },
		steps: [
			{ id: 's1', title: 'Signaal', tableId: null },
			{ id: 's2', title: 'Koppelen', tableId: null }
		],
		...changes
	};
}

describe('the scene of the hall screen', () => {
	test('before the first item, and before the doors open, it is the lobby', () => {
		expect(sceneOf(aView()).kind).toBe('lobby');
		expect(sceneOf(aView({ doors: 'prepared', currentItemId: 'r1' })).kind).toBe('lobby');
	});

	test('a break shows its name, a round its stage and its number without the breaks', () => {
		expect(sceneOf(aView({ currentItemId: 'b1' }))).toEqual({ kind: 'break', title: 'Lunch', minutes: 45 });
		expect(sceneOf(aView({ currentItemId: 'r1' }))).toMatchObject({ kind: 'arranging', number: 1 });
	});

	test('a break before the first round is the lobby: people still come in and need the code', () => {
		const welcome = aView({ currentItemId: 'b1', rounds: { r1: aRound({ stage: 'waiting' }) } });
		expect(sceneOf(welcome).kind).toBe('lobby');
	});

	test('what is in the spotlight takes the place of everything else in its round, and of nothing outside it', () => {
		const spotlight = { roundId: 'r1', item: { kind: 'cluster', id: 'k' } } as const;
		const lit = aView({ currentItemId: 'r1', spotlight });
		expect(sceneOf(lit)).toMatchObject({ kind: 'spotlight', lit: { title: 'Stapel', cardCount: 2 } });
		expect(sceneOf({ ...lit, currentItemId: 'b1' }).kind).not.toBe('spotlight');
		expect(sceneOf({ ...lit, doors: 'closed' }).kind).toBe('ended');
	});

	test('a closed round shows its result, a closed worksession the end', () => {
		const closed = aView({ currentItemId: 'r1', rounds: { r1: aRound({ stage: 'closed' }) } });
		expect(sceneOf(closed).kind).toBe('result');
		expect(sceneOf({ ...closed, doors: 'closed' }).kind).toBe('ended');
	});
});

describe('rows of the hall screen', () => {
	test('a cluster is one row with its cards counted, before loose cards', () => {
		expect(itemRows(aRound()).map(({ title, cardCount }) => [title, cardCount])).toEqual([
			['Stapel', 2],
			['Kaart c', 1]
		]);
	});

	test('each step counts the cards of its clusters and its loose cards', () => {
		expect(stepRows(aView(), aRound()).map(({ number, cardCount }) => [number, cardCount])).toEqual([
			[1, 2],
			[2, 1]
		]);
	});

	test('results stand in order of dots; without results there are none', () => {
		const results = {
			'card:c': { dots: 7, municipalities: 4, people: 5 },
			'cluster:k': { dots: 2, municipalities: 1, people: 2 }
		};
		expect(resultRows(aRound({ results })).map(({ title, result }) => [title, result.dots])).toEqual([
			['Kaart c', 7],
			['Stapel', 2]
		]);
		expect(resultRows(aRound())).toEqual([]);
	});
});
