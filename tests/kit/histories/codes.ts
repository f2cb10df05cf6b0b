import { CATEGORIES, NATURES, NEED_TYPES, PROCESS_PHASES, type Category } from '#lib/domain/vocabulary.ts';
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
	const category = picks.dice.pick([null, ...CATEGORIES]);
	return { category, ...beside(category), phase: picks.dice.pick(PROCESS_PHASES) };
}

/** Two others beside half of the categories, untidily said and also beside none; nothing of them beside the other half. */
function beside(category: Category | null): Pick<CommandOf<'ClassifyItems'>['codes'], 'also'> {
	const at = category === null ? 0 : CATEGORIES.indexOf(category);
	const also = [at + 1, at, at + 2].flatMap((index) => CATEGORIES[index % CATEGORIES.length] ?? []);
	return at % 2 === 0 ? { also } : {};
}
