import { moveTo } from '../day/agenda.ts';
import type { ItemRef } from '../board/item.ts';
import { isLooseItem, itemKey } from '../board/items.ts';
import { own } from '../keyed.ts';
import { EARLIER_VOTES_MAX } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import { dotsFault } from '../day/preparation.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';

/** Voting again after the results were talked about: on everything or on some items, with dots anew. What was voted before stays to be read. */

export const voteAgainDeciders: Deciders<'StartVote'> = {
	StartVote(state, { roundId, items, rules }, { now }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		if (state.currentItemId !== roundId) return reject('round-not-current');
		if (round.settings.minutes.voting === null) return reject('wrong-stage');
		if (round.earlierVotes.length >= EARLIER_VOTES_MAX) return reject('votes-full');
		const fault = dotsFault(rules) ?? itemsFault(round, items);
		if (fault) return reject(fault);
		return accept([{ type: 'VoteStarted', roundId, items, rules }, ...moveTo(round, 'voting', now)]);
	}
};

export const voteAgainEvolvers: Evolvers<'VoteStarted'> = {
	VoteStarted(state, { roundId, items, rules }) {
		const round = roundOf(state, roundId);
		const { settings, closedAt, votedOn, ballots } = round;
		assert(closedAt !== null, 'a round votes again once its results were shown');
		const { dotBudget, budgetPer, dotsPerItemMax } = settings;
		const held = { rules: { dotBudget, budgetPer, dotsPerItemMax }, closedAt, votedOn, ballots };
		return withRound(state, {
			...round,
			settings: { ...settings, ...rules },
			votedOn: items && [...new Set(items.map(itemKey))],
			ballots: {},
			earlierVotes: [...round.earlierVotes, held]
		});
	}
};

/** There is nothing to choose between fewer than two. */
function itemsFault(round: Round, items: readonly ItemRef[] | null): Rejection | null {
	if (items === null) return null;
	if (!items.every((item) => isLooseItem(round, item))) return 'unknown-item';
	return new Set(items.map(itemKey)).size < 2 ? 'items-too-few' : null;
}
