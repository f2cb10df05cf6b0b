import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId } from '../../../../tests/kit/worksession.ts';
import { parkedCards, parkedTitles } from './parked.ts';
import { sourceChoices, sourceTitle } from './action-source.ts';
import { ownerChoices, ownerName } from './owner-choices.ts';

const ROUND = roundId('bottlenecks');

/** A day on which a stack of two, half of another stack and a thought are parked. */
function aDay() {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	const [one, two, three, four] = ['een', 'twee', 'drie', 'vier'].map((text) => day.card('anna', text));
	const clusterId = day.cluster('Heel', one ?? '', two ?? '');
	day.cluster('Half', three ?? '', four ?? '');
	const parked = { text: '', ownerId: null, ownerName: '' };
	const stack = { kind: 'cluster', id: clusterId } as const;
	const card = { kind: 'card', id: three ?? '' } as const;
	day.act('facilitator', { type: 'Park', roundId: ROUND, items: [stack, card], parked, tableId: null });
	const thought = { ...parked, text: 'Geld', ownerId: 'person-anna' };
	day.act('facilitator', { type: 'Park', roundId: null, items: [], parked: thought, tableId: null });
	return { day, ids: [one, two, three] };
}

describe('what is parked', () => {
	test('is called by the title of a stack that is parked whole, and else by the texts of its cards', () => {
		const { day } = aDay();
		const shared = day.shared('participant');
		expect(shared.parked.map((one) => parkedTitles(shared, one))).toEqual([['Heel', 'drie'], []]);
	});

	test('is marked in its own round only', () => {
		const { day, ids } = aDay();
		const shared = day.shared('participant');
		expect(parkedCards(shared, ROUND)).toEqual(new Set(ids));
		expect(parkedCards(shared, roundId('needs'))).toEqual(new Set());
	});
});

describe('what an action follows from', () => {
	test('is called by its stack or its words, and can be chosen by what the room sees', () => {
		const { day, ids } = aDay();
		const shared = day.shared('facilitator');
		const [one = '', two = '', three = ''] = ids;
		const choices = sourceChoices(shared, null);
		expect(choices.map(({ label }) => label)).toEqual([
			'Niet gezegd',
			'Heel · Knelpunten',
			'Half · Knelpunten'
		]);
		const stack = { kind: 'cards', roundId: ROUND, cardIds: [one, two].sort() } as const;
		expect(choices[1]?.source).toEqual(stack);
		const half = { kind: 'cards', roundId: ROUND, cardIds: [three] } as const;
		expect([null, stack, half].map((source) => sourceTitle(shared, source))).toEqual(['', 'Heel', 'drie']);
	});

	test('stays among the choices when its stack is another by now', () => {
		const { day, ids } = aDay();
		const half = { kind: 'cards', roundId: ROUND, cardIds: [ids[2] ?? ''] } as const;
		const choices = sourceChoices(day.shared('facilitator'), half);
		expect(choices.filter(({ source }) => source === half).map(({ label }) => label)).toEqual(['drie']);
		expect(choices).toHaveLength(4);
	});
});

describe('an owner', () => {
	test('is anybody in the room for a facilitator, and nobody else than oneself for a host', () => {
		const { day } = aDay();
		const shared = day.shared('facilitator');
		expect(ownerChoices({ shared, own: null }).map(({ value }) => value)).toEqual([
			'',
			'person-anna',
			'person-bram'
		]);
		const own = day.own('bram');
		const choices = ownerChoices({ shared: day.shared('participant'), own });
		expect(choices.map(({ value }) => value)).toEqual(['', 'person-bram']);
	});

	test('is told by name to a facilitator alone', () => {
		const { day } = aDay();
		const tellings = (['facilitator', 'participant'] as const).map((audience) => {
			const shared = day.shared(audience);
			return shared.parked.map((one) => ownerName(shared, one));
		});
		expect(tellings).toEqual([
			['Nog niemand', 'Naam van anna, Groningen'],
			['Nog niemand', 'Groningen']
		]);
	});
});
