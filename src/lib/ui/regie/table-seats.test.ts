import { describe, expect, test } from 'vitest';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { tableProgress } from './table-progress.ts';
import { newTableName, seating, seatsBack, tooSmallTables } from './table-seats.ts';

const tables = [
	{ id: 't1', name: 'Tafel 1', exampleId: null },
	{ id: 't2', name: 'Tafel 2', exampleId: null }
];

type Seats = Readonly<Record<string, string | null>>;

function aPerson(
	id: string,
	tableId: string | null,
	over: Partial<ParticipationView> = {}
): ParticipationView {
	return {
		id,
		name: id,
		role: 'follower',
		organisation: '',
		municipalities: [],
		functionName: '',
		joinedAt: 0,
		cardsInRound: 0,
		handRaisedAt: null,
		hasGreeted: false,
		isWithoutDevice: false,
		isReady: false,
		tableId,
		...over
	};
}

function aHall(
	people: readonly ParticipationView[],
	{ hosts = {}, at = tables }: { hosts?: Record<string, string>; at?: SharedView['tables'] } = {}
): Pick<SharedView, 'tables' | 'facilitator'> {
	const participations = Object.fromEntries(people.map((person) => [person.id, person]));
	return {
		tables: at,
		facilitator: {
			notes: {},
			participations,
			removed: {},
			hosts,
			scribed: {},
			scribedSheets: {},
			scribedRoti: {},
			writtenFor: {},
			recordVersions: [],
			redactions: {},
			rotiReasons: [],
			putIn: {}
		}
	};
}

function seatedAs(seats: Seats, hosts: Record<string, string> = {}) {
	const people = Object.entries(seats).map(([id, tableId]) => aPerson(id, tableId));
	return seating(aHall(people, { hosts }));
}

describe('who sits where', () => {
	test('is told by name, and leaves out observers, who sit nowhere', () => {
		const people = [
			aPerson('c', null, { name: 'Zeger' }),
			aPerson('b', 't1', { name: 'Émile' }),
			aPerson('a', 't1', { name: 'Fenna' }),
			aPerson('o', null, { role: 'observer' })
		];
		const { unseated, tables: rows } = seating(aHall(people, { hosts: { t1: 'a' } }));
		expect(unseated.map(({ id }) => id)).toEqual(['c']);
		expect(rows.map((row) => [row.table.id, row.people.map(({ id }) => id), row.hostId])).toEqual([
			['t1', ['b', 'a'], 'a'],
			['t2', [], null]
		]);
	});
});

describe('a table at which an anonymous card is not anonymous', () => {
	const few = seatedAs({ a: 't1', b: 't1', c: 't2', d: 't2', e: 't2' });

	test('is one at which one or two people sit', () => {
		expect(tooSmallTables({ authorVisibility: 'anonymous-in-room' }, few).map(({ id }) => id)).toEqual([
			't1'
		]);
		expect(tooSmallTables({ authorVisibility: 'fully-anonymous' }, few).map(({ id }) => id)).toEqual(['t1']);
	});

	test('is not told where authors are told anyway, nor of a table where nobody writes', () => {
		expect(tooSmallTables({ authorVisibility: 'open' }, few)).toEqual([]);
		expect(tooSmallTables({ authorVisibility: 'municipality' }, few)).toEqual([]);
		expect(tooSmallTables({ authorVisibility: 'fully-anonymous' }, seatedAs({ a: null }))).toEqual([]);
	});
});

describe('the way back from a change of seats', () => {
	test('seats whoever moved as before, a table at a time, and no one else', () => {
		const before = seatedAs({ a: 't1', b: 't1', c: 't2', d: null });
		const now = seatedAs({ a: 't2', b: 't1', c: 't1', d: 't1' });
		expect(seatsBack(before, now)).toEqual([
			{ type: 'SeatPeople', participationIds: ['d'], tableId: null },
			{ type: 'SeatPeople', participationIds: ['a'], tableId: 't1' },
			{ type: 'SeatPeople', participationIds: ['c'], tableId: 't2' }
		]);
	});

	test('lets whoever led a table lead it again', () => {
		const before = seatedAs({ a: 't1', b: 't1' }, { t1: 'a' });
		expect(seatsBack(before, seatedAs({ a: 't2', b: 't1' }))).toEqual([
			{ type: 'SeatPeople', participationIds: ['a'], tableId: 't1' },
			{ type: 'SetHost', tableId: 't1', participationId: 'a' }
		]);
	});

	test('leaves alone whoever is gone, and whoever sat at a table that is no more', () => {
		const before = seatedAs({ a: 't1', b: 't2', gone: 't1' });
		const now = seating(
			aHall([aPerson('a', 't1'), aPerson('b', null), aPerson('new', 't1')], { at: tables.slice(0, 1) })
		);
		expect(seatsBack(before, now)).toEqual([]);
	});
});

describe('a new table', () => {
	const nameOf = (number: number) => `Tafel ${number}`;

	test('is called by the next number that is free', () => {
		expect(newTableName([], nameOf)).toBe('Tafel 1');
		expect(newTableName(tables, nameOf)).toBe('Tafel 3');
		const [, second] = tables;
		expect(newTableName(second ? [second] : [], nameOf)).toBe('Tafel 3');
	});
});

describe('how far the tables are while cards are written', () => {
	function aRound(over: Partial<RoundView['settings']> = {}, cards: RoundView['cards'] = {}): RoundView {
		return {
			id: 'r',
			kind: 'bottlenecks',
			settings: {
				question: '',
				helpText: '',
				minutes: { writing: 5, sharing: 5, arranging: 5, voting: 5 },
				isAtTables: true,
				dotBudget: 5,
				budgetPer: 'person',
				dotsPerItemMax: 3,
				...over
			},
			stage: 'writing',
			closedAt: null,
			cardCount: 9,
			cards,
			clusters: {},
			votersDone: 0,
			readyCount: 0,
			results: null,
			votedOn: null,
			codes: {},
			earlierVotes: []
		};
	}
	const hall = aHall([aPerson('a', 't1'), aPerson('b', 't1', { cardsInRound: 2 }), aPerson('c', null)]);

	test('counts people and whoever has no card, and of cards only what the room sees', () => {
		const card = {
			id: 'x',
			text: '',
			author: null,
			stepId: null,
			clusterId: null,
			isLate: false,
			isPutIn: false,
			isWrittenFor: false,
			isHidden: false,
			redaction: null
		};
		const rows = tableProgress(hall, aRound({}, { x: { ...card, tableId: 't1' } }));
		expect(rows.map(({ table, ...counts }) => [table.id, counts])).toEqual([
			['t1', { people: 2, withoutCard: 1, cards: 1 }],
			['t2', { people: 0, withoutCard: 0, cards: 0 }]
		]);
	});

	test('says nothing of who has no card where cards are not counted per person', () => {
		const [row] = tableProgress(aHall([aPerson('a', 't1', { cardsInRound: null })]), aRound());
		expect(row).toMatchObject({ people: 1, withoutCard: null });
	});

	test('is empty in a round with the whole room, and without a round', () => {
		expect(tableProgress(hall, aRound({ isAtTables: false }))).toEqual([]);
		expect(tableProgress(hall, null)).toEqual([]);
	});
});
