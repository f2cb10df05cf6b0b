import { READ_BACK_VERDICTS, RECORD_STATUSES } from '#lib/domain/vocabulary.ts';
import { piecesOf } from '#lib/domain/record/validation.ts';
import type { ReadBackAnswer } from '#lib/domain/card/card.ts';
import type { RatingAnswer } from '#lib/domain/choose/rating.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const wrapUpChoosers: Choosers<
	'StartWrapUp' | 'ShowOutcomes' | 'ReadBack' | 'GiveRoti' | 'MoveRecord' | 'AnswerPiece' | 'SendValidation'
> = {
	StartWrapUp: () => ({}),
	ShowOutcomes: ({ dice }) => ({ isShown: dice.chance(0.7) }),
	MoveRecord: ({ dice }) => ({
		status: dice.pick(RECORD_STATUSES),
		reason: dice.chance(0.5) ? '' : 'Geen tijd meer'
	}),
	ReadBack: (picks) => {
		const card = picks.card(0.85);
		return { roundId: card.roundId, cardId: card.id, answer: readBackAnswer(picks) };
	},
	AnswerPiece: (picks) => {
		const { actor } = picks.context;
		const mine = actor.role === 'municipality' ? piecesOf(picks.state, actor.code) : [];
		const piece = mine.length > 0 && picks.dice.chance(0.9) ? picks.dice.pick(mine) : picks.card(0);
		return { roundId: piece.roundId, cardId: piece.id, answer: readBackAnswer(picks) };
	},
	SendValidation: () => ({}),
	GiveRoti: (picks) => ({ answer: rotiAnswer(picks) })
};

/** What somebody says of a card when they look back at it; now and then that it is taken back. */
export function readBackAnswer(picks: Picks): ReadBackAnswer | null {
	const verdict = picks.dice.pick(READ_BACK_VERDICTS);
	return picks.dice.chance(0.1) ? null : { verdict, text: picks.text() };
}

/** What the day was worth to somebody; now and then that it is taken back. */
export function rotiAnswer({ dice }: Picks): RatingAnswer | null {
	if (dice.chance(0.1)) return null;
	const score = dice.chance(0.06) ? dice.pick([0, 6, 2.5]) : 1 + dice.below(5);
	const reason = dice.chance(0.05) ? 'r'.repeat(281) : `cijferreden ${dice.below(4)}`;
	return { score, reason: dice.chance(0.5) ? reason : '' };
}
