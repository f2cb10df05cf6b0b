import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import { changedArrangement } from './arrangement-change.ts';
import { cardOf } from '../card/card-table.ts';
import type { ItemRef, RoundItem } from './item.ts';
import type { Arrangement } from './places.ts';
import type { Command, CommandOf } from '../commands.ts';
import { NEW_IDEA } from '../choose/ideas.ts';
import { accept, reject } from '../outcome.ts';

const ROUND = roundId('bottlenecks');
const NEEDS = roundId('needs');
const NOTHING: Arrangement = { cards: [], clusters: [], links: [], codes: [], ideas: [] };

interface Board {
	readonly day: Story;
	/** Four cards. */
	readonly ids: readonly [string, string, string, string];
}

function board(kind: 'bottlenecks' | 'needs' = 'bottlenecks'): Board {
	const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at(kind, 'writing');
	const [a, b, c, d] = ['een', 'twee', 'drie', 'vier'].map((text) => day.card('anna', text));
	return { day: day.at(kind, 'arranging'), ids: [a ?? '', b ?? '', c ?? '', d ?? ''] };
}

const card = (id: string): ItemRef => ({ kind: 'card', id });

/** Does something, and gives what undoes it. */
function act(day: Story, command: Command, round = ROUND): CommandOf<'Rearrange'> {
	const before = day.state;
	day.act('facilitator', command);
	const change = changedArrangement(day.state, before, round);
	if (!change) throw new Error(`${command.type} changed nothing`);
	return { type: 'Rearrange', roundId: round, ...change };
}

const redo = (undo: CommandOf<'Rearrange'>): CommandOf<'Rearrange'> => ({
	...undo,
	from: undo.to,
	to: undo.from
});

/** The board of a round without what no act on it changes. */
function arranged(day: Story, round: string): unknown {
	const { cards, clusters, codes } = day.state.rounds[round] ?? {};
	const { links, ideas } = day.state;
	return { cards, clusters, codes, links, ideas };
}

/** An act, undone and done again. */
function expectBackAndForth(day: Story, command: Command, round = ROUND): void {
	const before = arranged(day, round);
	const undo = act(day, command, round);
	const after = arranged(day, round);
	day.act('facilitator', undo);
	expect(arranged(day, round)).toEqual(before);
	day.act('facilitator', redo(undo));
	expect(arranged(day, round)).toEqual(after);
}

function addIdea(day: Story, needs: readonly RoundItem[]): void {
	const idea = { ...NEW_IDEA, title: 'Een model', needs };
	day.act('facilitator', { type: 'AddIdea', idea, tableId: null, from: [] });
}

describe('undoing and doing again gives exactly what was', () => {
	test('[G1] of a new cluster, whose cards stood at different steps', () => {
		const { day, ids } = board();
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(ids[0])], stepId: 'step-1' });
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(ids[1])], stepId: 'step-2' });
		expectBackAndForth(day, { type: 'MakeCluster', roundId: ROUND, title: 'Samen', items: ids.map(card) });
	});

	test('[G1] of clusters that went into one another', () => {
		const { day, ids } = board();
		const items = [day.cluster('Links', ids[0], ids[1]), day.cluster('Rechts', ids[2], ids[3])].map(
			(id) => ({ kind: 'cluster', id }) as const
		);
		expectBackAndForth(day, { type: 'MakeCluster', roundId: ROUND, title: 'Alles', items });
	});

	test('[G1] of a cluster that was taken apart, of cards put in or taken out, of a title', () => {
		const { day, ids } = board();
		const clusterId = day.cluster('Stapel', ids[0], ids[1]);
		expectBackAndForth(day, { type: 'RenameCluster', roundId: ROUND, clusterId, title: 'Anders' });
		expectBackAndForth(day, { type: 'AddToCluster', roundId: ROUND, clusterId, cardIds: [ids[2]] });
		expectBackAndForth(day, { type: 'RemoveFromCluster', roundId: ROUND, cardIds: [ids[0]] });
		expectBackAndForth(day, { type: 'TakeApart', roundId: ROUND, clusterId });
	});

	test('[G1] of a cluster that was put at a step, and took its cards along', () => {
		const { day, ids } = board();
		const id = day.cluster('Stapel', ids[0], ids[1]);
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(ids[1])], stepId: 'step-2' });
		const items: readonly ItemRef[] = [{ kind: 'cluster', id }, card(ids[2])];
		expectBackAndForth(day, { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' });
	});

	test('[G1] of a cluster at which a card stood already where the cluster went', () => {
		const { day, ids } = board();
		const clusterId = day.cluster('Samen', ids[0], ids[1]);
		const put = (items: readonly ItemRef[], stepId: string) =>
			({ type: 'PinItems', roundId: ROUND, items, stepId }) as const;
		day.act('facilitator', put([card(ids[1])], 'step-2'));
		expectBackAndForth(day, put([{ kind: 'cluster', id: clusterId }], 'step-2'));
	});

	test('[G1] of a cluster into which somebody else put a card since, which stays where it is', () => {
		const { day, ids } = board();
		const clusterId = day.cluster('Samen', ids[0], ids[1]);
		const items = [{ kind: 'cluster', id: clusterId }] as const;
		const undo = act(day, { type: 'PinItems', roundId: ROUND, items, stepId: 'step-2' });
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(ids[2])], stepId: 'step-1' });
		day.act('facilitator', { type: 'AddToCluster', roundId: ROUND, clusterId, cardIds: [ids[2]] });
		day.act('facilitator', undo);
		expect(day.state.rounds[ROUND]?.clusters[clusterId]?.stepId).toBeNull();
		expect(ids.slice(0, 3).map((id) => day.cards('bottlenecks')[id]?.stepId)).toEqual([null, null, 'step-1']);
	});

	test('[G1] of what a cluster, a card and several at once are about', () => {
		const { day, ids } = board();
		const id = day.cluster('Stapel', ids[0], ids[1]);
		const items: readonly ItemRef[] = [{ kind: 'cluster', id }, card(ids[2])];
		const codes = { category: 'anders', also: ['financiering'], nature: 'mag' } as const;
		expectBackAndForth(day, { type: 'ClassifyItems', roundId: ROUND, items, codes });
		expectBackAndForth(day, { type: 'ClassifyItems', roundId: ROUND, items, codes: { also: [] } });
		expectBackAndForth(day, { type: 'ClassifyItems', roundId: ROUND, items, codes: { category: null } });
		const all: readonly ItemRef[] = [{ kind: 'cluster', id }, card(ids[3])];
		expectBackAndForth(day, { type: 'MakeCluster', roundId: ROUND, title: 'Alles', items: all });
		const [clusterId = ''] = Object.keys(day.round('bottlenecks').clusters);
		day.act('facilitator', {
			type: 'ClassifyItems',
			roundId: ROUND,
			items: [{ kind: 'cluster', id: clusterId }],
			codes
		});
		expectBackAndForth(day, { type: 'TakeApart', roundId: ROUND, clusterId });
	});

	test('[G1] of what product ideas rest on', () => {
		const { day, ids } = board('needs');
		const rests = (id: string) => ({ roundId: NEEDS, item: card(id) });
		addIdea(day, [rests(ids[0]), rests(ids[2]), rests(ids[1])]);
		addIdea(day, [rests(ids[1])]);
		const [first = '', second = '', third = ''] = ids;
		const make = { type: 'MakeCluster', roundId: NEEDS, title: 'Samen' } as const;
		expectBackAndForth(day, { ...make, items: [card(first), card(second)] }, NEEDS);
		const [clusterId = ''] = Object.keys(day.round('needs').clusters);
		const into = { type: 'AddToCluster', roundId: NEEDS, clusterId, cardIds: [third] } as const;
		expectBackAndForth(day, into, NEEDS);
		expectBackAndForth(day, { type: 'TakeApart', roundId: NEEDS, clusterId }, NEEDS);
	});

	test('[G1] of what takes a link along', () => {
		const { day, ids } = board();
		const need = day.at('needs', 'writing').card('bram', 'Een model');
		day.at('needs', 'sharing');
		day.act('facilitator', {
			type: 'LinkNeed',
			roundId: NEEDS,
			need: card(need),
			bottleneckRoundId: ROUND,
			bottleneck: card(ids[0])
		});
		day.at('bottlenecks', 'arranging');
		expectBackAndForth(day, {
			type: 'MakeCluster',
			roundId: ROUND,
			title: 'Samen',
			items: [card(ids[0]), card(ids[1])]
		});
	});
});

describe('what is refused, and then changes nothing', () => {
	test('[G2] what somebody else changed since', () => {
		const { day, ids } = board();
		const clusterId = day.cluster('Stapel', ids[0], ids[1]);
		const undo = act(day, { type: 'RenameCluster', roundId: ROUND, clusterId, title: 'Anders' });
		day.act('facilitator', { type: 'RenameCluster', roundId: ROUND, clusterId, title: 'Toch weer anders' });
		expect(day.attempt('facilitator', undo)).toEqual(reject('changed-since'));
	});

	test('[G2] a cluster that got another card would end with that card in it', () => {
		const { day, ids } = board();
		const items = [card(ids[0]), card(ids[1])];
		const undo = act(day, { type: 'MakeCluster', roundId: ROUND, title: 'Samen', items });
		const [clusterId = ''] = Object.keys(day.round('bottlenecks').clusters);
		day.act('facilitator', { type: 'AddToCluster', roundId: ROUND, clusterId, cardIds: [ids[2]] });
		expect(day.attempt('facilitator', undo)).toEqual(reject('changed-since'));
	});

	test('[G2] what was changed elsewhere on the board is no hindrance', () => {
		const { day, ids } = board();
		const items = [card(ids[0]), card(ids[1])];
		const undo = act(day, { type: 'MakeCluster', roundId: ROUND, title: 'Samen', items });
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(ids[3])], stepId: 'step-1' });
		day.act('facilitator', undo);
		const { clusters, cards } = day.round('bottlenecks');
		expect([clusters, cardOf(cards, ids[3])?.stepId]).toEqual([{}, 'step-1']);
	});

	test('[G3] a step that is gone, or a card that is hidden or gone', () => {
		const { day, ids } = board();
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(ids[0])], stepId: 'step-1' });
		const undo = act(day, { type: 'PinItems', roundId: ROUND, items: [card(ids[0])], stepId: null });
		day.act('facilitator', { type: 'RemoveStep', stepId: 'step-1' });
		expect(day.attempt('facilitator', undo)).toEqual(reject('unknown-step'));
		day.act('anna', { type: 'WithdrawCard', roundId: ROUND, cardId: ids[0] });
		expect(day.attempt('facilitator', undo)).toEqual(reject('unknown-card'));
	});

	test('[G4] stacks while people vote, for the dots would move; where a card stands may change', () => {
		const { day, ids } = board();
		const pinned = act(day, { type: 'PinItems', roundId: ROUND, items: [card(ids[2])], stepId: 'step-1' });
		const items = [card(ids[0]), card(ids[1])];
		const made = act(day, { type: 'MakeCluster', roundId: ROUND, title: 'Samen', items });
		day.at('bottlenecks', 'voting');
		expect(day.attempt('facilitator', made)).toEqual(reject('wrong-stage'));
		expect(day.attempt('facilitator', pinned)).toMatchObject({ ok: true });
	});

	test('[G2] a cluster that was classified since would end with what was filled in', () => {
		const { day, ids } = board();
		const items = [card(ids[0]), card(ids[1])];
		const undo = act(day, { type: 'MakeCluster', roundId: ROUND, title: 'Samen', items });
		const [id = ''] = Object.keys(day.round('bottlenecks').clusters);
		const classified: Command = {
			type: 'ClassifyItems',
			roundId: ROUND,
			items: [{ kind: 'cluster', id }],
			codes: { category: 'anders' }
		};
		const back = act(day, classified);
		expect(day.attempt('facilitator', undo)).toEqual(reject('changed-since'));
		day.act('facilitator', back);
		day.act('facilitator', undo);
		expect(day.round('bottlenecks')).toMatchObject({ clusters: {}, codes: {} });
	});

	test('[G2] a product idea that was changed since keeps what it rests on now', () => {
		const { day, ids } = board('needs');
		addIdea(day, [{ roundId: NEEDS, item: card(ids[0]) }]);
		const items = [card(ids[0]), card(ids[1])];
		const undo = act(day, { type: 'MakeCluster', roundId: NEEDS, title: 'Samen', items }, NEEDS);
		const [idea] = day.state.ideas;
		if (!idea) throw new Error('There is an idea');
		const { id: ideaId, tableId: _, from: __, ...facts } = idea;
		day.act('facilitator', { type: 'ChangeIdea', ideaId, idea: { ...facts, needs: [] } });
		expect(day.attempt('facilitator', undo)).toEqual(reject('changed-since'));
		day.act('facilitator', { type: 'RemoveIdea', ideaId });
		expect(day.attempt('facilitator', undo)).toEqual(reject('changed-since'));
	});

	test('[G3] codes that the round does not ask, and ties that no act on this board makes', () => {
		const { day, ids } = board('needs');
		addIdea(day, [{ roundId: NEEDS, item: card(ids[0]) }]);
		const [{ id: ideaId } = { id: '' }] = day.state.ideas;
		const ask = (from: Partial<Arrangement>, to: Partial<Arrangement>) =>
			day.attempt('facilitator', {
				type: 'Rearrange',
				roundId: NEEDS,
				from: { ...NOTHING, ...from },
				to: { ...NOTHING, ...to }
			});
		const place = { ideaId, needs: [{ roundId: NEEDS, item: card(ids[0]) }], from: [] };
		const others = { ...place, needs: [{ roundId: NEEDS, item: card(ids[1]) }] };
		expect(ask({ ideas: [place] }, { ideas: [others] })).toEqual(reject('unknown-item'));
		expect(ask({ ideas: [place] }, { ideas: [] })).toEqual(reject('unknown-item'));
		expect(ask({ ideas: [place] }, { ideas: [place] })).toEqual(accept([]));
		const codes = { category: null, also: [], phase: null, nature: 'mag', needType: null } as const;
		const empty = { item: card(ids[0]), codes: null };
		expect(ask({ codes: [empty] }, { codes: [{ ...empty, codes }] })).toEqual(reject('code-not-asked'));
		const nowhere = { item: card('nowhere'), codes: null };
		const known = { ...codes, nature: null, category: 'anders' } as const;
		expect(ask({ codes: [nowhere] }, { codes: [{ ...nowhere, codes: known }] })).toEqual(
			reject('unknown-item')
		);
	});

	test('[G6] a title does not come back to a card whose text was taken away meanwhile', () => {
		const { day, ids } = board();
		const clusterId = day.cluster('Het geheim', ids[0], ids[1]);
		const renamed = act(day, { type: 'RenameCluster', roundId: ROUND, clusterId, title: 'Anders' });
		day.act('facilitator', { type: 'RedactCard', roundId: ROUND, cardId: ids[0], reason: 'Een naam' });
		expect(day.attempt('facilitator', renamed)).toEqual(reject('changed-since'));
		const apart = act(day, { type: 'TakeApart', roundId: ROUND, clusterId });
		expect(day.attempt('facilitator', apart)).toEqual(reject('changed-since'));
	});

	test('[G3] a made-up part: cards twice, cards that differ, an empty cluster, an id that is none', () => {
		const { day, ids } = board();
		const place = { cardId: ids[0], stepId: null, clusterId: null };
		const ask = (from: Partial<Arrangement>, to: Partial<Arrangement>) =>
			day.attempt('facilitator', {
				type: 'Rearrange',
				roundId: ROUND,
				from: { ...NOTHING, ...from },
				to: { ...NOTHING, ...to }
			});
		expect(ask({ cards: [place, place] }, { cards: [place, place] })).toEqual(reject('unknown-item'));
		expect(ask({ cards: [place] }, { cards: [] })).toEqual(reject('unknown-item'));
		const empty = { id: 'new', title: 'Leeg', stepId: null };
		expect(ask({}, { clusters: [empty] })).toEqual(reject('changed-since'));
		const into = (id: string, title = 'Stapel') =>
			ask(
				{ cards: [place] },
				{ cards: [{ ...place, clusterId: id }], clusters: [{ id, title, stepId: null }] }
			);
		expect(into('__proto__')).toEqual(reject('unknown-cluster'));
		expect(into('new', ' ')).toEqual(reject('title-empty'));
		expect(ask({ cards: [place] }, { cards: [{ ...place, clusterId: 'nowhere' }] })).toEqual(
			reject('unknown-cluster')
		);
		expect(ask({ cards: [place] }, { cards: [place] })).toEqual(accept([]));
	});
});
