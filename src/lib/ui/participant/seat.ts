import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { SharedView, TableView } from '#lib/domain/visibility/shared-view.ts';
import type { PracticeExample } from '#lib/domain/day/example.ts';

/** The table at which this person sits; null for whoever has no seat. */
export function ownTable(
	{ tables }: Pick<SharedView, 'tables'>,
	own: Pick<OwnView, 'tableId'> | null
): TableView | null {
	return tables.find((table) => table.id === own?.tableId) ?? null;
}

/** What a table works on, if anything. */
export function exampleOf(
	{ examples }: Pick<SharedView, 'examples'>,
	table: TableView
): PracticeExample | null {
	return examples.find((example) => example.id === table.exampleId) ?? null;
}

/** Observers look at every table and sit at none. */
export function isObserver(own: Pick<OwnView, 'role'> | null): boolean {
	return own?.role === 'observer';
}

/** Whether this person is to say at which table they sit. */
export function needsSeat(shared: Pick<SharedView, 'tables' | 'doors'>, own: OwnView | null): boolean {
	const isAsked = shared.doors === 'open' && shared.tables.length > 0;
	return isAsked && own !== null && !isObserver(own) && ownTable(shared, own) === null;
}
