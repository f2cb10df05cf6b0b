import { describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import { roundAtTable, tablesOf } from './round-at-table.ts';

const tables = [
	{ id: 't1', name: 'Tafel 1', exampleId: null },
	{ id: 't2', name: 'Tafel 2', exampleId: null }
];

function aCard(id: string, tableId: string | null, clusterId: string | null = null): CardView {
	return {
		id,
		text: id,
		author: null,
		stepId: null,
		clusterId,
		tableId,
		isLate: false,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null
	};
}

const cards = [
	aCard('1', 't1', 'own'),
	aCard('2', 't1', 'both'),
	aCard('3', 't2', 'both'),
	aCard('4', 't2'),
	aCard('5', null)
];
const round = {
	cards: Object.fromEntries(cards.map((card) => [card.id, card])),
	clusters: {
		own: { id: 'own', title: 'Van tafel 1', stepId: null },
		both: { id: 'both', title: 'Van beide', stepId: null }
	}
};

describe('a round at a table', () => {
	test('is what was written there, with whole stacks', () => {
		const here = roundAtTable(round, { tableId: 't1' });
		expect(Object.keys(here.cards)).toEqual(['1', '2', '3']);
		expect(Object.keys(here.clusters)).toEqual(['own', 'both']);
		const there = roundAtTable(round, { tableId: 't2' });
		expect(Object.keys(there.cards)).toEqual(['2', '3', '4']);
		expect(Object.keys(there.clusters)).toEqual(['both']);
	});

	test('at no table is what nobody sits at, and without a filter it is the round itself', () => {
		expect(Object.keys(roundAtTable(round, { tableId: null }).cards)).toEqual(['5']);
		expect(roundAtTable(round, { tableId: null }).clusters).toEqual({});
		expect(roundAtTable(round, 'all')).toBe(round);
	});

	test('a stack names every table that wrote in it, in the order of the tables', () => {
		const ids = (names: readonly { id: string }[]) => names.map(({ id }) => id);
		expect(ids(tablesOf([aCard('3', 't2'), aCard('2', 't1')], tables))).toEqual(['t1', 't2']);
		expect(tablesOf([aCard('5', null)], tables)).toEqual([]);
	});
});
