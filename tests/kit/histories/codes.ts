import { CATEGORIES, NATURES, NEED_TYPES, PROCESS_PHASES } from '#lib/domain/vocabulary.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const codeChoosers: Choosers<'ClassifyItems'> = {
	ClassifyItems: (picks) => {
		const round = picks.roundId();
		return { roundId: round, items: picks.items(round), codes: codes(picks) };
	}
};

function codes(picks: Picks): CommandOf<'ClassifyItems'>['codes'] {
	const roll = picks.dice.roll();
	if (roll < 0.2) return { nature: picks.dice.pick(NATURES) };
	if (roll < 0.4) return { needType: picks.dice.pick(NEED_TYPES) };
	return { category: picks.dice.pick([null, ...CATEGORIES]), phase: picks.dice.pick(PROCESS_PHASES) };
}
