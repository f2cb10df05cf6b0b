import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROWS_PER_PAGE_MAX, pagesOf, textPagesOf } from './pages.ts';

const card = (text: string) => ({ text });

describe('pages of the hall screen', () => {
	test('at most five rows stand on a page, and all are shown in order', () => {
		expect(pagesOf([1, 2, 3, 4, 5, 6, 7])).toEqual([
			[1, 2, 3, 4, 5],
			[6, 7]
		]);
		expect(pagesOf([])).toEqual([]);
	});

	test('short cards stand together; two of the greatest length do not fit on one page', () => {
		const long = card('woord '.repeat(46));
		expect(textPagesOf([card('Kort'), card('Ook kort'), long, long])).toEqual([
			[card('Kort'), card('Ook kort'), long],
			[long]
		]);
	});

	test('a card of many short lines counts its lines', () => {
		const list = card('a\nb\nc\nd\ne\nf');
		expect(textPagesOf([list, list])).toHaveLength(2);
	});

	test('every card stands on exactly one page, in order', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 300 }).map(card), { maxLength: 40 }), (cards) => {
				const pages = textPagesOf(cards);
				expect(pages.flat()).toEqual(cards);
				expect(pages.every((page) => page.length > 0 && page.length <= ROWS_PER_PAGE_MAX)).toBe(true);
			})
		);
	});
});
