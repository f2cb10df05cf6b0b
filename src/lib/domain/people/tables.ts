import { changedOver } from '../day/changed-over.ts';
import type { CommandOf } from '../commands.ts';
import type { Table, TableFacts } from './table.ts';
import { mapCards } from '../card/card-table.ts';
import { mapChanged, own } from '../keyed.ts';
import { TABLES_MAX, TABLE_NAME_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { titleFault } from '../day/preparation.ts';
import type { Rejection } from '../rejections.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Participation } from './participation.ts';
import type { Worksession } from '../worksession.ts';

/** Sub-groups of the room: which tables there are, who sits where and who leads. */

type TableCommand =
	| 'AddTable'
	| 'ChangeTable'
	| 'RemoveTable'
	| 'SeatPeople'
	| 'TakeSeat'
	| 'SpreadPeople'
	| 'RotateTables'
	| 'SetHost';
type TableEvent = 'TableAdded' | 'TableChanged' | 'TableRemoved' | 'PeopleSeated' | 'HostSet';
type Seats = Readonly<Record<string, string | null>>;

export const tableDeciders: Deciders<TableCommand> = {
	AddTable(state, { table }, { newId }) {
		if (state.tables.length >= TABLES_MAX) return reject('tables-full');
		const fault = tableFault(state, table);
		return fault ? reject(fault) : accept([{ type: 'TableAdded', tableId: newId(), table }]);
	},

	ChangeTable(state, { tableId, table, over }) {
		const known = tableOf(state, tableId);
		if (!known) return reject('unknown-table');
		const left = changedOver({ name: known.name, exampleId: known.exampleId }, table, over);
		if (!left) return reject('facts-changed');
		const fault = tableFault(state, left);
		return fault ? reject(fault) : accept([{ type: 'TableChanged', tableId, table: left }]);
	},

	RemoveTable(state, { tableId }) {
		if (!tableOf(state, tableId)) return reject('unknown-table');
		return accept([{ type: 'TableRemoved', tableId }]);
	},

	SeatPeople(state, { participationIds, tableId }) {
		if (tableId !== null && !tableOf(state, tableId)) return reject('unknown-table');
		const people = participationIds.map((id) => own(state.participations, id));
		if (!people.every((person) => person !== undefined && maySit(person))) return reject('unknown-person');
		return accept(seated(state, Object.fromEntries(participationIds.map((id) => [id, tableId]))));
	},

	/** Whoever sits down says where, so that nobody waits for the facilitator to assign forty people. */
	TakeSeat(state, { tableId }, { actor }) {
		if (actor.role !== 'participant') return reject('not-allowed');
		if (tableId !== null && !tableOf(state, tableId)) return reject('unknown-table');
		return accept(seated(state, { [actor.participationId]: tableId }));
	},

	SpreadPeople(state, { whom }) {
		if (state.tables.length === 0) return reject('tables-none');
		return accept(seated(state, evenSeats(state, whom)));
	},

	RotateTables(state) {
		if (state.tables.length === 0) return reject('tables-none');
		return accept(seated(state, rotatedSeats(state)));
	},

	SetHost(state, { tableId, participationId }) {
		const table = tableOf(state, tableId);
		if (!table) return reject('unknown-table');
		if (table.hostId === participationId) return accept([]);
		if (participationId !== null && own(state.participations, participationId)?.tableId !== tableId)
			return reject('person-not-at-table');
		return accept([{ type: 'HostSet', tableId, participationId }]);
	}
};

export const tableEvolvers: Evolvers<TableEvent> = {
	TableAdded: (state, { tableId, table }) => ({
		...state,
		tables: [...state.tables, { id: tableId, ...table, hostId: null }]
	}),
	TableChanged: (state, { tableId, table }) => ({
		...state,
		tables: state.tables.map((known) => (known.id === tableId ? { ...known, ...table } : known))
	}),
	/** What was written at a table that is no more, and its process, belong to the whole room from then on. */
	TableRemoved(state, { tableId }) {
		const ofRoom = <T extends { readonly tableId: string | null }>(piece: T): T =>
			piece.tableId === tableId ? { ...piece, tableId: null } : piece;
		return {
			...state,
			tables: state.tables.filter((table) => table.id !== tableId),
			steps: state.steps.map(ofRoom),
			ideas: state.ideas.map(ofRoom),
			parked: state.parked.map(ofRoom),
			participations: mapChanged(state.participations, ofRoom),
			rounds: mapChanged(state.rounds, (round) => {
				const cards = mapCards(round.cards, ofRoom);
				return cards === round.cards ? round : { ...round, cards };
			})
		};
	},
	/** Whoever leads a table and goes to another leads it no more. */
	PeopleSeated: (state, { seats }) => ({
		...state,
		participations: mapChanged(state.participations, (person) => {
			const tableId = own(seats, person.id);
			return tableId === undefined ? person : { ...person, tableId };
		}),
		tables: state.tables.map((table) => {
			const seat = table.hostId === null ? undefined : own(seats, table.hostId);
			return seat === undefined || seat === table.id ? table : { ...table, hostId: null };
		})
	}),
	HostSet: (state, { tableId, participationId }) => ({
		...state,
		tables: state.tables.map((table) =>
			table.id === tableId ? { ...table, hostId: participationId } : table
		)
	})
};

function tableOf(state: Worksession, tableId: string): Table | undefined {
	return state.tables.find((table) => table.id === tableId);
}

/** The table that this person leads, or null. */
export function hostedTable(state: Pick<Worksession, 'tables'>, participationId: string): string | null {
	return state.tables.find((table) => table.hostId === participationId)?.id ?? null;
}

function hostsOf(state: Worksession): ReadonlySet<string | null> {
	return new Set(state.tables.map((table) => table.hostId));
}

function tableFault(state: Worksession, { name, exampleId }: TableFacts): Rejection | null {
	const isKnown = exampleId === null || state.examples.some((example) => example.id === exampleId);
	return isKnown ? titleFault(name, TABLE_NAME_LENGTH_MAX) : 'unknown-example';
}

/** Observers look at every table and sit at none. */
export function maySit(person: Participation): boolean {
	return person.role !== 'observer';
}

/** Only what changes; nothing when everybody sits there already. */
function seated(state: Worksession, seats: Seats) {
	const changed = Object.entries(seats).filter(
		([id, tableId]) => own(state.participations, id)?.tableId !== tableId
	);
	if (changed.length === 0) return [];
	return [{ type: 'PeopleSeated', seats: Object.fromEntries(changed) } as const];
}

/**
 * Seats such that tables differ by one person at most and people of one municipality are spread. Hosts stay at the table they lead;
 * with `unseated` whoever sits stays, so tables can differ by more.
 */
function evenSeats(state: Worksession, whom: CommandOf<'SpreadPeople'>['whom']): Seats {
	const people = Object.values(state.participations).filter(maySit);
	const hosts = hostsOf(state);
	const stay = people.filter((one) => hosts.has(one.id) || (whom === 'unseated' && one.tableId !== null));
	const atTable = new Map(state.tables.map(({ id }) => [id, stay.filter((one) => one.tableId === id)]));
	const seats: Record<string, string> = {};
	for (const person of people.filter((one) => !stay.includes(one)).sort(byMunicipality)) {
		const [tableId, others] = leastCrowded(atTable, person);
		seats[person.id] = tableId;
		atTable.set(tableId, [...others, person]);
	}
	return seats;
}

type AtTable = ReadonlyMap<string, readonly Participation[]>;

function leastCrowded(atTable: AtTable, person: Participation): readonly [string, readonly Participation[]] {
	const fromSame = (others: readonly Participation[]) =>
		others.filter((other) => origin(other) === origin(person)).length;
	return [...atTable].reduce((best, table) => {
		const crowd = table[1].length - best[1].length || fromSame(table[1]) - fromSame(best[1]);
		return crowd < 0 ? table : best;
	});
}

function byMunicipality(a: Participation, b: Participation): number {
	if (origin(a) !== origin(b)) return origin(a) < origin(b) ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}

function origin({ municipalities, organisation }: Participation): string {
	return municipalities[0] ?? organisation;
}

/** Everybody to the next table, the last table to the first; hosts stay, because they know what was said there. */
function rotatedSeats(state: Worksession): Seats {
	const order = state.tables.map((table) => table.id);
	const hosts = hostsOf(state);
	const moving = Object.values(state.participations).filter(
		(person) => person.tableId !== null && !hosts.has(person.id)
	);
	const next = (tableId: string) => order[(order.indexOf(tableId) + 1) % order.length] ?? null;
	return Object.fromEntries(moving.map(({ id, tableId }) => [id, tableId && next(tableId)]));
}
