import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story
} from '../../../../tests/kit/worksession.ts';
import { allCards } from '../card/card-table.ts';
import type { ItemRef } from './item.ts';
import type { Command, CommandOf } from '../commands.ts';
import { CLUSTERS_PER_ROUND_MAX, ITEMS_PER_COMMAND_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';

const ROUND = roundId('bottlenecks');

function card(id: string): ItemRef {
	return { kind: 'card', id };
}

function cluster(id: string): ItemRef {
	return { kind: 'cluster', id };
}

/** A round that is shared, with one card for each text. */
function board(...texts: readonly string[]): { day: Story; ids: readonly string[] } {
	const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at('bottlenecks', 'writing');
	const ids = texts.map((text) => day.card('anna', text));
	return { day: day.at('bottlenecks', 'arranging'), ids };
}

function make(items: readonly ItemRef[], title = 'Grondslag'): CommandOf<'MakeCluster'> {
	return { type: 'MakeCluster', roundId: ROUND, title, items };
}

describe('making a cluster', () => {
	test('[K1] takes two or more cards, each once', () => {
		const { day, ids } = board('een', 'twee');
		const [one = '', two = ''] = ids;
		expect(day.attempt('facilitator', make([card(one), card(two), card(one)]))).toMatchObject({
			ok: true,
			value: [{ type: 'ClusterMade', title: 'Grondslag', cardIds: [one, two], stepId: null }]
		});
		expect(day.attempt('facilitator', make([card(one), card(one)]))).toEqual(reject('items-too-few'));
		expect(day.attempt('facilitator', make([]))).toEqual(reject('items-too-few'));
	});

	test('[K1] takes only what is in the round', () => {
		const { day, ids } = board('een', 'twee');
		const [one = ''] = ids;
		expect(day.attempt('facilitator', make([card(one), card('nowhere')]))).toEqual(reject('unknown-item'));
		expect(day.attempt('facilitator', make([card(one), cluster('__proto__')]))).toEqual(
			reject('unknown-item')
		);
	});

	test('[K1] has a title', () => {
		const { day, ids } = board('een', 'twee');
		const items = ids.map(card);
		expect(day.attempt('facilitator', make(items, ' '))).toEqual(reject('title-empty'));
		expect(day.attempt('facilitator', make(items, 't'.repeat(TITLE_LENGTH_MAX)))).toMatchObject({ ok: true });
		expect(day.attempt('facilitator', make(items, 't'.repeat(TITLE_LENGTH_MAX + 1)))).toEqual(
			reject('title-too-long')
		);
	});

	test('[K2] stands at the step of the first of its items that has one', () => {
		const { day, ids } = board('een', 'twee', 'drie');
		const [, two = '', three = ''] = ids;
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(two)], stepId: 'step-2' });
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(three)], stepId: 'step-1' });
		const id = day.cluster('Stapel', ...ids);
		expect(day.round('bottlenecks').clusters[id]?.stepId).toBe('step-2');
	});

	test('[K3] swallows whole clusters, which then end', () => {
		const { day, ids } = board('een', 'twee', 'drie');
		const [one = '', two = '', three = ''] = ids;
		const small = day.cluster('Klein', one, two);
		const [made] = day.act('facilitator', make([cluster(small), card(three)], 'Groot'));
		const round = day.round('bottlenecks');
		expect(made).toMatchObject({ cardIds: expect.arrayContaining([one, two, three]) as unknown });
		expect(Object.values(round.clusters).map(({ title }) => title)).toEqual(['Groot']);
		expect(allCards(round.cards).every((member) => member.clusterId !== null)).toBe(true);
	});

	test('[K4] dots follow their cards into it, up to the maximum per item; the rest goes back', () => {
		const { day, ids } = board('een', 'twee');
		const [one = '', two = ''] = ids;
		day.at('bottlenecks', 'voting');
		for (const id of [one, one, two]) day.act('bram', { type: 'PlaceDot', roundId: ROUND, item: card(id) });
		const id = day.at('bottlenecks', 'arranging').cluster('Stapel', one, two);
		expect(day.round('bottlenecks').ballots[participationId('bram')]).toEqual({
			own: { [`cluster:${id}`]: 2 }
		});
	});

	test('[K5] five hundred fill a round, and one command names five hundred items', () => {
		const { day, ids } = board('een', 'twee');
		const clusters = Object.fromEntries(
			Array.from({ length: CLUSTERS_PER_ROUND_MAX - 1 }, (_, n) => [
				`c${n}`,
				{ id: `c${n}`, title: 't', stepId: null }
			])
		);
		const round = { ...day.round('bottlenecks'), clusters };
		day.state = { ...day.state, rounds: { ...day.state.rounds, [ROUND]: round } };
		const many = Array.from({ length: ITEMS_PER_COMMAND_MAX + 1 }, () => card(ids[0] ?? ''));
		expect(day.attempt('facilitator', make(many))).toEqual(reject('unknown-item'));
		day.act('facilitator', make(ids.map(card)));
		expect(day.attempt('facilitator', make(ids.map(card)))).toEqual(reject('clusters-full'));
	});
});

describe('changing a cluster', () => {
	function withCluster(): { day: Story; ids: readonly string[]; clusterId: string } {
		const { day, ids } = board('een', 'twee', 'drie');
		return { day, ids, clusterId: day.cluster('Stapel', ...ids.slice(0, 2)) };
	}

	test('[K6] it is renamed, and the same title is no event', () => {
		const { day, clusterId } = withCluster();
		const rename = (title: string, id = clusterId): Command => ({
			type: 'RenameCluster',
			roundId: ROUND,
			clusterId: id,
			title
		});
		expect(day.attempt('facilitator', rename('Stapel'))).toEqual(accept([]));
		expect(day.attempt('facilitator', rename(''))).toEqual(reject('title-empty'));
		expect(day.attempt('facilitator', rename('Ander', 'nowhere'))).toEqual(reject('unknown-cluster'));
		day.act('facilitator', rename('Ander'));
		expect(day.round('bottlenecks').clusters[clusterId]?.title).toBe('Ander');
	});

	test('[K7] cards are added, once, and links of the card go along', () => {
		const { day, ids, clusterId } = withCluster();
		const add = (cardIds: readonly string[]): Command => ({
			type: 'AddToCluster',
			roundId: ROUND,
			clusterId,
			cardIds
		});
		expect(day.attempt('facilitator', add(ids.slice(0, 2)))).toEqual(accept([]));
		expect(day.attempt('facilitator', add(['nowhere']))).toEqual(reject('unknown-card'));
		day.at('needs', 'sharing');
		const need = card(day.card('anna', 'behoefte'));
		const link = { roundId: roundId('needs'), need, bottleneckRoundId: ROUND } as const;
		day.act('facilitator', { type: 'LinkNeed', ...link, bottleneck: card(ids[2] ?? '') });
		day.at('bottlenecks', 'arranging').act('facilitator', add(ids));
		expect(Object.values(day.state.links)).toEqual([{ ...link, bottleneck: cluster(clusterId) }]);
	});

	test('[K8] a card taken out lies loose; the last one out ends the cluster', () => {
		const { day, ids, clusterId } = withCluster();
		const out = (...cardIds: readonly string[]): Command => ({
			type: 'RemoveFromCluster',
			roundId: ROUND,
			cardIds
		});
		expect(day.attempt('facilitator', out(ids[2] ?? ''))).toEqual(accept([]));
		expect(day.attempt('facilitator', out('nowhere'))).toEqual(reject('unknown-card'));
		day.act('facilitator', out(ids[0] ?? ''));
		expect(Object.keys(day.round('bottlenecks').clusters)).toEqual([clusterId]);
		day.act('facilitator', out(ids[1] ?? ''));
		expect(day.round('bottlenecks').clusters).toEqual({});
	});

	test('[K9] taken apart, its cards lie loose and its dots go back', () => {
		const { day, clusterId } = withCluster();
		day.at('bottlenecks', 'voting');
		day.act('anna', { type: 'PlaceDot', roundId: ROUND, item: cluster(clusterId) });
		day.at('bottlenecks', 'arranging');
		const apart: Command = { type: 'TakeApart', roundId: ROUND, clusterId };
		day.act('facilitator', apart);
		const round = day.round('bottlenecks');
		expect(allCards(round.cards).map((member) => member.clusterId)).toEqual([null, null, null]);
		expect(round).toMatchObject({ clusters: {}, ballots: { [participationId('anna')]: { own: {} } } });
		expect(day.attempt('facilitator', apart)).toEqual(reject('unknown-cluster'));
	});
});
