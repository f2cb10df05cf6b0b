import { describe, expect, test } from 'vitest';
import {
	anOpenWorksession,
	aWorksession,
	participationId,
	roundId,
	type Preparation,
	type Story,
	type Who
} from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import { TABLES_MAX, TABLE_NAME_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { attendanceOf } from '../visibility/attendance.ts';

const ROUND = roundId('process');

function add(name = 'Tafel', exampleId: string | null = null): Command {
	return { type: 'AddTable', table: { name, exampleId } };
}

function addTable(day: Story, name?: string): string {
	const [added] = day.act('facilitator', add(name));
	if (added?.type !== 'TableAdded') throw new Error('An added table gives one event');
	return added.tableId;
}

function seat(tableId: string | null, ...people: readonly Who[]): Command {
	return { type: 'SeatPeople', participationIds: people.map(participationId), tableId };
}

function host(tableId: string, who: Who | null): Command {
	return { type: 'SetHost', tableId, participationId: who && participationId(who) };
}

function spread(whom: 'everybody' | 'unseated' = 'everybody'): Command {
	return { type: 'SpreadPeople', whom };
}

/** Where somebody sits. */
function seatOf(day: Story, who: Who): string | null | undefined {
	return day.state.participations[participationId(who)]?.tableId;
}

/** A day with three tables, and so many people of two municipalities beside Anna and Bram. */
function withTables(guests = 0, preparation: Preparation = {}) {
	const day = anOpenWorksession(preparation);
	const ids = ['Tafel 1', 'Tafel 2', 'Tafel 3'].map((name) => addTable(day, name));
	for (let index = 0; index < guests; index += 1)
		day.join(`gast${index}`, index % 2 === 0 ? 'GM0014' : 'GM0363');
	const [one = '', two = '', three = ''] = ids;
	return { day, one, two, three };
}

function observe(day: Story, who: Who): void {
	day.act(who, {
		type: 'Join',
		role: 'observer',
		organisation: '',
		municipalities: [],
		functionName: '',
		noticeVersion: '1'
	});
}

/** How many sit at each table, fewest first. */
function crowds(day: Story): readonly number[] {
	const { tables } = attendanceOf(day.state);
	return day.state.tables.map(({ id }) => tables[id] ?? 0).sort((a, b) => a - b);
}

describe('a table', () => {
	test('[U1] has a name of 1 to 40 characters, also before the day; there are at most thirty', () => {
		const day = aWorksession();
		expect(day.attempt('facilitator', add(' '))).toEqual(reject('title-empty'));
		const long = 'n'.repeat(TABLE_NAME_LENGTH_MAX);
		expect(day.attempt('facilitator', add(`${long}n`))).toEqual(reject('title-too-long'));
		for (let index = 0; index < TABLES_MAX; index += 1) addTable(day, long);
		expect(day.attempt('facilitator', add())).toEqual(reject('tables-full'));
	});

	test('[U1] works on a practice example that is there, or on none', () => {
		const day = aWorksession();
		const example = { name: 'Proeftuin', summary: '', municipalities: [] };
		const [added] = day.act('facilitator', { type: 'AddExample', example });
		if (added?.type !== 'ExampleAdded') throw new Error('An added example gives one event');
		const { exampleId } = added;
		expect(day.attempt('facilitator', add('Tafel', 'nowhere'))).toEqual(reject('unknown-example'));
		day.act('facilitator', add('Tafel', exampleId));
		expect(day.shared('participant').tables).toMatchObject([{ name: 'Tafel', exampleId }]);
		day.act('facilitator', { type: 'RemoveExample', exampleId });
		expect(day.shared('participant').tables).toMatchObject([{ name: 'Tafel', exampleId: null }]);
	});

	test('[U1] is renamed, and keeps its people and host', () => {
		const { day, one } = withTables();
		day.act('facilitator', seat(one, 'anna'));
		day.act('facilitator', host(one, 'anna'));
		const table = { name: 'De kop', exampleId: null };
		day.act('facilitator', { type: 'ChangeTable', tableId: one, table });
		expect(day.state.tables[0]).toEqual({ id: one, ...table, hostId: participationId('anna') });
		const nowhere: Command = { type: 'ChangeTable', tableId: 'nowhere', table };
		expect(day.attempt('facilitator', nowhere)).toEqual(reject('unknown-table'));
	});

	test('[U2] that goes leaves its people, cards and process to the whole room', () => {
		const { day, one } = withTables();
		day.act('facilitator', seat(one, 'anna'));
		day.act('facilitator', host(one, 'anna'));
		day.at('process', 'sharing');
		const card = day.card('anna', 'Melding komt binnen');
		day.act('anna', {
			type: 'AddStep',
			title: 'Melding',
			tableId: one,
			roundId: ROUND,
			cardIds: [card]
		});
		day.act('facilitator', { type: 'RemoveTable', tableId: one });
		expect(day.cards('process')[card]).toMatchObject({ tableId: null, stepId: day.state.steps[0]?.id });
		expect(day.state.steps).toMatchObject([{ title: 'Melding', tableId: null }]);
		expect(day.own('anna')).toMatchObject({ tableId: null, isHost: false });
		expect(attendanceOf(day.state).tables).toEqual({});
		expect(day.attempt('facilitator', { type: 'RemoveTable', tableId: one })).toEqual(
			reject('unknown-table')
		);
	});
});

describe('a seat', () => {
	test('[U3] is taken by whoever sits down, and is theirs alone to choose among the participants', () => {
		const { day, one } = withTables();
		day.act('anna', { type: 'TakeSeat', tableId: one });
		expect(day.own('anna')?.tableId).toBe(one);
		expect(attendanceOf(day.state).tables).toEqual({ [one]: 1 });
		expect(day.attempt('anna', { type: 'TakeSeat', tableId: one })).toEqual(accept([]));
		expect(day.attempt('anna', { type: 'TakeSeat', tableId: 'nowhere' })).toEqual(reject('unknown-table'));
		expect(day.attempt('anna', seat(one, 'bram'))).toEqual(reject('not-allowed'));
		day.act('anna', { type: 'TakeSeat', tableId: null });
		expect(seatOf(day, 'anna')).toBeNull();
	});

	test('[U3] is given by the facilitator to all of these people or to none', () => {
		const { day, one } = withTables();
		observe(day, 'wil');
		expect(day.attempt('facilitator', seat(one, 'anna', 'nobody'))).toEqual(reject('unknown-person'));
		expect(day.attempt('facilitator', seat(one, 'anna', 'wil'))).toEqual(reject('unknown-person'));
		expect(day.attempt('facilitator', seat('nowhere', 'anna'))).toEqual(reject('unknown-table'));
		day.act('facilitator', seat(one, 'anna', 'bram'));
		expect(crowds(day)).toEqual([0, 0, 2]);
		expect(day.attempt('facilitator', seat(one, 'anna', 'bram'))).toEqual(accept([]));
	});

	test('[U3] is not for whoever observes', () => {
		const { day, one } = withTables();
		observe(day, 'wil');
		expect(day.attempt('wil', { type: 'TakeSeat', tableId: one })).toEqual(reject('not-allowed'));
		day.act('facilitator', spread());
		expect(seatOf(day, 'wil')).toBeNull();
	});
});

describe('spreading people', () => {
	test('[U4] needs a table', () => {
		const day = anOpenWorksession();
		expect(day.attempt('facilitator', spread())).toEqual(reject('tables-none'));
		expect(day.attempt('facilitator', { type: 'RotateTables' })).toEqual(reject('tables-none'));
	});

	test.each([1, 4, 7, 30])(
		'[U4] leaves tables that differ by one person at most, with %d guests',
		(guests) => {
			const { day } = withTables(guests);
			day.act('facilitator', spread());
			const [fewest = 0, , most = 0] = crowds(day);
			expect(most - fewest).toBeLessThanOrEqual(1);
			expect(fewest + most).toBeGreaterThan(0);
		}
	);

	test('[U4] keeps people of one municipality apart', () => {
		const { day, one, two, three } = withTables();
		for (const who of ['carla', 'driss']) day.join(who, 'GM0014');
		day.act('facilitator', spread());
		expect(new Set(['anna', 'carla', 'driss'].map((who) => seatOf(day, who)))).toEqual(
			new Set([one, two, three])
		);
	});

	test('[U4] leaves who leads a table where they are, and with `unseated` whoever sits', () => {
		const { day, one, three } = withTables(7);
		day.act('facilitator', seat(three, 'anna'));
		day.act('facilitator', seat(one, 'bram', 'gast0', 'gast1'));
		day.act('facilitator', host(three, 'anna'));
		day.act('facilitator', spread('unseated'));
		expect(['bram', 'gast0', 'gast1'].map((who) => seatOf(day, who))).toEqual([one, one, one]);
		expect(crowds(day)).toEqual([3, 3, 3]);
		day.act('facilitator', spread());
		expect(seatOf(day, 'anna')).toBe(three);
		expect(day.own('anna')?.isHost).toBe(true);
		expect(crowds(day)).toEqual([3, 3, 3]);
	});

	test('[U4] brings a latecomer to the table that has room', () => {
		const { day, one, two, three } = withTables();
		day.act('facilitator', seat(one, 'anna'));
		day.act('facilitator', seat(three, 'bram'));
		day.join('carla', 'GM0014');
		day.act('facilitator', spread('unseated'));
		expect(seatOf(day, 'carla')).toBe(two);
	});
});

describe('going round', () => {
	test('[U5] brings everybody to the next table, the last table to the first', () => {
		const { day, one, two, three } = withTables();
		day.act('facilitator', seat(one, 'anna'));
		day.act('facilitator', seat(three, 'bram'));
		day.act('facilitator', { type: 'RotateTables' });
		expect([seatOf(day, 'anna'), seatOf(day, 'bram')]).toEqual([two, one]);
	});

	test('[U5] leaves hosts with what was said at their table, and whoever sits nowhere', () => {
		const { day, one, two } = withTables(1);
		day.act('facilitator', seat(one, 'anna', 'bram'));
		day.act('facilitator', host(one, 'anna'));
		day.act('facilitator', { type: 'RotateTables' });
		expect([seatOf(day, 'anna'), seatOf(day, 'bram'), seatOf(day, 'gast0')]).toEqual([one, two, null]);
	});

	test('[U5] brings everybody back after as many times as there are tables', () => {
		const { day } = withTables(6);
		day.act('facilitator', spread());
		const before = day.state.participations;
		for (let times = 0; times < 3; times += 1) day.act('facilitator', { type: 'RotateTables' });
		expect(day.state.participations).toEqual(before);
	});

	test('[U5] past one table is staying', () => {
		const day = anOpenWorksession();
		const table = addTable(day);
		day.act('facilitator', seat(table, 'anna'));
		expect(day.attempt('facilitator', { type: 'RotateTables' })).toEqual(accept([]));
	});
});

describe('a host', () => {
	test('[U6] sits at the table they lead; a table has one', () => {
		const { day, one } = withTables();
		expect(day.attempt('facilitator', host(one, 'anna'))).toEqual(reject('person-not-at-table'));
		expect(day.attempt('facilitator', host('nowhere', 'anna'))).toEqual(reject('unknown-table'));
		day.act('facilitator', seat(one, 'anna', 'bram'));
		day.act('facilitator', host(one, 'anna'));
		expect(day.attempt('facilitator', host(one, 'anna'))).toEqual(accept([]));
		day.act('facilitator', host(one, 'bram'));
		expect([day.own('anna')?.isHost, day.own('bram')?.isHost]).toEqual([false, true]);
		day.act('facilitator', host(one, null));
		expect(day.own('bram')?.isHost).toBe(false);
	});

	test.each([
		['is seated elsewhere', (two: string) => ['facilitator', seat(two, 'anna')]],
		['sits down elsewhere', (two: string) => ['anna', { type: 'TakeSeat', tableId: two }]],
		['gets up', () => ['anna', { type: 'TakeSeat', tableId: null }]]
	] as readonly [string, (two: string) => readonly [Who, Command]][])(
		'[U6] who %s leads no more',
		(_, move) => {
			const { day, one, two } = withTables();
			day.act('facilitator', seat(one, 'anna'));
			day.act('facilitator', host(one, 'anna'));
			day.act(...move(two));
			expect(day.state.tables.map((table) => table.hostId)).toEqual([null, null, null]);
			const step: Command = {
				type: 'AddStep',
				title: 'Stap',
				tableId: one,
				roundId: null,
				cardIds: []
			};
			expect(day.attempt('anna', step)).toEqual(reject('not-allowed'));
		}
	);

	test('[U6] is known to the facilitator and to themselves', () => {
		const { day, one } = withTables();
		day.act('facilitator', seat(one, 'anna'));
		day.act('facilitator', host(one, 'anna'));
		expect(day.shared('facilitator').facilitator?.hosts).toEqual({ [one]: participationId('anna') });
		expect(JSON.stringify([day.shared('participant'), day.shared('screen')])).not.toContain('person-');
	});
});

describe('a card', () => {
	test('[U8] belongs to the table of its writer at that moment, and stays there', () => {
		const { day, one, two } = withTables();
		day.at('process', 'writing');
		const early = day.card('anna', 'nog nergens');
		day.act('anna', { type: 'TakeSeat', tableId: one });
		const card = day.card('anna', 'aan tafel');
		day.act('anna', { type: 'TakeSeat', tableId: two });
		expect(day.cards('process')).toMatchObject({ [early]: { tableId: null }, [card]: { tableId: one } });
	});

	test('[U8] of a round for the whole room belongs to no table', () => {
		const { day, one } = withTables(0, { settings: { isAtTables: false } });
		day.act('anna', { type: 'TakeSeat', tableId: one });
		day.at('process', 'writing');
		const card = day.card('anna', 'samen');
		expect(day.cards('process')[card]?.tableId).toBeNull();
	});

	test('[U9] lies at a step of its own table or of the process that the whole room shares', () => {
		const { day, one, two } = withTables(0, { steps: ['Samen'] });
		const step = (tableId: string): string => {
			const [added] = day.act('facilitator', {
				type: 'AddStep',
				title: 'Stap',
				tableId,
				roundId: null,
				cardIds: []
			});
			return added?.type === 'StepAdded' ? added.stepId : '';
		};
		const [mine, theirs] = [step(one), step(two)];
		day.act('anna', { type: 'TakeSeat', tableId: one });
		day.at('process', 'sharing');
		const card = day.card('anna', 'aan mijn stap', mine);
		day.card('anna', 'aan de stap van iedereen', 'step-1');
		const post: Command = { type: 'PostCard', roundId: ROUND, text: 'elders', stepId: theirs };
		expect(day.attempt('anna', post)).toEqual(reject('unknown-step'));
		const pin: Command = {
			type: 'PinItems',
			roundId: ROUND,
			items: [{ kind: 'card', id: card }],
			stepId: theirs
		};
		expect(day.attempt('facilitator', pin)).toEqual(reject('other-table'));
	});
});
