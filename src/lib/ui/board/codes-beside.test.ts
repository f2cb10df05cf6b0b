import { expect, test } from 'vitest';
import { NO_CODES } from '#lib/domain/board/codes.ts';
import { besideIn, toggleBeside } from './codes-beside.ts';

const card = (id: string) => ({ kind: 'card', id }) as const;
const ITEMS = ['a', 'b', 'c', 'd'].map(card);
const ROUND = {
	id: 'r',
	codes: {
		'card:a': { ...NO_CODES, category: 'anders', also: ['juridisch-privacy'] },
		'card:b': { ...NO_CODES, category: 'ethiek-vertrouwen', also: ['juridisch-privacy'] },
		'card:c': { ...NO_CODES, category: 'anders', also: ['financiering', 'ethiek-vertrouwen'] }
	}
} as const;
const asks = (items: readonly string[], ...also: readonly string[]) => ({
	type: 'ClassifyItems',
	roundId: 'r',
	items: items.map(card),
	codes: { also }
});

test('a category stands beside the first where there is another one, of all, some or none', () => {
	expect(besideIn(ROUND, [card('d')], 'financiering')).toBeNull();
	expect(besideIn(ROUND, [card('a')], 'anders')).toBeNull();
	expect(besideIn(ROUND, ITEMS, 'financiering')).toBe('some');
	expect(besideIn(ROUND, [card('a'), card('b'), card('d')], 'juridisch-privacy')).toBe('all');
	expect(besideIn(ROUND, [card('a'), card('b')], 'financiering')).toBe('none');
});

test('put beside, each keeps what else it has; taken away once all have it, what else they have stays too', () => {
	expect(toggleBeside(ROUND, ITEMS, 'financiering')).toEqual([
		asks(['a', 'b'], 'juridisch-privacy', 'financiering'),
		asks(['c'], 'ethiek-vertrouwen', 'financiering')
	]);
	expect(toggleBeside(ROUND, [card('c'), card('d')], 'financiering')).toEqual([
		asks(['c'], 'ethiek-vertrouwen')
	]);
	expect(toggleBeside(ROUND, [card('d')], 'financiering')).toEqual([]);
});
