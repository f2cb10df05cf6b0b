import { describe, expect, test } from 'vitest';
import { anOpenWorksession, participationId, roundId, type Story } from '../../../tests/kit/worksession.ts';
import type { CommandOf, ItemRef } from './commands.ts';
import { reject } from './outcome.ts';
import { ballotOf, dotsOn } from './ballots.ts';

const ROUND = roundId('bottlenecks');

/** Two loose cards and a cluster of two, in a round that is voting. */
function voting(): { day: Story; one: ItemRef; two: ItemRef; cluster: ItemRef; clustered: ItemRef } {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
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
		expect(dotsOn(ballotOf(day.round('bottlenecks'), participationId('anna')))).toBe(3);
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
		expect(ballotOf(day.round('bottlenecks'), participationId('anna'))).toEqual({});
	});

	test('[D4] a log that takes a dot that was never there stops the room', () => {
		const { day, one } = voting();
		const taken = {
			type: 'DotTaken',
			roundId: ROUND,
			participationId: participationId('anna'),
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
