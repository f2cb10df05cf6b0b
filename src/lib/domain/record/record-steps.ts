import type { ProcessStep, StepDetails } from '../board/step.ts';
import { processOf } from '../board/steps.ts';
import type { Worksession } from '../worksession.ts';

/** A step; what nobody filled in of its details is empty. */
export interface RecordStep extends StepDetails {
	readonly id: string;
	/** Within its process: that of its table, or the one the whole room shares. */
	readonly order: number;
	readonly name: string;
	readonly table: string | null;
}

export function recordSteps(state: Worksession): readonly RecordStep[] {
	return [null, ...state.tables.map(({ id }) => id)].flatMap((table) =>
		processOf(state, table).map((step, index) => recordStep(step, index))
	);
}

function recordStep({ id, title, tableId, details }: ProcessStep, index: number): RecordStep {
	const { phase, doneBy, dataIn, dataOut, tool, duration, legalBases, legalNote, remark } = details;
	const known = { phase, doneBy, dataIn, dataOut, tool, duration, legalBases, legalNote, remark };
	return { id, order: index + 1, name: title, table: tableId, ...known };
}
