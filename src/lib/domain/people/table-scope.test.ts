import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	participationId,
	roundId,
	type Story,
	type Who
} from '../../../../tests/kit/worksession.ts';
import type { ItemRef } from '../board/item.ts';
import type { Command } from '../commands.ts';
import { reject } from '../outcome.ts';
import { touchesOtherTables } from './table-scope.ts';
import type { RoundKind } from '../vocabulary.ts';
import { NO_DETAILS } from '../board/step-details.ts';

/** What lies at one table: two loose cards, a cluster, a need, and a step. */
interface Board {
	readonly tableId: string;
	readonly cards: readonly [string, string];
	readonly clusterId: string;
	readonly need: ItemRef;
	readonly stepId: string;
}

const BOTTLENECKS = roundId('bottlenecks');
const NEEDS = roundId('needs');

/** Anna leads the first of two tables, Bram sits at the second; both tables have the same lying on them, and so has the whole room. */
function twoTables() {
	const day = anOpenWorksession().join('carla', 'GM0193');
	const [one, two] = [addTable(day, 'Tafel 1'), addTable(day, 'Tafel 2')];
	day.act('anna', { type: 'TakeSeat', tableId: one });
	day.act('bram', { type: 'TakeSeat', tableId: two });
	day.act('facilitator', { type: 'SetHost', tableId: one, participationId: participationId('anna') });
	const needs = writeIn(day, 'needs', 1);
	const loose = writeIn(day, 'bottlenecks', 4);
	const [mine, theirs, everybodys] = ['anna', 'bram', 'carla'].map((who, index): Board => {
		const [first = '', second = '', third = '', fourth = ''] = loose[who] ?? [];
		const tableId = [one, two, null][index] ?? null;
		return {
			tableId: tableId ?? '',
			cards: [first, second],
			clusterId: day.cluster('Stapel', third, fourth),
			need: { kind: 'card', id: needs[who]?.[0] ?? '' },
			stepId: addStep(day, tableId)
		};
	});
	if (!mine || !theirs || !everybodys) throw new Error('There are three boards');
	return { day, mine, theirs, everybodys };
}

/** So many cards of each in a round that is shared then; their ids by writer. */
function writeIn(day: Story, kind: RoundKind, count: number): Readonly<Record<Who, readonly string[]>> {
	day.at(kind, 'sharing');
	const write = (who: Who) => Array.from({ length: count }, (_, index) => day.card(who, `${kind} ${index}`));
	return { anna: write('anna'), bram: write('bram'), carla: write('carla') };
}

function addTable(day: Story, name: string): string {
	const [added] = day.act('facilitator', { type: 'AddTable', table: { name, exampleId: null } });
	return added?.type === 'TableAdded' ? added.tableId : '';
}

function addStep(day: Story, tableId: string | null): string {
	const step: Command = { type: 'AddStep', title: 'Stap', tableId, roundId: null, cardIds: [] };
	const [added] = day.act('facilitator', step);
	return added?.type === 'StepAdded' ? added.stepId : '';
}

/** Everything a host may do, to what lies on one board. */
const ARRANGING: Readonly<Record<string, (board: Board, isShared: boolean) => Command>> = {
	AddStep: ({ tableId }, isShared) => ({
		type: 'AddStep',
		title: 'Nieuw',
		tableId: isShared ? null : tableId,
		roundId: null,
		cardIds: []
	}),
	RenameStep: ({ stepId }) => ({ type: 'RenameStep', stepId, title: 'Anders' }),
	DescribeStep: ({ stepId }) => ({ type: 'DescribeStep', stepId, details: NO_DETAILS }),
	MoveStep: ({ stepId }) => ({ type: 'MoveStep', stepId, toIndex: 0 }),
	RemoveStep: ({ stepId }) => ({ type: 'RemoveStep', stepId }),
	PinItems: ({ cards: [id], stepId }) => ({
		type: 'PinItems',
		roundId: BOTTLENECKS,
		items: [{ kind: 'card', id }],
		stepId
	}),
	MakeCluster: ({ cards }) => ({
		type: 'MakeCluster',
		roundId: BOTTLENECKS,
		title: 'Samen',
		items: cards.map((id) => ({ kind: 'card', id }) as const)
	}),
	RenameCluster: ({ clusterId }) => ({
		type: 'RenameCluster',
		roundId: BOTTLENECKS,
		clusterId,
		title: 'Anders'
	}),
	AddToCluster: ({ clusterId, cards }) => ({
		type: 'AddToCluster',
		roundId: BOTTLENECKS,
		clusterId,
		cardIds: cards
	}),
	RemoveFromCluster: ({ cards }) => ({ type: 'RemoveFromCluster', roundId: BOTTLENECKS, cardIds: cards }),
	TakeApart: ({ clusterId }) => ({ type: 'TakeApart', roundId: BOTTLENECKS, clusterId }),
	Rearrange: ({ cards: [cardId], clusterId, stepId }) => ({
		type: 'Rearrange',
		roundId: BOTTLENECKS,
		from: {
			cards: [{ cardId, stepId: null, clusterId: null }],
			clusters: [],
			links: [],
			codes: [],
			ideas: []
		},
		to: { cards: [{ cardId, stepId, clusterId }], clusters: [], links: [], codes: [], ideas: [] }
	}),
	LinkNeed: ({ need, clusterId }) => ({
		type: 'LinkNeed',
		roundId: NEEDS,
		need,
		bottleneckRoundId: BOTTLENECKS,
		bottleneck: { kind: 'cluster', id: clusterId }
	}),
	UnlinkNeed: ({ need, clusterId }) => ({
		type: 'UnlinkNeed',
		roundId: NEEDS,
		need,
		bottleneckRoundId: BOTTLENECKS,
		bottleneck: { kind: 'cluster', id: clusterId }
	})
};

describe.each(Object.entries(ARRANGING))('a host and %s', (_, command) => {
	test('[U7] may, at their own table', () => {
		const { day, mine } = twoTables();
		expect(day.attempt('anna', command(mine, false))).toMatchObject({ ok: true });
	});

	test('[U7] may not, at another table or for the whole room', () => {
		const { day, theirs, everybodys } = twoTables();
		expect(day.attempt('anna', command(theirs, false))).toEqual(reject('other-table'));
		expect(day.attempt('anna', command(everybodys, true))).toEqual(reject('other-table'));
	});

	test('[U7] is more than a participant may, at any table', () => {
		const { day, mine, theirs } = twoTables();
		for (const board of [mine, theirs])
			expect(day.attempt('bram', command(board, false))).toEqual(reject('not-allowed'));
	});
});

describe('a host', () => {
	test('[U7] may put what lies at their table at a step of the process that everybody shares', () => {
		const { day, mine, everybodys } = twoTables();
		const pin: Command = {
			type: 'PinItems',
			roundId: BOTTLENECKS,
			items: [{ kind: 'card', id: mine.cards[0] }],
			stepId: everybodys.stepId
		};
		expect(day.attempt('anna', pin)).toMatchObject({ ok: true });
	});

	test('[U7] may not mix in what another table wrote', () => {
		const { day, mine, theirs } = twoTables();
		const items = [mine.cards[0], theirs.cards[0]].map((id) => ({ kind: 'card', id }) as const);
		const make: Command = { type: 'MakeCluster', roundId: BOTTLENECKS, title: 'Samen', items };
		expect(day.attempt('anna', make)).toEqual(reject('other-table'));
		expect(day.attempt('facilitator', make)).toMatchObject({ ok: true });
	});

	test('[U7] learns nothing of what they cannot see: it is as unknown as what never was', () => {
		const { day, mine } = twoTables();
		day.at('strengths', 'writing');
		const hidden = day.card('bram', 'nog geheim');
		const pin = (id: string): Command => ({
			type: 'AddStep',
			title: 'Stap',
			tableId: mine.tableId,
			roundId: roundId('strengths'),
			cardIds: [id]
		});
		expect(day.attempt('anna', pin(hidden))).toEqual(day.attempt('anna', pin('never')));
		expect(touchesOtherTables(day.state, pin(hidden), mine.tableId)).toBe(false);
	});

	test('[U7] waits like everybody while all input is held', () => {
		const { day, mine } = twoTables();
		day.act('facilitator', { type: 'SetFrozen', isFrozen: true });
		const rename: Command = { type: 'RenameStep', stepId: mine.stepId, title: 'Anders' };
		expect(day.attempt('anna', rename)).toEqual(reject('frozen'));
	});
});
