import { FUNCTIONS, LEGAL_BASES, PROCESS_PHASES } from '#lib/domain/vocabulary.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';
import type { Choosers } from './choosers.ts';

export const stepChoosers: Choosers<
	'AddStep' | 'RenameStep' | 'DescribeStep' | 'MoveStep' | 'RemoveStep' | 'PinItems'
> = {
	AddStep: (picks) => {
		const round = picks.dice.chance(0.6) ? picks.roundId() : null;
		const tableId = picks.dice.chance(0.4) ? picks.tableId() : null;
		return { title: picks.title(), tableId, roundId: round, cardIds: picks.cardIds(round) };
	},
	RenameStep: (picks) => ({ stepId: picks.stepId() ?? 'nowhere', title: picks.title() }),
	DescribeStep: (picks) => ({
		stepId: picks.stepId() ?? 'nowhere',
		details: {
			...NO_DETAILS,
			phase: picks.dice.pick([null, ...PROCESS_PHASES]),
			doneBy: picks.dice.some(FUNCTIONS, 3),
			legalBases: picks.dice.some(LEGAL_BASES, 3),
			tool: picks.title()
		}
	}),
	MoveStep: (picks) => ({
		stepId: picks.stepId() ?? 'nowhere',
		toIndex: picks.dice.below(picks.state.steps.length + 2) - 1
	}),
	RemoveStep: (picks) => ({ stepId: picks.stepId() ?? 'nowhere' }),
	PinItems: (picks) => {
		const round = picks.roundId();
		return { roundId: round, items: picks.items(round), stepId: picks.stepId() };
	}
};
