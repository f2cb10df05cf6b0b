import type { World } from '#lib/server/viewers.ts';
import { FACILITATOR, withCards, withRounds } from './decided-otherwise.ts';
import type { Mutant } from './mutants.ts';

/** Bugs in who is told what somebody has in hand. */
export const HOLDING_MUTANTS: readonly Mutant[] = [
	{
		name: 'goes on telling what somebody who left had in hand',
		hand: (hand) => ({ ...hand, leave: () => undefined })
	},
	{
		name: 'goes on telling what it has not heard of for long',
		holdSystem: (system) => ({ ...system, now: () => 0 })
	},
	{ name: 'tells everybody who holds what', holdReader: (reader) => ({ ...reader, actor: FACILITATOR }) },
	{
		name: 'tells that somebody holds a card that the room has not seen',
		holdReader: (reader) => ({ ...reader, world: () => asIfOpened(reader.world()) })
	},
	{
		name: 'does not hear that a piece was put down',
		hand: (hand) => ({ ...hand, hold: (hold) => hold && hand.hold(hold) })
	}
];

/** Every card seen and every round arranged, as the rules of what can be held ask. */
function asIfOpened({ state, ...world }: World): World {
	const seen = withCards(state, (card) => ({ ...card, isShared: true }));
	return { ...world, state: withRounds(seen, (round) => ({ ...round, stage: 'arranging' })) };
}
