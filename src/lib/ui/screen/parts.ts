import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView, TableView } from '#lib/domain/visibility/shared-view.ts';
import { isOfTables, tableTabs, type TableFilter } from '../board/board-tables.ts';

/** What the hall screen shows of a round at one time: one table of it, or the whole of a round that is not held at tables. */
export interface Part {
	readonly filter: Exclude<TableFilter, 'all'>;
	/** Whether it stands beside other tables, and so needs a name. */
	readonly isNamed: boolean;
	/** Null for what belongs to no table. */
	readonly table: TableView | null;
}

/** The whole room at once. */
export const WHOLE: Part = { filter: { tableId: null }, isNamed: false, table: null };

/** The tables of a round where something was written, in their order, and then what belongs to none. */
export function partsOf({ tables }: Pick<SharedView, 'tables'>, round: RoundView): readonly Part[] {
	if (!isOfTables(round, tables)) return [WHOLE];
	return tableTabs(round, tables).flatMap(({ filter, table, count }) =>
		filter === 'all' || count === 0 ? [] : [{ filter, isNamed: true, table }]
	);
}
