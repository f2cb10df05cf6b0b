import type { TableView } from '#lib/domain/visibility/shared-view.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { m } from '#lib/i18n/words.ts';
import { stepNumber, type TableTab } from '../board/board-tables.ts';

/** What tables and their steps are called in the regie. */

export function tabText({ filter, table }: TableTab): string {
	if (filter === 'all') return m.regie_table_all();
	return table?.name ?? m.regie_table_none();
}

/** Whose process a step belongs to. */
export function ownerText({ tableId }: ProcessStep, tables: readonly TableView[]): string {
	return tables.find((table) => table.id === tableId)?.name ?? m.regie_table_room();
}

/** "2 Gegevens opvragen": the number is the one that the keys take. */
export function stepText(step: ProcessStep, steps: readonly ProcessStep[]): string {
	return m.regie_step_numbered({ number: stepNumber(steps, step), title: step.title });
}
