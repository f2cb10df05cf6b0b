import type { Command } from '#lib/domain/commands.ts';
import { tellsAuthors } from '#lib/domain/visibility/card-view.ts';
import type { ParticipationView } from '#lib/domain/visibility/participation-view.ts';
import type { SharedView, TableView } from '#lib/domain/visibility/shared-view.ts';

/** Who sits where, and the way back from a change of it. */

export interface SeatedTable {
	readonly table: TableView;
	/** By name. */
	readonly people: readonly ParticipationView[];
	/** The one of these people who leads the table. */
	readonly hostId: string | null;
}

export interface Seating {
	/** Whoever may sit and does not, by name. */
	readonly unseated: readonly ParticipationView[];
	readonly tables: readonly SeatedTable[];
}

/** Fewer people than this at a table, and a card tells who wrote it to whoever sits there. */
const ANONYMOUS_PEOPLE_MIN = 3;

/** Observers sit nowhere: they look on at every table. */
export function seating({ tables, facilitator }: Pick<SharedView, 'tables' | 'facilitator'>): Seating {
	const people = Object.values(facilitator?.participations ?? {})
		.filter((person) => person.role !== 'observer')
		.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
	return {
		unseated: people.filter((person) => person.tableId === null),
		tables: tables.map((table) => ({
			table,
			people: people.filter((person) => person.tableId === table.id),
			hostId: facilitator?.hosts[table.id] ?? null
		}))
	};
}

/** The tables at which so few sit that an anonymous card is not anonymous; none where authors are told anyway. */
export function tooSmallTables(
	{ authorVisibility }: Pick<SharedView, 'authorVisibility'>,
	{ tables }: Seating
): readonly TableView[] {
	if (tellsAuthors(authorVisibility)) return [];
	return tables
		.filter(({ people }) => people.length > 0 && people.length < ANONYMOUS_PEOPLE_MIN)
		.map(({ table }) => table);
}

/**
 * What seats everybody who is still there as they sat before, and lets the same people lead. Whoever sat at a table that is no more is
 * left where they sit now. Whoever came since stays where they are.
 */
export function seatsBack(before: Seating, now: Seating): readonly Command[] {
	const seatNow = seatsOf(now);
	const rows = [{ tableId: null, people: before.unseated, hostId: null }, ...before.tables.map(rowOf)];
	const known = new Set<string | null>([null, ...now.tables.map(({ table }) => table.id)]);
	return rows
		.filter((row) => known.has(row.tableId))
		.flatMap(({ tableId, people, hostId }): Command[] => {
			const here = people.filter(({ id }) => seatNow.has(id)).map(({ id }) => id);
			const participationIds = here.filter((id) => seatNow.get(id) !== tableId);
			const hostNow = now.tables.find(({ table }) => table.id === tableId)?.hostId ?? null;
			const isHostGone = hostId !== null && here.includes(hostId) && hostNow !== hostId;
			return [
				...(participationIds.length > 0 ? [{ type: 'SeatPeople', participationIds, tableId } as const] : []),
				...(isHostGone && tableId !== null
					? [{ type: 'SetHost', tableId, participationId: hostId } as const]
					: [])
			];
		});
}

/** "Tafel 4": the name of one more table, which no table has yet. */
export function newTableName(tables: readonly TableView[], nameOf: (number: number) => string): string {
	const names = new Set(tables.map((table) => table.name));
	let number = tables.length + 1;
	while (names.has(nameOf(number))) number += 1;
	return nameOf(number);
}

function rowOf({ table, people, hostId }: SeatedTable) {
	return { tableId: table.id, people, hostId };
}

function seatsOf({ unseated, tables }: Seating): ReadonlyMap<string, string | null> {
	const seats = new Map<string, string | null>(unseated.map(({ id }) => [id, null]));
	for (const { table, people } of tables) for (const { id } of people) seats.set(id, table.id);
	return seats;
}
