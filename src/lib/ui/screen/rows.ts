import { own } from '#lib/domain/keyed.ts';
import { compareStandings } from '#lib/domain/choose/ranking.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView, TableView } from '#lib/domain/visibility/shared-view.ts';
import type { ItemResult } from '#lib/domain/visibility/vote-results.ts';
import { boardItems } from '../board/board-columns.ts';
import { isShownAt, itemsAt, stepNumber, stepsAt, type TableFilter } from '../board/board-tables.ts';
import type { Part } from './parts.ts';

/** A cluster or loose card as a line on the hall screen. */
export interface ItemRow {
	readonly key: string;
	readonly title: string;
	readonly isCluster: boolean;
	readonly cardCount: number;
	readonly stepId: string | null;
	/** Of the tables where its cards were written; null for the whole room. */
	readonly tableIds: ReadonlySet<string | null>;
}

export interface ResultRow extends ItemRow {
	readonly result: ItemResult;
}

export interface StepRow {
	readonly key: string;
	readonly number: number;
	readonly title: string;
	readonly cardCount: number;
}

/** Clusters and loose cards, most cards first. Of one table, only its own cards of a cluster count. */
export function itemRows(
	round: Pick<RoundView, 'cards' | 'clusters'>,
	filter: TableFilter = 'all'
): readonly ItemRow[] {
	const rows = itemsAt(boardItems(round), filter).map(({ ref, key, title, stepId, cards }) => ({
		key,
		title,
		isCluster: ref.kind === 'cluster',
		cardCount: cards.filter((card) => isShownAt(card, filter)).length,
		stepId,
		tableIds: new Set(cards.map((card) => card.tableId))
	}));
	return rows.toSorted((a, b) => b.cardCount - a.cardCount);
}

/** What got dots, in the order of results; empty while the round is not closed or nobody voted. */
export function resultRows(
	round: Pick<RoundView, 'cards' | 'clusters' | 'results'>,
	filter: TableFilter = 'all'
): readonly ResultRow[] {
	const { results } = round;
	if (!results) return [];
	return itemRows(round, filter)
		.flatMap((row) => {
			const result = own(results, row.key);
			return result && result.dots > 0 ? [{ ...row, result }] : [];
		})
		.toSorted(compareStandings);
}

/**
 * The steps of a process, each with the cards of this round that stand at it. Beside other tables a table shows its own steps, and of the
 * shared process those where it has something.
 */
export function stepRows(
	{ steps, tables }: Pick<SharedView, 'steps' | 'tables'>,
	round: Pick<RoundView, 'cards' | 'clusters'>,
	{ filter, isNamed }: Pick<Part, 'filter' | 'isNamed'>
): readonly StepRow[] {
	const rows = itemRows(round, filter);
	return stepsAt(steps, tables, filter).flatMap((step) => {
		const here = rows.filter((row) => row.stepId === step.id);
		if (isNamed && here.length === 0 && step.tableId !== filter.tableId) return [];
		const cardCount = here.reduce((sum, row) => sum + row.cardCount, 0);
		return [{ key: step.id, number: stepNumber(steps, step), title: step.title, cardCount }];
	});
}

/** The tables that a line comes from, in the order of the tables. */
export function tablesOf(row: ItemRow, tables: readonly TableView[]): readonly TableView[] {
	return tables.filter((table) => row.tableIds.has(table.id));
}

/** Whether a round has something to show besides loose cards. */
export function isArranged({ cards, clusters }: Pick<RoundView, 'cards' | 'clusters'>): boolean {
	return Object.keys(clusters).length > 0 || Object.values(cards).some((card) => card.stepId !== null);
}
