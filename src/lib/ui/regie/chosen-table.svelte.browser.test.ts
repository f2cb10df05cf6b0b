import { beforeEach, describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { TableView } from '#lib/domain/visibility/shared-view.ts';
import { ChosenTable } from './chosen-table.svelte.ts';

const ALL: readonly TableView[] = [
	{ id: 't1', name: 'Tafel 1', exampleId: null },
	{ id: 't2', name: 'Tafel 2', exampleId: null }
];

function aCard(id: string, tableId: string | null): CardView {
	const blank = {
		text: id,
		author: null,
		stepId: null,
		clusterId: null,
		isLate: false,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null
	};
	return { ...blank, id, tableId };
}

function aRound(isAtTables: boolean, ...cards: readonly CardView[]): RoundView {
	const minutes = { writing: 5, sharing: 5, arranging: 5, voting: 5 };
	return {
		id: 'round-1',
		kind: 'bottlenecks',
		settings: {
			question: '',
			helpText: '',
			minutes,
			isAtTables,
			dotBudget: 5,
			budgetPer: 'person',
			dotsPerItemMax: 3
		},
		stage: 'sharing',
		closedAt: null,
		cardCount: cards.length,
		cards: Object.fromEntries(cards.map((card) => [card.id, card])),
		clusters: {},
		votersDone: 0,
		readyCount: 0,
		results: null,
		votedOn: null,
		codes: {},
		earlierVotes: []
	};
}

let round: RoundView | null = $state.raw(null);
let tables: readonly TableView[] = $state.raw(ALL);

function chosenTable(): ChosenTable {
	const table = new ChosenTable('day-1', () => ({ round, tables }));
	table.load(localStorage);
	return table;
}

beforeEach(() => {
	localStorage.clear();
	round = aRound(true, aCard('a', 't1'));
	tables = ALL;
});

describe('the table that a facilitator looks at', () => {
	test('is everybody’s at first, and the chosen one after a reload', () => {
		const table = chosenTable();
		expect(table.filter).toBe('all');
		table.choose({ tableId: 't2' });
		expect(table.tableId).toBe('t2');
		expect(chosenTable().filter).toEqual({ tableId: 't2' });
		table.choose('all');
		expect(chosenTable().filter).toBe('all');
	});

	test('is everybody’s while the chosen one is not there, and the chosen one again when it is', () => {
		const table = chosenTable();
		table.choose({ tableId: 't2' });
		tables = ALL.slice(0, 1);
		expect(table.filter).toBe('all');
		tables = ALL;
		expect(table.filter).toEqual({ tableId: 't2' });
	});

	test('is everybody’s in a round with the whole room, where there is nothing to choose', () => {
		const table = chosenTable();
		table.choose({ tableId: 't1' });
		round = aRound(false, aCard('a', null));
		expect(table.tabs).toEqual([]);
		expect(table.filter).toBe('all');
	});

	test('may be what belongs to no table, as long as there is such a card', () => {
		round = aRound(true, aCard('a', 't1'), aCard('b', null));
		const table = chosenTable();
		table.choose({ tableId: null });
		expect(chosenTable().filter).toEqual({ tableId: null });
		round = aRound(true, aCard('a', 't1'));
		expect(table.filter).toBe('all');
	});
});
