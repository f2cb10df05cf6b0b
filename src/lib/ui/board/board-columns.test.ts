import { describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import { boardColumns, boardItems, rankedItems } from './board-columns.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';

function aCard(id: string, over: Partial<CardView> = {}): CardView {
	return {
		id,
		text: `tekst ${id}`,
		author: null,
		stepId: null,
		clusterId: null,
		tableId: null,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null,
		isLate: false,
		...over
	};
}

function aRound(cards: CardView[], clusters: { id: string; title: string; stepId: string | null }[] = []) {
	const byId = <T extends { id: string }>(list: T[]) => Object.fromEntries(list.map((one) => [one.id, one]));
	return { cards: byId(cards), clusters: byId(clusters) };
}

const steps = [
	{ id: 's1', title: 'Signaal', tableId: null, details: NO_DETAILS },
	{ id: 's2', title: 'Opvragen', tableId: null, details: NO_DETAILS }
];

describe('the board of a round', () => {
	test('shows a cluster in place of its cards, and every card exactly once', () => {
		const round = aRound(
			[aCard('b', { clusterId: 'k' }), aCard('a', { clusterId: 'k' }), aCard('c')],
			[{ id: 'k', title: 'Samen', stepId: null }]
		);
		const items = boardItems(round);
		expect(items.map((item) => item.title)).toEqual(['Samen', 'tekst c']);
		expect(items.flatMap((item) => item.cards).map((card) => card.id)).toEqual(['b', 'a', 'c']);
	});

	test('has a column for each step, also an empty one, and a last one for what lies at no step', () => {
		const columns = boardColumns(aRound([aCard('a', { stepId: 's2' }), aCard('b')]), steps);
		expect(columns.map((column) => [column.number, column.items.length])).toEqual([
			[1, 0],
			[2, 1],
			[0, 1]
		]);
	});

	test('keeps a card in view when its step is gone', () => {
		const columns = boardColumns(aRound([aCard('a', { stepId: 'gone' })]), steps);
		expect(columns.at(-1)).toMatchObject({ step: null, items: [{ title: 'tekst a' }] });
	});

	test('has no column for the rest when everything lies at a step', () => {
		expect(boardColumns(aRound([aCard('a', { stepId: 's1' })]), steps)).toHaveLength(2);
	});
});

describe('the result of a round', () => {
	const round = {
		...aRound([aCard('a'), aCard('b'), aCard('c'), aCard('d')]),
		results: {
			'card:a': { dots: 2, municipalities: 1, people: 1 },
			'card:b': { dots: 4, municipalities: 2, people: 2 },
			'card:d': { dots: 2, municipalities: 2, people: 2 }
		}
	};

	test('ranks by dots, then by municipalities; equal dots share a rank', () => {
		expect(rankedItems(round).map((item) => [item.ref.id, item.rank])).toEqual([
			['b', 1],
			['d', 2],
			['a', 2]
		]);
	});

	test('is empty while totals are not known', () => {
		expect(rankedItems({ ...round, results: null })).toEqual([]);
	});
});
