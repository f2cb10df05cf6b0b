import { own } from '../keyed.ts';
import { assert } from '../outcome.ts';
import type { Round } from './round.ts';
import type { Worksession } from '../worksession.ts';

/** The round of an event; an event never names a round that does not exist. */
export function roundOf(state: Worksession, roundId: string): Round {
	const round = own(state.rounds, roundId);
	assert(round !== undefined, 'the round of an event exists');
	return round;
}

/** The state with one round replaced. */
export function withRound(state: Worksession, round: Round): Worksession {
	return { ...state, rounds: { ...state.rounds, [round.id]: round } };
}
