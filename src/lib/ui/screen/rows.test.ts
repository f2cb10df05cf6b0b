import { describe, expect, test } from 'vitest';
import { initialState } from '#lib/domain/worksession.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { sharedView, type SharedView } from '#lib/domain/visibility/shared-view.ts';
import { partsOf, WHOLE } from './parts.ts';
import { resultPages } from './result-pages.ts';
import { itemRows, resultRows, stepRows, tablesOf } from './rows.ts';
import { sceneOf } from './scene.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

function aCard(id: string, changes: Partial<CardView> = {}): CardView {
	return {
		id,
		text: `Kaart ${id}`,
		author: null,
		stepId: null,
		clusterId: null,
		tableId: null,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null,
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
			dotBudget: 3,
			budgetPer: 'person',
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
		votedOn: null,
		codes: {},
		earlierVotes: [],
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
			{ id: 's1', title: 'Signaal', tableId: null, details: NO_DETAILS },
			{ id: 's2', title: 'Koppelen', tableId: null, details: NO_DETAILS }
		],
		...changes
	};
}

describe('the scene of the hall screen', () => {
	test('before the first item, and before the doors open, it is the lobby', () => {
		expect(sceneOf(aView()).kind).toBe('lobby');
		expect(sceneOf(aView({ doors: 'prepared', currentItemId: 'r1' })).kind).toBe('lobby');
	});

	test('a break shows its name and what comes, a round its stage and its number without the breaks', () => {
		const coming = { kind: 'round', number: 1, round: { id: 'r1' } };
		expect(sceneOf(aView({ currentItemId: 'b1' }))).toMatchObject({ title: 'Lunch', next: coming });
		const last = aView({ currentItemId: 'b1' });
		expect(sceneOf({ ...last, agenda: last.agenda.toReversed() })).toMatchObject({
			kind: 'break',
			next: null
		});
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
		expect(stepRows(aView(), aRound(), WHOLE).map(({ number, cardCount }) => [number, cardCount])).toEqual([
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

describe('a round of tables on the hall screen', () => {
	const tables = ['t1', 't2', 't3'].map((id) => ({ id, name: `Tafel ${id}`, exampleId: null }));
	const cards = [
		aCard('a', { clusterId: 'k', tableId: 't1' }),
		aCard('b', { clusterId: 'k', tableId: 't2' }),
		aCard('c', { stepId: 's2', tableId: 't2' })
	];
	const round = aRound({ cards: Object.fromEntries(cards.map((card) => [card.id, card])) });
	const steps = [
		{ id: 's1', title: 'Signaal', tableId: null, details: NO_DETAILS },
		{ id: 's2', title: 'Koppelen', tableId: 't2', details: NO_DETAILS },
		{ id: 's3', title: 'Delen', tableId: 't1', details: NO_DETAILS }
	];

	test('each table where something was written takes its turn, and what is of no table comes last', () => {
		const named = (parts: ReturnType<typeof partsOf>) => parts.map(({ table }) => table?.id ?? null);
		expect(named(partsOf({ tables }, round))).toEqual(['t1', 't2']);
		const withLoose = aRound({ cards: { ...round.cards, d: aCard('d') } });
		expect(named(partsOf({ tables }, withLoose))).toEqual(['t1', 't2', null]);
	});

	test('without tables the round is shown as one', () => {
		expect(partsOf({ tables: [] }, aRound())).toEqual([WHOLE]);
	});

	test('a cluster of two tables counts at each of them what was written there', () => {
		expect(itemRows(round, { tableId: 't1' }).map(({ key, cardCount }) => [key, cardCount])).toEqual([
			['cluster:k', 1]
		]);
		expect(itemRows(round).map(({ key, cardCount }) => [key, cardCount])).toEqual([
			['cluster:k', 2],
			['card:c', 1]
		]);
	});

	test('a table shows its own steps and the shared ones where it has something, with their numbers', () => {
		const at = (tableId: string) =>
			stepRows({ steps, tables }, round, { filter: { tableId }, isNamed: true });
		expect(at('t1').map(({ key, number }) => [key, number])).toEqual([
			['s1', 1],
			['s3', 2]
		]);
		expect(at('t3')).toEqual([]);
	});

	test('the result of the whole room comes first, then that of each table that got dots', () => {
		const one = { municipalities: 1, people: 1 };
		const voted = { ...round, results: { 'cluster:k': { dots: 2, ...one }, 'card:c': { dots: 5, ...one } } };
		const pages = resultPages({ tables }, voted);
		expect(pages.map(({ part, rows }) => [part.table?.id ?? null, rows.map(({ key }) => key)])).toEqual([
			[null, ['card:c', 'cluster:k']],
			['t1', ['cluster:k']],
			['t2', ['card:c', 'cluster:k']]
		]);
		expect(resultPages({ tables }, round)).toEqual([]);
	});

	test('a line knows from which tables it comes', () => {
		expect(itemRows(round).map((row) => tablesOf(row, tables).map(({ id }) => id))).toEqual([
			['t1', 't2'],
			['t2']
		]);
	});
});
