import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../tests/kit/worksession.ts';
import { changedArrangement } from './arrangement.ts';
import { cardOf } from './card-table.ts';
import type { Arrangement, Command, CommandOf, ItemRef } from './commands.ts';
import { accept, reject } from './outcome.ts';

const ROUND = roundId('bottlenecks');
const NEEDS = roundId('needs');
const NOTHING: Arrangement = { cards: [], clusters: [], links: [] };

interface Board {
	readonly day: Story;
	/** Four cards. */
	readonly ids: readonly [string, string, string, string];
}

function board(): Board {
	const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at('bottlenecks', 'writing');
	const [a, b, c, d] = ['een', 'twee', 'drie', 'vier'].map((text) => day.card('anna', text));
	return { day: day.at('bottlenecks', 'arranging'), ids: [a ?? '', b ?? '', c ?? '', d ?? ''] };
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
function arranged(day: Story): unknown {
	const { cards, clusters } = day.round('bottlenecks');
	return { cards, clusters, links: day.state.links };
}

/** An act, undone and done again. */
function expectBackAndForth(day: Story, command: Command): void {
	const before = arranged(day);
	const undo = act(day, command);
	const after = arranged(day);
	day.act('facilitator', undo);
	expect(arranged(day)).toEqual(before);
	day.act('facilitator', redo(undo));
	expect(arranged(day)).toEqual(after);
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
