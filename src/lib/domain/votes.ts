import type { ItemRef } from './commands.ts';
import { ballotOf, dotsOn, withDots } from './ballots.ts';
import { isLooseItem, itemKey } from './items.ts';
import { own } from './keyed.ts';
import { accept, assert, reject } from './outcome.ts';
import { roundOf, withRound } from './rounds.ts';
import type { Deciders, Evolvers, Worksession } from './worksession.ts';

/** Dots: whether somebody may place one. `ballots.ts` does the sums; totals leave `visibility.ts` only when the round is closed. */

type VoteCommand = 'PlaceDot' | 'TakeDot';
type VoteEvent = 'DotPlaced' | 'DotTaken';

export const voteDeciders: Deciders<VoteCommand> = {
	PlaceDot(state, { roundId, item }, { actor }) {
		const round = own(state.rounds, roundId);
		if (!round || actor.role !== 'participant') return reject('unknown-round');
		if (!isLooseItem(round, item)) return reject('unknown-item');
		const ballot = ballotOf(round, actor.participationId);
		if (dotsOn(ballot) >= round.settings.dotsPerPerson) return reject('budget-spent');
		if ((own(ballot, itemKey(item)) ?? 0) >= round.settings.dotsPerItemMax) return reject('item-full');
		return accept([{ type: 'DotPlaced', roundId, participationId: actor.participationId, item }]);
	},

	TakeDot(state, { roundId, item }, { actor }) {
		const round = own(state.rounds, roundId);
		if (!round || actor.role !== 'participant') return reject('unknown-round');
		if (!own(ballotOf(round, actor.participationId), itemKey(item))) return reject('no-dot-here');
		return accept([{ type: 'DotTaken', roundId, participationId: actor.participationId, item }]);
	}
};

export const voteEvolvers: Evolvers<VoteEvent> = {
	DotPlaced: (state, { roundId, participationId, item }) =>
		changeBallot(state, roundId, participationId, item, 1),
	DotTaken: (state, { roundId, participationId, item }) =>
		changeBallot(state, roundId, participationId, item, -1)
};

function changeBallot(
	state: Worksession,
	roundId: string,
	participationId: string,
	item: ItemRef,
	change: 1 | -1
): Worksession {
	const round = roundOf(state, roundId);
	const key = itemKey(item);
	const ballot = ballotOf(round, participationId);
	const dots = (own(ballot, key) ?? 0) + change;
	assert(dots >= 0, 'a taken dot was there');
	const changed = withDots(ballot, key, dots);
	return withRound(state, { ...round, ballots: { ...round.ballots, [participationId]: changed } });
}
