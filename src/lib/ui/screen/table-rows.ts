import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { TABLE_HEADING_HEIGHT, TABLE_ROW_HEIGHT } from './heights.ts';
import { pagesOf, rowsIn } from './pages.ts';

/** A table as the hall finds it: its name, what it works on, and how many sit there. */
export interface TableRow {
	readonly id: string;
	readonly name: string;
	/** Empty where it works on no practice example. */
	readonly example: string;
	readonly people: number;
}

/** Longer names do not fit twice beside each other. */
const SHORT_NAME_LENGTH = 16;

/** In the order of the tables. */
export function tableRows(
	{ tables, examples }: Pick<SharedView, 'tables' | 'examples'>,
	attendance: Pick<Attendance, 'tables'>
): readonly TableRow[] {
	return tables.map(({ id, name, exampleId }) => ({
		id,
		name,
		example: examples.find((example) => example.id === exampleId)?.name ?? '',
		people: attendance.tables[id] ?? 0
	}));
}

/** Whether two tables fit beside each other. */
export function isPaired(rows: readonly TableRow[]): boolean {
	return rows.every(({ name }) => name.length <= SHORT_NAME_LENGTH);
}

/** Pages of tables under their heading, for this much room in rem. */
export function tablePages(rows: readonly TableRow[], room: number): readonly (readonly TableRow[])[] {
	return pagesOf(rows, rowsIn(room - TABLE_HEADING_HEIGHT, TABLE_ROW_HEIGHT) * (isPaired(rows) ? 2 : 1));
}

/** People who take part and sit at no table yet. */
export function unseatedCount({ people, tables }: Pick<Attendance, 'people' | 'tables'>): number {
	const seated = Object.values(tables).reduce((sum, count) => sum + count, 0);
	return Math.max(0, people - seated);
}
