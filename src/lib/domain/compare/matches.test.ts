import { describe, expect, test } from 'vitest';
import { aMixedDay, fourDays } from '../../../../tests/kit/programme.ts';
import { aCard } from '../../../../tests/kit/record.ts';
import { HELPERS_MAX, judgedMatches, matchesOf, type Match } from './matches.ts';
import { cardsOfNoRole } from './compared-cards.ts';
import type { RecordClassification } from '../record/record-cards.ts';
import type { IntakeRecord } from '../record/record.ts';
import type { Category, ProcessPhase } from '../vocabulary.ts';

const TODAY = '2026-01-01';

interface Said {
	readonly id: string;
	readonly from: readonly string[] | null;
	readonly about: Category;
	readonly phase?: ProcessPhase;
	readonly round?: string;
}

/** A day on which more was said to go well. */
function withStrengths(record: IntakeRecord, said: readonly Said[]): IntakeRecord {
	const codes = said.map(({ id, about, phase = null }): RecordClassification => ({
		item: `card:${id}`,
		category: about,
		also: [],
		phase,
		nature: null,
		needType: null
	}));
	const cards = said.map(({ id, from, round = 'r2' }) =>
		aCard({ id, round, text: `Kaart ${id}`, municipalities: from })
	);
	return {
		...record,
		cards: [...record.cards, ...cards],
		classifications: [...record.classifications, ...codes]
	};
}

/** The four days, with what goes well told by more than one. */
function days(): readonly IntakeRecord[] {
	const [w1, w2, w3, w4] = fourDays();
	if (!w1 || !w2 || !w3 || !w4) throw new Error('There are four days');
	return [
		withStrengths(w1, [
			{ id: 'a6', from: ['GM0014', 'GM0193'], about: 'ethiek-vertrouwen' },
			// Appingedam is Eemsdelta since, and so is who asks for it.
			{ id: 'a7', from: ['GM0003'], about: 'juridisch-privacy' }
		]),
		w2,
		withStrengths(w3, [{ id: 'c3', from: null, about: 'ethiek-vertrouwen' }]),
		w4
	];
}

function told({ asked, offered, categories, visits }: Match) {
	return [
		asked.title,
		offered.title,
		categories.join(),
		visits.map(({ from, to }) => `${from} > ${to.join()}`)
	];
}

test('the proposals worked out by hand: widest reach first, a person for five municipalities reaches five', () => {
	expect(matchesOf(days(), TODAY).map(told)).toEqual([
		[
			'Kaart b1',
			'Kaart a5',
			'capaciteit-kennis',
			['GM0034', 'GM0037', 'GM0047', 'GM0050', 'GM0193'].map((from) => `${from} > GM0014`)
		],
		// The same theme comes before another one.
		['Kaart b4', 'Kaart a5', 'capaciteit-kennis', ['GM1979 > GM0014']],
		// A municipality that does it well itself goes to the other one.
		['Kaart d1', 'Kaart a6', 'ethiek-vertrouwen', ['GM0193 > GM0014']],
		['Kaart d2', 'Kaart a6', 'ethiek-vertrouwen', ['GM0788 > GM0014,GM0193']],
		// Who wrote it is not told: evidence, and nowhere to go.
		['Kaart d1', 'Kaart c3', 'ethiek-vertrouwen', []],
		['Kaart d2', 'Kaart c3', 'ethiek-vertrouwen', []]
	]);
});

test('second categories, worked out by hand: a pair is proposed once and says every category that both have', () => {
	const counted = days().map(({ classifications, ...record }) => ({
		...record,
		classifications: classifications.map((codes) =>
			['card:a5', 'card:b1'].includes(codes.item) ? { ...codes, also: ['ethiek-vertrouwen'] as const } : codes
		)
	}));
	expect(matchesOf(counted, TODAY).map(told)).toEqual([
		// Two that help come before one.
		[
			'Kaart b1',
			'Kaart a6',
			'ethiek-vertrouwen',
			[
				...['GM0034', 'GM0037', 'GM0047', 'GM0050'].map((from) => `${from} > GM0014,GM0193`),
				'GM0193 > GM0014'
			]
		],
		[
			'Kaart b1',
			'Kaart a5',
			'capaciteit-kennis,ethiek-vertrouwen',
			['GM0034', 'GM0037', 'GM0047', 'GM0050', 'GM0193'].map((from) => `${from} > GM0014`)
		],
		['Kaart b4', 'Kaart a5', 'capaciteit-kennis', ['GM1979 > GM0014']],
		['Kaart d1', 'Kaart a6', 'ethiek-vertrouwen', ['GM0193 > GM0014']],
		['Kaart d2', 'Kaart a6', 'ethiek-vertrouwen', ['GM0788 > GM0014,GM0193']],
		['Kaart d1', 'Kaart a5', 'ethiek-vertrouwen', ['GM0193 > GM0014']],
		['Kaart d2', 'Kaart a5', 'ethiek-vertrouwen', ['GM0788 > GM0014']],
		['Kaart d1', 'Kaart c3', 'ethiek-vertrouwen', []],
		['Kaart d2', 'Kaart c3', 'ethiek-vertrouwen', []],
		['Kaart b1', 'Kaart c3', 'ethiek-vertrouwen', []]
	]);
	for (const { asked, offered } of matchesOf(counted, TODAY))
		expect([asked.cell.cards, offered.cell.cards]).toEqual([1, 1]);
});

test('nobody is sent to themselves, and only frontrunners help and followers ask', () => {
	const matches = matchesOf(days(), TODAY);
	expect(matches.some(({ offered }) => offered.title === 'Kaart a7')).toBe(false);
	expect(
		matches.every(({ asked, offered }) => asked.kind !== 'strengths' && offered.kind === 'strengths')
	).toBe(true);
});

describe('a day for both groups, worked out by hand', () => {
	test('a card asks or offers for the municipalities that were there as that, and nobody else', () => {
		expect(matchesOf([aMixedDay()], TODAY).map(told)).toEqual([
			// What a follower does well and what a frontrunner is stuck on is no offer and no question; who came as both is neither.
			['Stapel k5', 'Kaart e1', 'capaciteit-kennis', ['GM0034 > GM0014']]
		]);
		const [match] = matchesOf([aMixedDay()], TODAY);
		expect(match?.asked.cards.map(({ id }) => id)).toEqual(['e4']);
	});

	test('it meets the days for one group', () => {
		const [w1, w2] = days();
		if (!w1 || !w2) throw new Error('There are four days');
		expect(matchesOf([w2, aMixedDay()], TODAY).map(told)).toEqual([
			[
				'Kaart b1',
				'Kaart e1',
				'capaciteit-kennis',
				['GM0034', 'GM0037', 'GM0047', 'GM0050', 'GM0193'].map((from) => `${from} > GM0014`)
			],
			['Kaart b4', 'Kaart e1', 'capaciteit-kennis', ['GM1979 > GM0014']],
			['Stapel k5', 'Kaart e1', 'capaciteit-kennis', ['GM0034 > GM0014']]
		]);
		expect(
			matchesOf([w1, aMixedDay()], TODAY).map(({ asked, offered }) => [asked.title, offered.title])
		).toEqual([
			['Kaart e6', 'Kaart a6'],
			['Stapel k5', 'Kaart a5'],
			['Stapel k5', 'Kaart e1']
		]);
	});

	test('two municipalities of it that are one since go to each other on their own day only', () => {
		expect(
			matchesOf([aMixedDay()], '2020-06-01')
				.filter(({ asked }) => asked.title === 'Kaart e6')
				.map(told)
		).toEqual([['Kaart e6', 'Kaart e7', 'ethiek-vertrouwen', ['GM0010 > GM0003']]]);
	});

	test('of how many cards the record tells no role is counted, and of a day without origins that is all', () => {
		expect(cardsOfNoRole(aMixedDay(), TODAY)).toBe(2);
		const anonymous = {
			...aMixedDay(),
			cards: aMixedDay().cards.map((card) => ({ ...card, municipalities: null }))
		};
		expect(cardsOfNoRole(anonymous, TODAY)).toBe(8);
		expect(matchesOf([anonymous], TODAY)).toEqual([]);
		expect(days().map((record) => cardsOfNoRole(record, TODAY))).toEqual([0, 0, 0, 0]);
	});

	test('a judged pair of it that shares no category any more shows who was there as what', () => {
		const [first] = matchesOf([aMixedDay()], TODAY);
		if (!first) throw new Error('There is a proposal');
		const judgement = { verdict: 'accepted', reason: '', at: 1, by: 'noor', pair: first.pair } as const;
		const uncoded = { ...aMixedDay(), classifications: [] };
		const [judged] = judgedMatches([uncoded], TODAY, { [first.key]: judgement });
		expect(judged?.match).toEqual({ ...first, categories: [] });
	});
});

test('on municipalities of the day itself Delfzijl goes to Appingedam', () => {
	const then = matchesOf(days(), '2020-06-01');
	expect(then.filter(({ offered }) => offered.title === 'Kaart a7').map(told)).toEqual([
		['Kaart b2', 'Kaart a7', 'juridisch-privacy', ['GM0010 > GM0003']]
	]);
});

test('of two that reach as many the same phase comes first, and a question has its best helpers only', () => {
	const [w1, w2] = fourDays();
	if (!w1 || !w2) throw new Error('There are four days');
	const helpers = Array.from({ length: HELPERS_MAX + 1 }, (_, index) => ({
		id: `z${index}`,
		from: ['GM0014'],
		about: 'financiering' as const,
		...(index === HELPERS_MAX && { phase: 'analyse' as const })
	}));
	const question = {
		id: 'q',
		from: ['GM0034'],
		about: 'financiering',
		phase: 'analyse',
		round: 'r4'
	} as const;
	const matches = matchesOf([withStrengths(w1, helpers), withStrengths(w2, [question])], TODAY).filter(
		({ asked }) => asked.title === 'Kaart q'
	);
	expect(matches).toHaveLength(HELPERS_MAX);
	expect(matches[0]).toMatchObject({ phase: 'analyse', offered: { title: `Kaart z${HELPERS_MAX}` } });
});

test('a pair that was judged makes place for another, and is told as it stands', () => {
	const [first] = matchesOf(days(), TODAY);
	if (!first) throw new Error('There are proposals');
	expect(matchesOf(days(), TODAY, new Set([first.key])).map(({ key }) => key)).not.toContain(first.key);
	const away = { ...first.pair, asked: { ...first.pair.asked, sessionId: 'weg' } };
	const said = { verdict: 'accepted', reason: '', at: 1, by: 'noor' } as const;
	const judgements = { away: { ...said, pair: away }, [first.key]: { ...said, pair: first.pair } };
	expect(judgedMatches(days(), TODAY, judgements)).toEqual([
		{ match: first, judgement: { ...said, pair: first.pair } }
	]);
});

test('a judged pair that shares no category any more stays, and says none', () => {
	const [first] = matchesOf(days(), TODAY);
	if (!first) throw new Error('There are proposals');
	const uncoded = days().map((record) => ({ ...record, classifications: [] }));
	const judgement = { verdict: 'accepted', reason: '', at: 1, by: 'noor', pair: first.pair } as const;
	const [judged] = judgedMatches(uncoded, TODAY, { [first.key]: judgement });
	expect(judged?.match).toEqual({ ...first, categories: [] });
});

test('both sides show the cards they are made of', () => {
	for (const { asked, offered } of matchesOf(days(), TODAY))
		for (const { cell, cards } of [asked, offered]) {
			expect(cards).toHaveLength(cell.cards);
			expect([...new Set(cards.flatMap(({ municipalities }) => municipalities ?? []))].sort()).toEqual(
				cell.municipalities
			);
		}
});
