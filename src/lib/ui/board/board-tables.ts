import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { TableView } from '#lib/domain/visibility/shared-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { processOf } from '#lib/domain/board/steps.ts';
import type { BoardItem } from './board-columns.ts';

/** The board of one table, or of all tables together. */

/** Whose cards a board shows: everybody's, those of one table, or with null those that belong to no table. */
export type TableFilter = 'all' | { readonly tableId: string | null };

export interface TableTab {
	readonly filter: TableFilter;
	/** Null for everybody's and for what belongs to no table. */
	readonly table: TableView | null;
	/** Cards written there that the room can see. */
	readonly count: number;
}

type Cards = Pick<RoundView, 'cards'>;

/** Whether a round speaks of tables at all: it is held at them, or something was written at one. */
export function isOfTables(
	round: Pick<RoundView, 'cards' | 'settings'>,
	tables: readonly TableView[]
): boolean {
	if (tables.length === 0) return false;
	return round.settings.isAtTables || Object.values(round.cards).some((card) => card.tableId !== null);
}

/** Everybody's first, then a tab for each table, and one for what belongs to no table where there is such a card. */
export function tableTabs({ cards }: Cards, tables: readonly TableView[]): readonly TableTab[] {
	const list = Object.values(cards);
	const countAt = (tableId: string | null) => list.filter((card) => card.tableId === tableId).length;
	const rest = countAt(null);
	return [
		{ filter: 'all', table: null, count: list.length },
		...tables.map((table) => ({ filter: { tableId: table.id }, table, count: countAt(table.id) })),
		...(rest > 0 ? [{ filter: { tableId: null }, table: null, count: rest }] : [])
	];
}

export function isSameFilter(a: TableFilter, b: TableFilter): boolean {
	return a === 'all' || b === 'all' ? a === b : a.tableId === b.tableId;
}

export function isShownAt(card: Pick<CardView, 'tableId'>, filter: TableFilter): boolean {
	return filter === 'all' || card.tableId === filter.tableId;
}

/** A stack with cards of several tables stands at each of them. */
export function itemsAt<T extends Pick<BoardItem, 'cards'>>(
	items: readonly T[],
	filter: TableFilter
): readonly T[] {
	return filter === 'all'
		? items
		: items.filter(({ cards }) => cards.some((card) => isShownAt(card, filter)));
}

/** The shared process, then that of the table; with everybody's board that of every table, in the order of the tables. */
export function stepsAt(
	steps: readonly ProcessStep[],
	tables: readonly TableView[],
	filter: TableFilter
): readonly ProcessStep[] {
	const own =
		filter === 'all' ? tables.map((table) => table.id) : filter.tableId === null ? [] : [filter.tableId];
	return [null, ...own].flatMap((tableId) => processOf({ steps }, tableId));
}

/**
 * The number of a step, from 1, that it has on every board: the shared process counts first, and each table's own goes on from there, so
 * that no table sees one number twice. 0 for a step that is not there.
 */
export function stepNumber(steps: readonly ProcessStep[], step: ProcessStep): number {
	const shared = processOf({ steps }, null);
	const walked = step.tableId === null ? shared : [...shared, ...processOf({ steps }, step.tableId)];
	return 1 + walked.findIndex((known) => known.id === step.id);
}
