import { allCards } from '#lib/domain/card/card-table.ts';
import type { Choosers } from './choosers.ts';

export const cardChoosers: Choosers<
	'PostCard' | 'EditCard' | 'WithdrawCard' | 'PutInCards' | 'TakeOutCards' | 'SetHidden'
> = {
	PostCard: (picks) => ({
		roundId: picks.roundId(),
		text: picks.text(),
		stepId: picks.stepId(),
		...(picks.dice.chance(0.45) ? { isWithoutOrigin: true } : {})
	}),
	EditCard: (picks) => {
		const card = picks.card(0.8);
		const isSame = picks.dice.chance(0.15);
		return {
			roundId: card.roundId,
			cardId: card.id,
			text: isSame ? card.text : picks.text(),
			stepId: isSame ? card.stepId : picks.stepId(),
			...(picks.dice.chance(0.6) ? { isWithoutOrigin: picks.dice.chance(0.35) } : {})
		};
	},
	WithdrawCard: (picks) => {
		const { roundId, id } = picks.card(0.8);
		return { roundId, cardId: id };
	},
	SetHidden: (picks) => {
		const roundId = picks.roundId();
		return { roundId, cardIds: picks.cardIds(roundId), isHidden: picks.dice.chance(0.7) };
	},
	PutInCards: (picks) => ({
		roundId: picks.unstartedRoundId(),
		cards: Array.from({ length: picks.dice.below(3) }, () => ({
			text: picks.text(),
			municipalities: picks.municipalities()
		}))
	}),
	TakeOutCards: (picks) => {
		const id = picks.unstartedRoundId();
		const putIn = allCards(picks.roundOf(id)?.cards ?? []).filter(
			({ author }) => author.kind === 'facilitator'
		);
		const ids = putIn.map((card) => card.id);
		return { roundId: id, cardIds: picks.dice.chance(0.8) ? ids.slice(0, 2) : picks.cardIds(id) };
	}
};
