import type { CommandOf } from '#lib/domain/commands.ts';
import type { OwnerFacts } from '#lib/domain/people/owner.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const parkingChoosers: Choosers<'Park' | 'ChangeParked' | 'Unpark'> = {
	Park: (picks) => (picks.dice.chance(0.2) ? thought(picks) : cards(picks)),
	ChangeParked: (picks) => ({ parkedId: picks.idIn(picks.state.parked), owner: owner(picks) }),
	Unpark: (picks) => ({ parkedId: picks.idIn(picks.state.parked) })
};

function thought(picks: Picks): Omit<CommandOf<'Park'>, 'type'> {
	return { roundId: null, items: [], parked: parked(picks, picks.title()), tableId: picks.tableId() };
}

function cards(picks: Picks): Omit<CommandOf<'Park'>, 'type'> {
	const roundId = picks.roundId();
	const text = picks.dice.chance(0.3) ? picks.title() : '';
	return { roundId, items: picks.items(roundId), parked: parked(picks, text), tableId: picks.tableId() };
}

function parked(picks: Picks, text: string): CommandOf<'Park'>['parked'] {
	return { text, ...owner(picks) };
}

function owner(picks: Picks): OwnerFacts {
	return {
		ownerId: picks.dice.chance(0.4) ? picks.personId() : null,
		ownerName: picks.dice.chance(0.05) ? 'n'.repeat(81) : ''
	};
}
