import { describe, expect, test } from 'vitest';
import { createShuffle, withNewAtEnd } from './shuffle.ts';

const ids = Array.from({ length: 40 }, (_, index) => `card-${index}`);

describe('the order in which a participant reads cards', () => {
	test('holds every card once, and is the same after a reload', () => {
		const order = createShuffle('sam')(ids);
		expect([...order].sort()).toEqual([...ids].sort());
		expect(createShuffle('sam')([...ids].reverse())).toEqual(order);
	});

	test('differs from person to person and from the order of the ids', () => {
		expect(createShuffle('sam')(ids)).not.toEqual(createShuffle('kim')(ids));
		expect(createShuffle('sam')(ids)).not.toEqual(ids);
	});

	test('keeps every card in its place when new ones come', () => {
		const shuffle = createShuffle('sam');
		const before = shuffle(ids.slice(0, 30));
		expect(shuffle(ids).slice(0, 30)).toEqual(before);
	});

	test('closes the gap of a card that went away', () => {
		expect(withNewAtEnd(['a', 'b', 'c'], ['c', 'a'], 'sam')).toEqual(['a', 'c']);
	});
});
