import { roundOf, withRound } from '../day/rounds.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import { own } from '../keyed.ts';
import { ITEMS_PER_COMMAND_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { cardOf, withCardsChanged } from './card-table.ts';

/**
 * Whoever leads the day can keep the text of a card from the room, and show it again. Unlike a text that is taken away it stays where it
 * is and as it is: in its place the room sees that something is hidden. The writer still reads it, and the record keeps it.
 */
export const hidingDeciders: Deciders<'SetHidden'> = {
	SetHidden(state, { roundId, cardIds, isHidden }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const asked = [...new Set(cardIds)];
		const cards = asked.flatMap((id) => cardOf(round.cards, id) ?? []);
		const areShown = cards.length === asked.length && cards.every((card) => card.isShared);
		if (cards.length === 0 || cards.length > ITEMS_PER_COMMAND_MAX || !areShown)
			return reject('unknown-card');
		const ids = cards.filter((card) => card.isHidden !== isHidden).map(({ id }) => id);
		return accept(ids.length === 0 ? [] : [{ type: 'HiddenSet', roundId, cardIds: ids, isHidden }]);
	}
};

export const hidingEvolvers: Evolvers<'HiddenSet'> = {
	/** Nobody looks at what is hidden: the spotlight goes off. */
	HiddenSet(state, { roundId, cardIds, isHidden }) {
		const round = roundOf(state, roundId);
		const cards = withCardsChanged(round.cards, cardIds, (card) => ({ ...card, isHidden }));
		const lit = state.spotlight?.roundId === roundId ? state.spotlight.item : null;
		const isLit = isHidden && lit?.kind === 'card' && cardIds.includes(lit.id);
		return withRound(isLit ? { ...state, spotlight: null } : state, { ...round, cards });
	}
};
