import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { HostMode } from './host-mode.svelte.ts';
import { ReaderTable } from './reader-table.svelte.ts';

const tables = [
	{ id: 't1', name: 'Tafel 1', exampleId: null },
	{ id: 't2', name: 'Tafel 2', exampleId: null }
];

function aCard(id: string, tableId: string | null): CardView {
	return {
		id,
		text: id,
		author: null,
		stepId: null,
		clusterId: null,
		tableId,
		isLate: false,
		isPutIn: false,
		isWrittenFor: false,
		isHidden: false,
		redaction: null
	};
}

function aRound(changed: Partial<RoundView> = {}): RoundView {
	const cards = { a: aCard('a', 't1'), b: aCard('b', 't2') };
	return {
		id: 'r1',
		kind: 'bottlenecks',
		settings: {
			question: '',
			helpText: '',
			minutes: { writing: 5, sharing: 5, arranging: 5, voting: 5 },
			isAtTables: true,
			dotBudget: 5,
			budgetPer: 'person',
			dotsPerItemMax: 3
		},
		stage: 'sharing',
		closedAt: null,
		cardCount: 2,
		cards,
		clusters: {},
		votersDone: 0,
		readyCount: 0,
		results: null,
		votedOn: null,
		codes: {},
		earlierVotes: [],
		...changed
	};
}

let round: RoundView = $state.raw(aRound());
let own: { tableId: string | null; isHost: boolean } = $state.raw({ tableId: 't2', isHost: true });
let there: typeof tables = $state.raw(tables);
let reader: ReaderTable;
let hosting: HostMode;
let leave: () => void;

beforeEach(() => {
	round = aRound();
	own = { tableId: 't2', isHost: true };
	there = tables;
	leave = $effect.root(() => {
		reader = new ReaderTable(() => ({ round, shared: { tables: there }, own }));
		hosting = new HostMode(() => ({ round, own, isPast: false }));
		$effect(() => void [reader.filter, hosting.mode]);
	});
	flushSync();
});
afterEach(() => leave());

describe('the table of which I read', () => {
	test('is first my own, which also stands first', () => {
		expect(reader.filter).toEqual({ tableId: 't2' });
		expect(reader.tabs.map(({ table }) => table?.id ?? 'all')).toEqual(['t2', 'all', 't1']);
	});

	test('stays where it was when I am seated elsewhere', () => {
		own = { ...own, tableId: 't1' };
		flushSync();
		expect(reader.filter).toEqual({ tableId: 't2' });
	});

	test('stays chosen over the stages, begins anew in another round, and comes back with the round', () => {
		reader.choose('all');
		round = aRound({ stage: 'voting' });
		flushSync();
		expect(reader.filter).toBe('all');
		round = aRound({ id: 'r2' });
		flushSync();
		expect(reader.filter).toEqual({ tableId: 't2' });
		round = aRound();
		flushSync();
		expect(reader.filter).toBe('all');
	});

	test('is all of them for the result, whatever was chosen before, until the reader chooses', () => {
		reader.choose({ tableId: 't2' });
		round = aRound({ stage: 'closed' });
		flushSync();
		expect(reader.filter).toBe('all');
		reader.choose({ tableId: 't1' });
		flushSync();
		expect(reader.filter).toEqual({ tableId: 't1' });
	});

	test('is all of them when it goes, and in rounds that nobody held at tables there is no choice', () => {
		there = tables.slice(0, 1);
		flushSync();
		expect(reader.filter).toBe('all');
		round = aRound({ id: 'r3', settings: { ...round.settings, isAtTables: false }, cards: {} });
		flushSync();
		expect(reader.tabs).toEqual([]);
	});
});

describe('a host', () => {
	test('reads while the room shares and arranges when it arranges, unless they choose', () => {
		expect(hosting.isArranging).toBe(false);
		hosting.choose('arrange');
		expect(hosting.isArranging).toBe(true);
		round = aRound({ stage: 'arranging' });
		expect(hosting.isArranging).toBe(true);
		hosting.choose('read');
		expect(hosting.isArranging).toBe(false);
	});

	test('arranges no more when somebody else leads, and in no other stage', () => {
		round = aRound({ stage: 'arranging' });
		own = { ...own, isHost: false };
		expect(hosting.isArranging).toBe(false);
		own = { ...own, isHost: true };
		round = aRound({ stage: 'voting' });
		expect(hosting.isOffered).toBe(false);
	});
});
