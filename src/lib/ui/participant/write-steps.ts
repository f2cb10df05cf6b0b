import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { stepsAt } from '../board/board-tables.ts';

/** Rounds that ask something about the process; the others ask about the day itself, or make the process. */
const ABOUT_THE_PROCESS: ReadonlySet<RoundKind> = new Set(['strengths', 'bottlenecks', 'needs', 'ideas']);

type Process = Pick<SharedView, 'steps' | 'tables'>;

/** The steps at which a card of a round, written at this table, can be put by its writer. */
export function stepsForCard(
	{ steps, tables }: Process,
	{ kind }: Pick<RoundView, 'kind'>,
	tableId: string | null
): readonly ProcessStep[] {
	return ABOUT_THE_PROCESS.has(kind) ? stepsAt(steps, tables, { tableId }) : [];
}

/** The table of a new card of mine in this round; null for the whole room. */
export function tableForNewCard(
	own: Pick<OwnView, 'tableId'> | null,
	round: Pick<RoundView, 'settings'>
): string | null {
	return round.settings.isAtTables ? (own?.tableId ?? null) : null;
}

/** Whether the board of a round stands in columns, one for each step. */
export function hasStepColumns({ kind }: Pick<RoundView, 'kind'>): boolean {
	return kind === 'process' || ABOUT_THE_PROCESS.has(kind);
}
