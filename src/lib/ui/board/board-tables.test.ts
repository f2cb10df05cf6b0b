import { describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import { boardColumns, boardItems } from './board-columns.ts';
import { isOfTables, itemsAt, stepNumber, stepsAt, tableTabs } from './board-tables.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

const tables = [
	{ id: 't1', name: 'Tafel 1', exampleId: null },
	{ id: 't2', name: 'Tafel 2', exampleId: null }
];

const steps = [
	{ id: 'b1', title: 'Bellen', tableId: 't2', details: NO_DETAILS },
	{ id: 's1', title: 'Signaal', tableId: null, details: NO_DETAILS },
	{ id: 'a1', title: 'Aanvragen', tableId: 't1', details: NO_DETAILS },
	{ id: 's2', title: 'Delen', tableId: null, details: NO_DETAILS },
	{ id: 'a2', title: 'Antwoorden', tableId: 't1', details: NO_DETAILS }
];

function aCard(id: string, tableId: string | null, over: Partial<CardView> = {}): CardView {
	const card = {
		id,
		text: id,
		author: null,
		stepId: null,
		clusterId: null,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null,
		isLate: false
	};
	return { ...card, tableId, ...over };
}

function aRound(...cards: CardView[]) {
	return { cards: Object.fromEntries(cards.map((card) => [card.id, card])), clusters: {} };
}

function idsOf(list: readonly { readonly id: string }[]): string[] {
	return list.map(({ id }) => id);
}

describe('the tabs of tables', () => {
	test('count every card once, and once more under everybody', () => {
		const round = aRound(aCard('a', 't1'), aCard('b', 't1'), aCard('c', 't2'));
		const tabs = tableTabs(round, tables);
		expect(tabs.map(({ table, count }) => [table?.name ?? null, count])).toEqual([
			[null, 3],
			['Tafel 1', 2],
			['Tafel 2', 1]
		]);
	});

	test('have one for cards of no table, only where there are such cards', () => {
		const tabs = tableTabs(aRound(aCard('a', 't1'), aCard('b', null)), tables);
		expect(tabs.at(-1)).toEqual({ filter: { tableId: null }, table: null, count: 1 });
	});

	test('are not there in a round with the whole room, unless something was written at a table', () => {
		const settings = {
			question: '',
			helpText: '',
			minutes: { writing: 5, sharing: 5, arranging: null, voting: null },
			isAtTables: false,
			dotBudget: 5,
			budgetPer: 'person' as const,
			dotsPerItemMax: 3
		};
		const plenary = { settings, ...aRound(aCard('a', null)) };
		expect(isOfTables(plenary, tables)).toBe(false);
		expect(isOfTables({ settings, ...aRound(aCard('a', 't1')) }, tables)).toBe(true);
		expect(isOfTables({ ...plenary, settings: { ...settings, isAtTables: true } }, tables)).toBe(true);
		expect(isOfTables({ ...plenary, settings: { ...settings, isAtTables: true } }, [])).toBe(false);
	});
});

describe('the board of a table', () => {
	test('shows what was written there, and a stack over tables at each of them', () => {
		const round = {
			...aRound(aCard('a', 't1', { clusterId: 'k' }), aCard('b', 't2', { clusterId: 'k' }), aCard('c', 't2')),
			clusters: { k: { id: 'k', title: 'Samen', stepId: null } }
		};
		const titles = (tableId: string) => itemsAt(boardItems(round), { tableId }).map((item) => item.title);
		expect(titles('t1')).toEqual(['Samen']);
		expect(titles('t2')).toEqual(['Samen', 'c']);
		expect(itemsAt(boardItems(round), 'all')).toHaveLength(2);
	});

	test('has the shared process and its own, and nothing of another table', () => {
		expect(idsOf(stepsAt(steps, tables, { tableId: 't1' }))).toEqual(['s1', 's2', 'a1', 'a2']);
		expect(idsOf(stepsAt(steps, tables, { tableId: null }))).toEqual(['s1', 's2']);
	});

	test('of everybody has each process whole, the shared one first', () => {
		expect(idsOf(stepsAt(steps, tables, 'all'))).toEqual(['s1', 's2', 'a1', 'a2', 'b1']);
	});

	test('numbers a step the same with everybody as at its table', () => {
		const all = stepsAt(steps, tables, 'all');
		expect(all.map((step) => stepNumber(all, step))).toEqual([1, 2, 3, 4, 3]);
		for (const { id } of tables) {
			const here = stepsAt(steps, tables, { tableId: id });
			expect(boardColumns(aRound(), here).map((column) => column.number)).toEqual(
				here.map((step) => stepNumber(all, step))
			);
		}
	});
});
