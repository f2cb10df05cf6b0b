import { describe, expect, test } from 'vitest';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { dropAt } from './drops.ts';

const card = (id: string): ItemRef => ({ kind: 'card', id });
const stack = (id: string): ItemRef => ({ kind: 'cluster', id });

function aCard(id: string, clusterId: string | null, stepId: string | null): [string, CardView] {
	return [id, { id, text: id, clusterId, stepId } as CardView];
}

/** Loose cards a (at step one) and b; stacks s with s1 and s2 at step one, and t with t1. */
const ROUND: Pick<RoundView, 'cards' | 'clusters'> = {
	cards: Object.fromEntries([
		aCard('a', null, 'one'),
		aCard('b', null, null),
		aCard('s1', 's', 'one'),
		aCard('s2', 's', 'one'),
		aCard('t1', 't', null)
	]),
	clusters: {
		s: { id: 's', title: 'S', stepId: 'one' },
		t: { id: 't', title: 'T', stepId: null }
	}
};

describe('over a card or stack', () => {
	const over = (held: readonly ItemRef[], item: ItemRef) => dropAt(ROUND, held, { kind: 'piece', item });

	test('cards become a new stack', () => {
		expect(over([card('a')], card('b'))).toEqual({ kind: 'stack', items: [card('a'), card('b')] });
	});

	test('cards join a stack, also over one of the cards in it', () => {
		const joined = { kind: 'add', clusterId: 's', cardIds: ['a', 'b'] };
		expect(over([card('a'), card('b')], stack('s'))).toEqual(joined);
		expect(over([card('a'), card('b')], card('s1'))).toEqual(joined);
	});

	test('a stack takes in the card that it is held over', () => {
		expect(over([stack('s')], card('a'))).toEqual({ kind: 'add', clusterId: 's', cardIds: ['a'] });
	});

	test('two stacks become one', () => {
		expect(over([stack('s')], stack('t'))).toEqual({ kind: 'stack', items: [stack('s'), stack('t')] });
	});

	test('nothing comes of what is held over itself, or over its own stack: that would be ordering', () => {
		expect(over([card('a')], card('a'))).toBeNull();
		expect(over([stack('s')], card('s2'))).toBeNull();
		expect(over([card('s1')], card('s2'))).toBeNull();
		expect(over([card('s1')], stack('s'))).toBeNull();
		expect(over([card('a'), card('b')], card('b'))).toBeNull();
	});
});

describe('over a column', () => {
	const at = (held: readonly ItemRef[], stepId: string | null) =>
		dropAt(ROUND, held, { kind: 'step', stepId });

	test('what lies elsewhere goes there, and what lies there stays', () => {
		expect(at([card('a'), card('b'), stack('t')], 'one')).toEqual({
			kind: 'put',
			items: [card('b'), stack('t')],
			takeOut: [],
			stepId: 'one'
		});
		expect(at([card('a')], 'one')).toBeNull();
	});

	test('no step is a place too', () => {
		expect(at([card('a')], null)).toEqual({ kind: 'put', items: [card('a')], takeOut: [], stepId: null });
		expect(at([card('b')], null)).toBeNull();
	});

	test('a card of a stack comes out of it first; with its whole stack it stays in it', () => {
		expect(at([card('s1')], 'two')).toEqual({
			kind: 'put',
			items: [card('s1')],
			takeOut: ['s1'],
			stepId: 'two'
		});
		expect(at([stack('s'), card('s1')], 'two')).toMatchObject({ items: [stack('s')], takeOut: [] });
		expect(at([card('s1')], 'one')).toBeNull();
	});
});
