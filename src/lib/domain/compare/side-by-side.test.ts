import { expect, test } from 'vitest';
import { fourDays } from '../../../../tests/kit/programme.ts';
import { sideBySide, type SideItem } from './side-by-side.ts';

const TODAY = '2026-01-01';

/** Title, municipalities, cards and dots of what stands in one column. */
function told({ title, cell, cards }: SideItem) {
	return [title, cell.municipalities, cards.map(({ id }) => id), cell.dots];
}

test('on one category each worksession shows its stacks and loose cards, what most municipalities named first', () => {
	const { sessions, rows } = sideBySide(fourDays().slice(0, 2), {
		kind: 'bottlenecks',
		category: 'juridisch-privacy',
		day: TODAY
	});
	expect(sessions.map(({ id, municipalities }) => [id, municipalities.length])).toEqual([
		['w1', 3],
		['w2', 6]
	]);
	expect(rows).toHaveLength(1);
	const [first, second] = rows[0]?.cells ?? [];
	expect(first?.items.map(told)).toEqual([
		['Stapel k1', ['GM0014', 'GM1979'], ['a2', 'a3'], 4],
		['Kaart a1', ['GM0014'], ['a1'], 2]
	]);
	expect(first?.cell).toEqual({
		municipalities: ['GM0014', 'GM1979'],
		cards: 3,
		cardsWithoutOrigin: 0,
		dots: 6
	});
	// Appingedam and Delfzijl are one municipality since.
	expect(second?.items.map(told)).toEqual([
		['Kaart b2', ['GM1979'], ['b2'], 0],
		['Kaart b3', ['GM1979'], ['b3'], 0]
	]);
	expect(second?.cell.municipalities).toEqual(['GM1979']);
});

test('without a choice of category every one that somebody named is there, and what has none comes last', () => {
	const { rows } = sideBySide(fourDays(), { kind: 'bottlenecks', category: 'every', day: TODAY });
	expect(rows.map(({ category }) => category)).toEqual([
		'juridisch-privacy',
		'capaciteit-kennis',
		'financiering',
		'ethiek-vertrouwen',
		null
	]);
	expect(rows.map(({ cells }) => cells.map(({ cell }) => cell.cards))).toEqual([
		[3, 2, 0, 0],
		[0, 1, 0, 0],
		[0, 0, 2, 0],
		[0, 0, 0, 2],
		[1, 0, 0, 0]
	]);
});

test('a person for five municipalities counts five, and anonymous cards for none', () => {
	const { rows } = sideBySide(fourDays(), { kind: 'bottlenecks', category: 'every', day: TODAY });
	const five = rows[1]?.cells[1]?.cell;
	expect([five?.municipalities.length, five?.cards]).toEqual([5, 1]);
	const anonymous = rows[2]?.cells[2];
	expect(anonymous?.cell).toEqual({ municipalities: [], cards: 2, cardsWithoutOrigin: 2, dots: 5 });
	expect(anonymous?.items.map(({ title, isStack }) => [title, isStack])).toEqual([['Stapel k2', true]]);
});

test('a chosen category that nobody named stays in view, empty', () => {
	const { rows } = sideBySide(fourDays().slice(0, 1), { kind: 'needs', category: 'anders', day: TODAY });
	expect(rows.map(({ category, cells }) => [category, cells.map(({ items }) => items.length)])).toEqual([
		['anders', [0]]
	]);
});
