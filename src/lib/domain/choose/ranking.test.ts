import { describe, expect, test } from 'vitest';
import { compareStandings, placesOf, type Standing } from './ranking.ts';

function aStanding(key: string, over: Partial<Standing> = {}): Standing {
	return { key, title: 'Titel', cardCount: 1, result: { dots: 2, municipalities: 2 }, ...over };
}

function ranked(...standings: readonly Standing[]): readonly string[] {
	const order = (list: readonly Standing[]) => list.toSorted(compareStandings).map(({ key }) => key);
	expect(order(standings.toReversed())).toEqual(order(standings));
	return order(standings);
}

describe('the order of results', () => {
	test('is most dots first, whatever else they have', () => {
		const few = aStanding('few', { result: { dots: 1, municipalities: 9 }, cardCount: 9, title: 'A' });
		expect(ranked(few, aStanding('many'))).toEqual(['many', 'few']);
	});

	test('puts of equal dots the choice of more municipalities first, and then the one with more cards', () => {
		const wide = aStanding('wide', { result: { dots: 2, municipalities: 3 } });
		const thick = aStanding('thick', { cardCount: 4 });
		expect(ranked(aStanding('plain'), thick, wide)).toEqual(['wide', 'thick', 'plain']);
	});

	test('is by title and then by key when nothing else decides, so that it is the same everywhere', () => {
		const first = aStanding('z', { title: 'Aanvraag' });
		expect(ranked(aStanding('b'), first, aStanding('a'))).toEqual(['z', 'a', 'b']);
	});

	test('puts what has no result with what got no dots', () => {
		const none = aStanding('none', { result: null, cardCount: 1 });
		const zero = aStanding('zero', { result: { dots: 0, municipalities: 0 }, cardCount: 2 });
		expect(ranked(none, aStanding('voted'), zero)).toEqual(['voted', 'zero', 'none']);
	});
});

test('whoever has as many dots shares a place, and the next one stands after all of them', () => {
	expect(placesOf([6, 4, 4, 0])).toEqual([1, 2, 2, 4]);
	expect(placesOf([])).toEqual([]);
});
