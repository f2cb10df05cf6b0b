import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { CommandOf } from '../commands.ts';
import type { RoundSettings } from '../day/round.ts';
import { reject } from '../outcome.ts';
import type { Ballot } from './ballot.ts';
import { dotsOn, givenBy, sumOf } from './ballots.ts';

const ROUND = roundId('bottlenecks');

/** Two loose cards and a cluster of two, in a round that is voting. */
function voting(settings: Partial<RoundSettings> = {}): {
	day: Story;
	one: ItemRef;
	two: ItemRef;
	cluster: ItemRef;
	clustered: ItemRef;
} {
	const day = anOpenWorksession({ settings }).at('bottlenecks', 'sharing');
	const [one, two, three, four] = ['een', 'twee', 'drie', 'vier'].map((text) => day.card('anna', text));
	const cluster = day.cluster('Stapel', three ?? '', four ?? '');
	day.at('bottlenecks', 'voting');
	const card = (id = ''): ItemRef => ({ kind: 'card', id });
	return {
		day,
		one: card(one),
		two: card(two),
		cluster: { kind: 'cluster', id: cluster },
		clustered: card(three)
	};
}

/** All dots of a person in the round. */
function givenIn(day: Story, who: string): Ballot {
	return sumOf(Object.values(givenBy(day.round('bottlenecks').ballots, participationId(who))));
}

function place(item: ItemRef): CommandOf<'PlaceDot'> {
	return { type: 'PlaceDot', roundId: ROUND, item };
}

function take(item: ItemRef): CommandOf<'TakeDot'> {
	return { type: 'TakeDot', roundId: ROUND, item };
}

describe('placing a dot', () => {
	test('[D1] a budget of three gives three dots, however often somebody presses', () => {
		const { day, one, two, cluster } = voting();
		const items = [one, two, cluster];
		const answers = Array.from({ length: 50 }, (_, n) => {
			const command = place(items[n % 3] ?? one);
			const outcome = day.attempt('anna', command);
			if (outcome.ok) day.act('anna', command);
			return outcome.ok;
		});
		expect(answers.filter(Boolean)).toHaveLength(3);
		expect(dotsOn(givenIn(day, 'anna'))).toBe(3);
		expect(day.attempt('anna', place(one))).toEqual(reject('budget-spent'));
		expect(day.attempt('bram', place(one))).toMatchObject({ ok: true });
	});

	test('[D1] no more on one item than its maximum', () => {
		const { day, one } = voting();
		day.act('anna', place(one));
		day.act('anna', place(one));
		expect(day.attempt('anna', place(one))).toEqual(reject('item-full'));
	});

	test('[D3] on a loose card or a cluster, not on a card inside one', () => {
		const { day, cluster, clustered } = voting();
		expect(day.attempt('anna', place(cluster))).toMatchObject({ ok: true });
		expect(day.attempt('anna', place(clustered))).toEqual(reject('unknown-item'));
		expect(day.attempt('anna', place({ kind: 'cluster', id: '__proto__' }))).toEqual(reject('unknown-item'));
	});
});

describe('taking a dot back', () => {
	test('[D4] gives it back to spend; only where one lies', () => {
		const { day, one, two } = voting();
		day.act('anna', place(one));
		expect(day.attempt('anna', take(two))).toEqual(reject('no-dot-here'));
		expect(day.attempt('bram', take(one))).toEqual(reject('no-dot-here'));
		day.act('anna', take(one));
		expect(givenIn(day, 'anna')).toEqual({});
	});

	test('[D4] a log that takes a dot that was never there stops the room', () => {
		const { day, one } = voting();
		const taken = {
			type: 'DotTaken',
			roundId: ROUND,
			participationId: participationId('anna'),
			purse: 'own',
			item: one
		} as const;
		expect(() => day.record([taken])).toThrow('Broken promise');
	});
});

describe('totals', () => {
	test('[D2] count dots, people and distinct municipalities, once the round is closed', () => {
		const { day, one, cluster } = voting();
		day.join('carla', 'GM0363');
		for (const who of ['anna', 'bram', 'carla']) day.act(who, place(one));
		day.act('bram', place(one));
		day.act('bram', place(cluster));
		expect(day.shared('facilitator').rounds[ROUND]).toMatchObject({ results: null, votersDone: 1 });
		day.at('bottlenecks', 'closed');
		expect(day.shared('screen').rounds[ROUND]?.results).toEqual({
			[`card:${one.id}`]: { dots: 4, people: 3, municipalities: 3 },
			[`cluster:${cluster.id}`]: { dots: 1, people: 1, municipalities: 2 }
		});
		day.at('bottlenecks', 'voting');
		expect(day.shared('screen').rounds[ROUND]?.results).toBeNull();
	});
});

describe('a budget per municipality', () => {
	/** Carla and Anna come for Groningen, Bram for Amsterdam and Utrecht; three dots per municipality, two per item. */
	function together(): ReturnType<typeof voting> {
		const vote = voting({ budgetPer: 'municipality' });
		vote.day.join('carla', 'GM0014');
		return vote;
	}

	test('[D5] is one for all its people: fifty dots of two people at a budget of three are three', () => {
		const { day, one, two, cluster } = together();
		const items = [one, two, cluster];
		const placed = Array.from({ length: 50 }, (_, n) => {
			const who = n % 2 === 0 ? 'anna' : 'carla';
			const command = place(items[n % 3] ?? one);
			const { ok } = day.attempt(who, command);
			if (ok) day.act(who, command);
			return ok;
		});
		expect(placed.filter(Boolean)).toHaveLength(3);
		expect(day.attempt('anna', place(two))).toEqual(reject('budget-spent'));
		expect(day.attempt('bram', place(two))).toMatchObject({ ok: true });
	});

	test('[D5] holds the maximum per item for all its people together', () => {
		const { day, one } = together();
		day.act('anna', place(one));
		day.act('carla', place(one));
		expect(day.attempt('anna', place(one))).toEqual(reject('item-full'));
	});

	test('[D6] of whoever comes for two is that of both, and their dots spread over them', () => {
		const { day, one } = together();
		for (let n = 0; n < 4; n += 1) day.act('bram', place(one));
		expect(day.attempt('bram', place(one))).toEqual(reject('item-full'));
		expect(givenBy(day.round('bottlenecks').ballots, participationId('bram'))).toEqual({
			GM0363: { [`card:${one.id}`]: 2 },
			GM0344: { [`card:${one.id}`]: 2 }
		});
		day.at('bottlenecks', 'closed');
		expect(day.shared('screen').rounds[ROUND]?.results).toEqual({
			[`card:${one.id}`]: { dots: 4, municipalities: 2, people: 1 }
		});
	});

	test('[D7] is that of an organisation for whoever comes for none, and else their own', () => {
		const { day, one, two } = together();
		day.join('driss').join('els');
		for (const [who, organisation] of [
			['fatma', 'CBS'],
			['gijs', 'c.b.s. ']
		] as const)
			day.record([
				{
					type: 'ParticipantJoined',
					participationId: participationId(who),
					role: 'partner',
					organisation,
					municipalities: [],
					functionName: '',
					noticeVersion: '',
					at: day.now
				}
			]);
		for (const item of [one, one, two])
			for (const who of ['driss', 'els', 'fatma']) day.act(who, place(item));
		expect(day.attempt('gijs', place(two))).toEqual(reject('budget-spent'));
		day.at('bottlenecks', 'closed');
		expect(day.shared('screen').rounds[ROUND]?.results?.[`card:${one.id}`]).toEqual({
			dots: 6,
			municipalities: 0,
			people: 3
		});
	});

	test('[D8] is one ballot: its people see where its dots lie, and nobody else does', () => {
		const { day, one } = together();
		day.act('anna', place(one));
		const key = `card:${one.id}`;
		expect(day.own('carla')).toMatchObject({
			dots: {},
			purses: { [ROUND]: { GM0014: { own: {}, others: { [key]: 1 } } } }
		});
		expect(day.own('anna')?.purses).toEqual({ [ROUND]: { GM0014: { own: { [key]: 1 }, others: {} } } });
		expect(day.own('bram')).toMatchObject({ dots: {}, purses: {} });
		expect(day.attempt('carla', take(one))).toEqual(reject('no-dot-here'));
	});

	test('[D4] gives a dot back to the municipality that it came from', () => {
		const { day, one } = together();
		for (const item of [one, one, one]) day.act('bram', place(item));
		for (const item of [one, one, one]) day.act('bram', take(item));
		expect(givenIn(day, 'bram')).toEqual({});
		expect(day.attempt('bram', take(one))).toEqual(reject('no-dot-here'));
	});

	test('[P5] begins with empty ballots when budgets are divided otherwise', () => {
		const { day, one } = voting();
		day.act('anna', place(one));
		const settings = { ...day.round('bottlenecks').settings, budgetPer: 'municipality' } as const;
		day.act('facilitator', { type: 'ChangeRound', roundId: ROUND, settings });
		expect(day.round('bottlenecks').ballots).toEqual({});
	});

	test('[K4] what became one item keeps no more dots of a municipality than fit on one', () => {
		const { day, one, two } = together();
		day.act('anna', place(one));
		day.act('carla', place(one));
		day.act('carla', place(two));
		const id = day.at('bottlenecks', 'arranging').cluster('Samen', one.id, two.id);
		const given = ['anna', 'carla'].map((who) => givenIn(day, who)[`cluster:${id}`]);
		expect(given).toEqual([1, 1]);
	});

	test('[N7] the dots of somebody who is another stay with the municipalities they share', () => {
		const { day, one } = together();
		day.act('anna', place(one));
		day.act('facilitator', {
			type: 'MergePeople',
			fromId: participationId('anna'),
			intoId: participationId('carla')
		});
		expect(givenIn(day, 'carla')).toEqual({ [`card:${one.id}`]: 1 });
		day.act('facilitator', {
			type: 'MergePeople',
			fromId: participationId('carla'),
			intoId: participationId('bram')
		});
		expect(givenIn(day, 'bram')).toEqual({});
	});
});
