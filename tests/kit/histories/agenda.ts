import { neighbour } from '#lib/domain/day/agenda.ts';
import { STAGES } from '#lib/domain/vocabulary.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import { TIMER_STEP_MS_MAX } from '#lib/domain/limits.ts';
import { MINUTE } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const agendaChoosers: Choosers<
	'StartItem' | 'MoveStage' | 'AdjustTimer' | 'PauseTimer' | 'ResumeTimer'
> = {
	StartItem: (picks) => ({ itemId: picks.orNowhere(picks.dice.pick(picks.state.agenda).id) }),
	MoveStage: (picks) => move(picks),
	AdjustTimer: (picks) => ({
		deltaMs: picks.dice.chance(0.1) ? TIMER_STEP_MS_MAX + 1 : picks.dice.pick([-MINUTE, MINUTE, 5 * MINUTE])
	}),
	PauseTimer: () => ({}),
	ResumeTimer: () => ({})
};

function move(picks: Picks): Omit<CommandOf<'MoveStage'>, 'type'> {
	const id = picks.roundId();
	const round = picks.roundOf(id);
	const direction = picks.dice.chance(0.55) ? 1 : -1;
	const next = round && picks.dice.chance(0.85) ? neighbour(round, direction) : null;
	return { roundId: id, stage: next ?? picks.dice.pick(STAGES) };
}
