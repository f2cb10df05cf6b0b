import { describe, expect, test } from 'vitest';
import { aRecord } from '../../../tests/kit/record.ts';
import { recordReading, rulesOf, voteLines } from './record-reading.ts';

const reading = recordReading(aRecord());
const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title);

describe('a record arranged for reading', () => {
	test('items stand in order of dots, then of cards; a cluster is one item', () => {
		expect(titles(reading.bottlenecks)).toEqual(['Mag dit wel?', 'Ieder een ander systeem']);
		expect(reading.needs.map(({ need }) => need.title)).toEqual(['Een voorbeeld van een toets', 'Tijd']);
	});

	test('a need leads to its bottleneck, the cards in it and its step', () => {
		const [bottleneck] = reading.needs[0]?.bottlenecks ?? [];
		expect(bottleneck?.title).toBe('Mag dit wel?');
		expect(bottleneck?.cards.map(({ id }) => id)).toEqual(['c3', 'c4']);
		expect(bottleneck?.step?.name).toBe('Gegevens opvragen');
	});

	test('a step shows what went well and what got stuck at it', () => {
		const [shared, atTable] = reading.processes;
		expect([shared?.table, atTable?.table?.name]).toEqual([null, 'Tafel 1']);
		const second = atTable?.steps[0];
		expect(titles(second?.strengths ?? [])).toEqual(['De jurist zat aan tafel']);
		expect(titles(second?.bottlenecks ?? [])).toEqual(['Mag dit wel?']);
	});

	test('an action without a date is a loose end', () => {
		expect(reading.datelessActions.map(({ id }) => id)).toEqual(['a2']);
		expect([...reading.ownerlessActions, ...reading.looseDecisions]).toEqual([]);
	});

	test('an idea leads to the needs it is for, and one for no need is a loose end', () => {
		expect(titles(reading.ideas[0]?.needs ?? [])).toEqual(['Een voorbeeld van een toets']);
		expect(reading.ideas[1]?.table?.name).toBe('Tafel 1');
		expect(titles(reading.looseIdeas)).toEqual(['Vast belmoment']);
	});

	test('what is parked tells its card, and is a loose end', () => {
		expect(reading.parked.map(({ titles: words }) => words)).toEqual([['Ieder een ander systeem']]);
	});

	test('loose ends and late cards are found', () => {
		expect(titles(reading.looseNeeds)).toEqual(['Tijd']);
		expect(titles(reading.looseBottlenecks)).toEqual(['Ieder een ander systeem']);
		expect(reading.lateCards.map(({ id }) => id)).toEqual(['c5']);
	});

	test('every card stands in exactly one item', () => {
		const cards = reading.rounds.flatMap(({ items }) => items.flatMap((item) => item.cards));
		expect(cards.map(({ id }) => id).sort()).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']);
	});

	test('a vote is read in the order of results, with the rules it was held by', () => {
		const vote = {
			order: 1,
			closedAt: '2026-03-12T12:00:00.000Z',
			budget: 3,
			budgetPer: 'gemeente' as const,
			maxPerItem: 2,
			votedOn: null,
			results: [
				{ item: 'card:c5', dots: 1, municipalities: 1, people: 1 },
				{ item: 'cluster:k1', dots: 4, municipalities: 2, people: 3 }
			]
		};
		const round = reading.rounds.find(({ kind }) => kind === 'bottlenecks');
		const lines = round ? voteLines(round, vote) : [];
		expect(lines.map(({ item, result }) => [item.title, result.dots])).toEqual([
			['Mag dit wel?', 4],
			['Ieder een ander systeem', 1]
		]);
		expect(rulesOf(vote)).toEqual({ dotBudget: 3, budgetPer: 'municipality', dotsPerItemMax: 2 });
	});
});
