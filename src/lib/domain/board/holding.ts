import type { ItemRef } from './item.ts';
import type { Actor } from '../commands.ts';
import { isVisibleItem } from './items.ts';
import { own } from '../keyed.ts';
import { refusal } from '../permissions.ts';
import type { Worksession } from '../worksession.ts';

/** What somebody has picked up from the board and not put down yet. It is no act: it stands in no log, and is true or gone. */
export interface Hold {
	readonly roundId: string;
	readonly items: readonly ItemRef[];
}

/** Somebody with something in hand. */
export interface Holder {
	readonly actor: Actor;
	/** What facilitators call each other; empty for whoever is none. */
	readonly facilitatorName: string;
	readonly hold: Hold;
}

/** What this actor can really have in hand now: what the room can see, as far as they may move all of it. */
export function heldItems(
	state: Worksession,
	{ actor, hold: { roundId, items } }: Pick<Holder, 'actor' | 'hold'>
): readonly ItemRef[] {
	const round = own(state.rounds, roundId);
	const visible = round ? items.filter((item) => isVisibleItem(round, item)) : [];
	const move = { type: 'PinItems', roundId, items: visible, stepId: null } as const;
	return refusal(state, move, actor) === null ? visible : [];
}
