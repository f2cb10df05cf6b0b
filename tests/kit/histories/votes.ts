import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';
import { settings } from './preparation.ts';

export const voteChoosers: Choosers<'StartVote' | 'PlaceDot' | 'TakeDot'> = {
	StartVote: (picks) => {
		const round = picks.roundId();
		const items = picks.dice.chance(0.5) ? null : picks.items(round);
		const { dotBudget, budgetPer, dotsPerItemMax } = settings(picks);
		return { roundId: round, items, rules: { dotBudget, budgetPer, dotsPerItemMax } };
	},
	PlaceDot: (picks) => {
		const round = picks.roundId();
		return { roundId: round, item: dottedItem(picks, round, 0.4) };
	},
	TakeDot: (picks) => {
		const round = picks.roundId();
		return { roundId: round, item: dottedItem(picks, round, 0.8) };
	}
};

/** With this probability an item on which the actor has a dot already. */
function dottedItem(picks: Picks, id: string, probability: number): ItemRef {
	const { actor } = picks.context;
	const given = actor.role === 'participant' ? picks.roundOf(id)?.ballots[actor.participationId] : {};
	const keys = Object.values(given ?? {}).flatMap((ballot) => Object.keys(ballot));
	const dotted = keys.map((key): ItemRef => {
		const [kind, itemId] = key.split(':');
		return { kind: kind === 'cluster' ? 'cluster' : 'card', id: itemId ?? '' };
	});
	return picks.dice.chance(probability) ? picks.dice.pickOr(dotted, picks.item(id)) : picks.item(id);
}
