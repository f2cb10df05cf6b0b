import { expect, test } from 'vitest';
import { fourDays } from '../../../../tests/kit/programme.ts';
import { itemKey } from '../board/items.ts';
import { codingHints, codingNow, codingQueue } from './coding-queue.ts';
import { NO_CODING, type Codings } from './codings.ts';

const [first] = fourDays();
if (!first) throw new Error('four days');

const CODINGS: Codings = {
	w1: { 'card:a4': { ...NO_CODING, category: 'financiering', at: 1, by: 'noor', bookVersion: 1 } }
};

test('[CB9] the queue has each stack with its cards after it and then what lies loose, question by question', () => {
	expect(codingQueue(first, {}).map(({ item, kind, inStack }) => [itemKey(item), kind, inStack])).toEqual([
		['cluster:k1', 'bottlenecks', null],
		['card:a2', 'bottlenecks', 'cluster:k1'],
		['card:a3', 'bottlenecks', 'cluster:k1'],
		['card:a1', 'bottlenecks', null],
		['card:a4', 'bottlenecks', null],
		['card:a5', 'strengths', null]
	]);
});

test('[CB10] what somebody assigned counts before what the room said', () => {
	const now = new Map(codingQueue(first, CODINGS).map((piece) => [itemKey(piece.item), codingNow(piece)]));
	expect(now.get('card:a4')?.category).toBe('financiering');
	expect(now.get('card:a1')?.category).toBe('juridisch-privacy');
	expect(now.get('card:a2')).toEqual(NO_CODING);
});

test('[CB11] a hint is what looks most like it elsewhere and has a category; never the piece itself', () => {
	const changed = {
		...first,
		cards: first.cards.map((card) => ({
			...card,
			text:
				{ a1: 'De wet is niet duidelijk', a2: 'De wet is onduidelijk voor ons', a4: 'Er is geld' }[card.id] ??
				card.id
		}))
	};
	const hints = codingHints(codingQueue(changed, {}), [changed], {});
	expect(hints['card:a2']).toMatchObject({
		title: 'De wet is niet duidelijk',
		category: 'juridisch-privacy'
	});
	expect(hints['card:a1']).toBeUndefined();
	expect(hints['card:a4']).toBeUndefined();
});
