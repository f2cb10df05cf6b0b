import { describe, expect, test } from 'vitest';
import { aMixedDay, fourDays } from '../../../../tests/kit/programme.ts';
import type { ComparedKind } from './compared-cards.ts';
import { compare, evidenceOf, type Comparison } from './comparison.ts';
import type { ComparedPattern } from './stands-out.ts';
import type { Category } from '../vocabulary.ts';

const TODAY = '2026-01-01';
/** Before Appingedam and Delfzijl became Eemsdelta and Haaren was divided. */
const THEN = '2020-06-01';

/** Municipalities, cards and dots per column; null where nobody named it. */
function counts(comparison: Comparison, kind: ComparedKind, category: Category | null) {
	const row = comparison.rows[kind].find((known) => known.category === category);
	return row?.cells.map(({ municipalities, cards, dots }) =>
		cards === 0 ? null : [municipalities.length, cards, dots]
	);
}

describe('four days side by side, worked out by hand', () => {
	const today = compare(fourDays(), TODAY);

	test('a column per theme and group that was held, with who took part, each municipality once', () => {
		expect(today.columns).toEqual([
			{
				theme: 'ondermijning',
				group: 'frontrunner',
				sessions: 1,
				municipalities: ['GM0014', 'GM0193', 'GM1979']
			},
			{
				theme: 'ondermijning',
				group: 'follower',
				sessions: 1,
				municipalities: ['GM0034', 'GM0037', 'GM0047', 'GM0050', 'GM0193', 'GM1979']
			},
			{ theme: 'armoede-schulden', group: 'frontrunner', sessions: 1, municipalities: ['GM0014'] },
			{ theme: 'armoede-schulden', group: 'follower', sessions: 1, municipalities: ['GM0193', 'GM0788'] }
		]);
	});

	test('bottlenecks, strengths and needs per category: municipalities, cards, dots', () => {
		expect(counts(today, 'bottlenecks', 'juridisch-privacy')).toEqual([[2, 3, 6], [1, 2, 0], null, null]);
		expect(counts(today, 'bottlenecks', 'capaciteit-kennis')).toEqual([null, [5, 1, 3], null, null]);
		expect(counts(today, 'bottlenecks', 'financiering')).toEqual([null, null, [0, 2, 5], null]);
		expect(counts(today, 'bottlenecks', 'ethiek-vertrouwen')).toEqual([null, null, null, [2, 2, 2]]);
		expect(counts(today, 'bottlenecks', null)).toEqual([[1, 1, 0], null, null, null]);
		expect(counts(today, 'strengths', 'capaciteit-kennis')).toEqual([[1, 1, 3], null, null, null]);
		expect(counts(today, 'needs', 'capaciteit-kennis')).toEqual([null, [1, 1, 1], null, null]);
		const filled = Object.values(today.rows).flatMap((rows) =>
			rows.flatMap(({ cells }) => cells.filter(({ cards }) => cards > 0))
		);
		expect(filled).toHaveLength(8);
	});

	test('cards without origin count as cards and for no municipality', () => {
		const row = today.rows.bottlenecks.find(({ category }) => category === 'financiering');
		expect(row?.cells[2]).toEqual({ municipalities: [], cards: 2, cardsWithoutOrigin: 2, dots: 5 });
	});

	test('over all: distinct municipalities, people, cards and days', () => {
		expect(today.municipalities).toHaveLength(8);
		expect([today.people, today.cards, today.sessions]).toEqual([11, 13, 4]);
	});

	test('municipalities that are one since count once, one that was divided as itself, and both are told', () => {
		expect(today.mapped).toEqual([
			{ from: 'GM0003', into: ['GM1979'] },
			{ from: 'GM0010', into: ['GM1979'] },
			{ from: 'GM0788', into: ['GM0757', 'GM0824', 'GM0855', 'GM0865'] }
		]);
		const then = compare(fourDays(), THEN);
		expect(then.mapped).toEqual([]);
		expect(counts(then, 'bottlenecks', 'juridisch-privacy')).toEqual([[2, 3, 6], [2, 2, 0], null, null]);
		expect(then.municipalities).toHaveLength(9);
	});

	test('every number is made of the cards that it opens', () => {
		const { columns, rows } = today;
		for (const kind of ['bottlenecks', 'strengths', 'needs'] as const)
			for (const { category, cells } of rows[kind])
				cells.forEach((cell, index) => {
					const column = columns[index];
					if (!column) throw new Error('Each cell stands in a column');
					const { theme, group } = column;
					const { cell: again, cards } = evidenceOf(fourDays(), TODAY, { kind, category, theme, group });
					expect(again).toEqual(cell);
					expect(cards).toHaveLength(cell.cards);
					const codes = new Set(cards.flatMap(({ municipalities }) => municipalities ?? []));
					expect([...codes].sort()).toEqual(cell.municipalities);
				});
	});

	test('a card behind a number tells its day, its stack and where it comes from', () => {
		const place = {
			kind: 'bottlenecks',
			category: 'juridisch-privacy',
			theme: 'ondermijning',
			group: 'frontrunner'
		} as const;
		const { cards } = evidenceOf(fourDays(), TODAY, place);
		expect(cards.map(({ id, stack, municipalities }) => [id, stack, municipalities])).toEqual([
			['a1', null, ['GM0014']],
			['a2', 'Stapel k1', ['GM1979']],
			['a3', 'Stapel k1', ['GM0014']]
		]);
		expect(cards[0]).toMatchObject({ sessionId: 'w1', sessionTitle: 'Dag w1', dots: 2 });
	});

	test('what stands out: who can teach it, what both are stuck on, what nobody solved, what comes next', () => {
		expect(today.standsOut.patterns).toEqual([
			pattern('capaciteit-kennis', 'teach', 5, 0, 1),
			pattern('ethiek-vertrouwen', 'unsolved', 2, 0, 0),
			pattern('juridisch-privacy', 'national', 1, 2, 0)
		]);
		expect(compare(fourDays().slice(0, 1), TODAY).standsOut.patterns).toEqual([
			pattern('juridisch-privacy', 'next-stage', 0, 2, 0)
		]);
		expect([today.standsOut.followers, today.standsOut.frontrunners]).toEqual([7, 3]);
	});

	test('in a day for both groups a municipality stands on the side of its role there', () => {
		const { standsOut } = compare([aMixedDay()], TODAY);
		expect(standsOut).toEqual({
			patterns: [pattern('capaciteit-kennis', 'teach', 1, 1, 1)],
			followers: 2,
			frontrunners: 2
		});
	});
});

test('of nothing there is nothing', () => {
	const none = compare([], TODAY);
	expect([none.columns, none.municipalities, none.mapped]).toEqual([[], [], []]);
	expect(Object.values(none.rows).flatMap((rows) => rows.flatMap(({ cells }) => cells))).toEqual([]);
	expect(none.standsOut).toEqual({ patterns: [], followers: 0, frontrunners: 0 });
});

function pattern(
	category: Category,
	kind: ComparedPattern['pattern'],
	followersStuck: number,
	frontrunnersStuck: number,
	frontrunnersStrong: number
) {
	return { category, pattern: kind, followersStuck, frontrunnersStuck, frontrunnersStrong };
}

test('[AA9] own terms, worked out by hand: counted among the cards of their category, which counts what it did', () => {
	const records = fourDays().map((record) => ({
		...record,
		// Of the stack k1, and of one card with another category than the term lies below.
		terms: { 'cluster:k1': ['t1'], 'card:b2': ['t1'], 'card:b1': ['t1'] }
	}));
	const facts = {
		under: 'juridisch-privacy',
		definition: '',
		addedAt: 0,
		endedAt: null,
		replacedBy: null
	} as const;
	const terms = ['t1', 't2'].map((id) => ({ ...facts, id, label: `Term ${id}` }));
	const day = '2026-01-01';
	const { columns, rows } = compare(records, day, terms);
	const row = rows.bottlenecks.find(({ category }) => category === 'juridisch-privacy');
	expect(columns.map(({ theme, group }) => [theme, group]).slice(0, 2)).toEqual([
		['ondermijning', 'frontrunner'],
		['ondermijning', 'follower']
	]);
	expect(row?.terms.map(({ id }) => id)).toEqual(['t1']);
	expect(row?.terms[0]?.cells.slice(0, 2)).toEqual([
		// a2 and a3; GM0003 is GM1979 since, and the dots of the stack count once.
		{ municipalities: ['GM0014', 'GM1979'], cards: 2, cardsWithoutOrigin: 0, dots: 4 },
		{ municipalities: ['GM1979'], cards: 1, cardsWithoutOrigin: 0, dots: 0 }
	]);
	expect(row?.cells).toEqual(
		compare(fourDays(), day).rows.bottlenecks.find(({ category }) => category === 'juridisch-privacy')?.cells
	);
	const place = {
		kind: 'bottlenecks',
		category: 'juridisch-privacy',
		theme: 'ondermijning',
		group: 'frontrunner'
	} as const;
	const { cell, cards } = evidenceOf(records, day, { ...place, term: 't1' });
	expect([cell, cards.map(({ id }) => id)]).toEqual([row?.terms[0]?.cells[0], ['a2', 'a3']]);
});
