import { ballotOf, dotsOn, givenBy, pursesOf, withDots } from './ballots.ts';
import type { EventOf } from '../events.ts';
import { isLooseItem, itemKey } from '../board/items.ts';
import { own } from '../keyed.ts';
import { accept, assert, type Outcome, reject } from '../outcome.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Participation } from '../people/participation.ts';
import type { Worksession } from '../worksession.ts';

/** Dots: whether somebody may place one. `ballots.ts` does the sums; totals leave `visibility/vote-results.ts` only when the round is closed. */

type VoteCommand = 'PlaceDot' | 'TakeDot';
type VoteEvent = 'DotPlaced' | 'DotTaken' | 'DotsCounted';

export const voteDeciders: Deciders<VoteCommand> = {
	PlaceDot(state, { roundId, item }, { actor }) {
		const round = own(state.rounds, roundId);
		if (!round || actor.role !== 'participant') return reject('unknown-round');
		const person = own(state.participations, actor.participationId);
		if (!person) return reject('not-joined');
		if (!isLooseItem(round, item)) return reject('unknown-item');
		if (round.votedOn && !round.votedOn.includes(itemKey(item))) return reject('item-not-in-vote');
		const purse = purseFor(round, person, itemKey(item));
		if (!purse.ok) return purse;
		return accept([{ type: 'DotPlaced', roundId, participationId: person.id, purse: purse.value, item }]);
	},

	TakeDot(state, { roundId, item }, { actor }) {
		const round = own(state.rounds, roundId);
		if (!round || actor.role !== 'participant') return reject('unknown-round');
		const { participationId } = actor;
		const given = Object.entries(givenBy(round.ballots, participationId));
		const purses = given.filter(([, ballot]) => own(ballot, itemKey(item))).map(([purse]) => purse);
		const purse = purses.sort().at(-1);
		if (purse === undefined) return reject('no-dot-here');
		return accept([{ type: 'DotTaken', roundId, participationId, purse, item }]);
	}
};

export const voteEvolvers: Evolvers<VoteEvent> = {
	DotPlaced: (state, event) => changeBallot(state, event, 1),
	DotTaken: (state, event) => changeBallot(state, event, -1),
	DotsCounted: (state, { roundId, dots }) =>
		withRound(state, { ...roundOf(state, roundId), countedDots: dots })
};

/** The fullest purse of this person that may still give this item a dot: so the dots of several municipalities spread over them. */
function purseFor(round: Round, person: Participation, key: string): Outcome<string> {
	const { settings, ballots } = round;
	const purses = pursesOf(settings, person).map((purse) => {
		const ballot = ballotOf(ballots, person.id, purse);
		return { purse, left: settings.dotBudget - dotsOn(ballot), onItem: own(ballot, key) ?? 0 };
	});
	const filled = purses.filter(({ left }) => left > 0);
	if (filled.length === 0) return reject('budget-spent');
	const fitting = filled.filter(({ onItem }) => onItem < settings.dotsPerItemMax);
	const [fullest] = fitting.toSorted((a, b) => b.left - a.left);
	return fullest ? accept(fullest.purse) : reject('item-full');
}

function changeBallot(
	state: Worksession,
	{ roundId, participationId, purse, item }: EventOf<'DotPlaced' | 'DotTaken'>,
	change: 1 | -1
): Worksession {
	const round = roundOf(state, roundId);
	const key = itemKey(item);
	const given = own(givenBy(round.ballots, participationId), purse) ?? {};
	const dots = (own(given, key) ?? 0) + change;
	assert(dots >= 0, 'a taken dot was there');
	return withRound(state, { ...round, ballots: withDots(round.ballots, participationId, purse, key, dots) });
}
