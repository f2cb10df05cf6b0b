import { ROUND_KINDS, WORKING_STAGES } from '#lib/domain/vocabulary.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';
import { settings } from './preparation.ts';

export const compositionChoosers: Choosers<
	'AddRound' | 'AddBreak' | 'DuplicateItem' | 'MoveItem' | 'RemoveItem' | 'PlanMinutes'
> = {
	AddRound: (picks) => ({
		kind: picks.dice.pick(ROUND_KINDS),
		settings: picks.dice.chance(0.5) ? null : settings(picks),
		toIndex: picks.dice.below(picks.state.agenda.length + 3) - 1
	}),
	AddBreak: (picks) => ({
		title: picks.title(),
		minutes: picks.minutes(),
		toIndex: picks.dice.below(picks.state.agenda.length + 3) - 1
	}),
	DuplicateItem: (picks) => ({ itemId: picks.itemId() }),
	MoveItem: (picks) => ({
		itemId: picks.itemId(),
		toIndex: picks.dice.below(picks.state.agenda.length + 2) - 1
	}),
	RemoveItem: (picks) => ({
		itemId: picks.dice.chance(0.5) ? picks.unstartedRoundId() : picks.itemId()
	}),
	PlanMinutes: (picks) => ({
		changes: Array.from({ length: 1 + picks.dice.below(3) }, () => plannedMinutes(picks))
	})
};

function plannedMinutes(picks: Picks): CommandOf<'PlanMinutes'>['changes'][number] {
	const item = picks.dice.pick(picks.state.agenda);
	const isMixedUp = picks.dice.chance(0.05);
	const stage = (item.kind === 'break') === isMixedUp ? picks.dice.pick(WORKING_STAGES) : null;
	const minutes = picks.dice.chance(0.8) ? 1 + picks.dice.below(60) : picks.minutes();
	return { itemId: picks.orNowhere(item.id), stage, minutes };
}
