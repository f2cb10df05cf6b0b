import { describe, expect, test } from 'vitest';
import { parseRecord } from '#lib/export/parse-record.ts';
import { compare } from '../compare/comparison.ts';
import type { Facts } from './facts.ts';
import { CARDS_PER_ROUND_MAX } from '../limits.ts';
import { paperDay, type PaperCard, type PlayedPaper } from './paper-day.ts';
import { worksessionFrom } from '../record/record-brought-in.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { evolve } from '../evolve.ts';
import { initialState } from '../worksession.ts';

const facts = {
	title: 'Op papier',
	theme: 'ondermijning',
	group: 'follower',
	date: '2020-03-12',
	startsAt: '09:30',
	place: 'Utrecht'
} as const;

function aPaperCard(changes: Partial<PaperCard> = {}): PaperCard {
	return {
		kind: 'bottlenecks',
		text: 'Geen tijd',
		municipalities: ['GM0014'],
		category: null,
		step: null,
		dots: null,
		...changes
	};
}

function play(cards: readonly PaperCard[], changes: Partial<Facts> = {}) {
	let count = 0;
	return paperDay(
		{ facts: { ...facts, ...changes }, cards },
		{
			sessionId: 'w1',
			accountId: 'a1',
			now: Date.parse('2020-03-12T08:30:00Z'),
			newId: () => `id-${(count += 1)}`,
			nameOf: (codes) => codes.join() || 'geen'
		}
	);
}

function played(cards: readonly PaperCard[], changes: Partial<Facts> = {}): PlayedPaper {
	const outcome = play(cards, changes);
	if (!outcome.ok) throw new Error(outcome.rejection);
	return outcome.value;
}

describe('a day from paper', () => {
	test('it is closed, with every card in its round, from its municipality and about its category', () => {
		const cards = [
			aPaperCard({ category: 'capaciteit-kennis' }),
			aPaperCard({ text: 'De jurist zat aan tafel', kind: 'strengths', municipalities: ['GM0193'] }),
			aPaperCard({ text: 'Wie weet', municipalities: [] })
		];
		const record = intakeRecord(played(cards).state);
		expect(record.session).toMatchObject({ status: 'gesloten', date: '2020-03-12', isTrial: false });
		expect(record.rounds.map(({ type, isClosed }) => [type, isClosed])).toEqual([
			['ging-goed', true],
			['knelpunten', true]
		]);
		const found = record.cards.map(({ text, municipalities }) => [text, municipalities]).sort();
		expect(found).toEqual([
			['De jurist zat aan tafel', ['GM0193']],
			['Geen tijd', ['GM0014']],
			['Wie weet', []]
		]);
		expect(record.classifications.map(({ category }) => category)).toEqual(['capaciteit-kennis']);
		expect(record.rounds.flatMap(({ votes }) => votes)).toEqual([]);
	});

	test('whoever wrote from one place counts once, so that numbers in the comparison are of something', () => {
		const cards = [
			aPaperCard(),
			aPaperCard({ text: 'Geen geld' }),
			aPaperCard({ municipalities: ['GM0193'] })
		];
		const record = intakeRecord(played(cards).state);
		expect(record.participation.people).toBe(2);
		const [column] = compare([record], '2020-03-12').columns;
		expect(column?.municipalities).toEqual(['GM0014', 'GM0193']);
	});

	test("[R20] of a day for both groups it tells nobody's role, because the table tells none", () => {
		const { participation } = intakeRecord(played([aPaperCard()], { group: 'mixed' }).state);
		expect(participation).toMatchObject({ people: 1, roles: { koploper: 0, volger: 0, partner: 0 } });
		expect(participation.municipalities.map(({ role }) => role)).toEqual([null]);
	});

	test('a step that cards name is there once, with those cards at it', () => {
		const cards = [aPaperCard({ step: 'Opvragen' }), aPaperCard({ step: 'Opvragen' }), aPaperCard()];
		const record = intakeRecord(played(cards).state);
		const [step, ...others] = record.steps;
		expect([step?.name, others]).toEqual(['Opvragen', []]);
		expect(record.cards.map((card) => card.step === step?.id).sort()).toEqual([false, true, true]);
	});

	test('a round that is full to its limit comes in whole, with every card classified', () => {
		const cards = Array.from({ length: CARDS_PER_ROUND_MAX }, (_, index) =>
			aPaperCard({ text: `Kaart ${index}`, category: 'anders' })
		);
		const record = intakeRecord(played(cards).state);
		expect([record.cards.length, record.classifications.length]).toEqual([2000, 2000]);
	});

	test('its log gives the same day again', () => {
		const { state, commands } = played([aPaperCard()]);
		const again = commands.flatMap(({ events }) => events).reduce(evolve, initialState('w1'));
		expect(again).toEqual(state);
		expect(new Set(commands.map(({ commandId }) => commandId)).size).toBe(commands.length);
	});

	test('what the rules refuse ends it, and nothing comes out', () => {
		expect(play([aPaperCard(), aPaperCard({ text: 'x'.repeat(281) })])).toMatchObject({ ok: false });
		expect(play([aPaperCard({ municipalities: ['GM9999'] })])).toEqual({
			ok: false,
			rejection: 'unknown-municipality'
		});
	});

	test('[R19] dots that a table tells are totals: nobody is invented who gave them, and they come through a file', () => {
		const cards = [
			aPaperCard({ dots: 7 }),
			aPaperCard({ text: 'Geen geld', dots: 0 }),
			aPaperCard({ text: 'Niet geteld' }),
			aPaperCard({ kind: 'needs', text: 'Geen stippen in deze ronde' })
		];
		const { state } = played(cards);
		const record = intakeRecord(state);
		const counted = (dots: number) => ({ dots, municipalities: null, people: null });
		const given = { dots: 0, municipalities: 0, people: 0 };
		expect(Object.fromEntries(record.cards.map(({ text, dots }) => [text, dots]))).toEqual({
			'Geen tijd': counted(7),
			'Geen geld': counted(0),
			'Niet geteld': given,
			'Geen stippen in deze ronde': given
		});
		expect(record.rounds.flatMap(({ votes }) => votes)).toEqual([]);
		expect(Object.values(state.rounds).every(({ ballots }) => Object.keys(ballots).length === 0)).toBe(true);
		const parsed = parseRecord(recordJson(record));
		if (!parsed.ok) throw new Error(parsed.problem.message);
		const again = worksessionFrom(parsed.record, { sha256: '', at: 0, accountId: 'a1' });
		expect(again.ok && recordJson(intakeRecord(again.value.state))).toBe(recordJson(record));
	});
});
