import { closeCurrent } from './agenda.ts';
import { allCards, cardOf, withCard, withCardsChanged } from '../card/card-table.ts';
import { ownCard, withoutCards } from '../card/cards.ts';
import type { Card, ReadBackAnswer } from '../card/card.ts';
import type { RatingAnswer } from '../choose/rating.ts';
import { own, without } from '../keyed.ts';
import { CARD_TEXT_LENGTH_MAX, ROTI_REASON_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import { closeOpenRating, keptAnswer } from '../choose/ratings.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from './rounds.ts';
import { minutesFrom } from './timer.ts';
import { ROTI_SCORES, type AuthorVisibility } from '../vocabulary.ts';
import type { Round } from './round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/**
 * The end of the day: everybody looks back at what they wrote, and says what the day was worth. Until the day closes nothing of it changes
 * the board, and all of it can be taken back; who says nothing leaves everything as it stands.
 */

/** What looking back takes: the clock that it begins with, and that the facilitator moves like any other. */
const WRAP_UP_MINUTES = 10;

type WrapUpCommand = 'StartWrapUp' | 'ShowOutcomes' | 'ReadBack' | 'GiveRoti';
type WrapUpEvent = 'WrapUpStarted' | 'OutcomesShown' | 'CardReadBack' | 'RotiGiven';

export const wrapUpDeciders: Deciders<WrapUpCommand> = {
	/** Going on to an item, a stage or a rating ends it; what was said stays. */
	StartWrapUp(state, _command, { now }) {
		if (state.wrapUp) return accept([]);
		return accept([
			...closeCurrent(state, now),
			...closeOpenRating(state, now),
			{ type: 'TimerSet', timer: minutesFrom(now, WRAP_UP_MINUTES) },
			{ type: 'WrapUpStarted', at: now }
		]);
	},

	ShowOutcomes({ wrapUp }, { isShown }) {
		if (!wrapUp) return reject('not-wrapping-up');
		return accept(wrapUp.isShowingOutcomes === isShown ? [] : [{ type: 'OutcomesShown', isShown }]);
	},

	ReadBack(state, { roundId, cardId, answer }, context) {
		if (!state.wrapUp) return reject('not-wrapping-up');
		const card = ownCard(state, roundId, cardId, context);
		if (!card) return reject('unknown-card');
		const tidy = answer && tidyReadBack(answer);
		const fault = tidy && readBackFault(card, tidy);
		if (fault) return reject(fault);
		if (isSame(card.readBack, tidy)) return accept([]);
		return accept([{ type: 'CardReadBack', roundId, cardId, answer: tidy, isSaidFor: false }]);
	},

	GiveRoti(state, { answer }, { actor, newId }) {
		if (!state.wrapUp) return reject('not-wrapping-up');
		if (actor.role !== 'participant') return reject('not-joined');
		const { participationId } = actor;
		const tidy = answer && { score: answer.score, reason: answer.reason.trim() };
		const fault = tidy && rotiFault(state.authorVisibility, tidy);
		if (fault) return reject(fault);
		const known = own(state.roti, participationId) ?? null;
		const isSaid = known?.score === tidy?.score && known?.reason === tidy?.reason;
		if (isSaid) return accept([]);
		return accept([{ type: 'RotiGiven', participationId, answer: tidy && keptAnswer(tidy, newId) }]);
	}
};

export const wrapUpEvolvers: Evolvers<WrapUpEvent> = {
	WrapUpStarted: (state, { at }) => ({
		...state,
		wrapUp: { startedAt: at, isShowingOutcomes: false },
		shownRating: null
	}),

	OutcomesShown(state, { isShown }) {
		assert(state.wrapUp !== null, 'what is shown while looking back is shown while looking back');
		return { ...state, wrapUp: { ...state.wrapUp, isShowingOutcomes: isShown } };
	},

	CardReadBack(state, { roundId, cardId, answer }) {
		const round = roundOf(state, roundId);
		const card = cardOf(round.cards, cardId);
		assert(card !== undefined, 'a card that is read back exists');
		return withRound(state, { ...round, cards: withCard(round.cards, { ...card, readBack: answer }) });
	},

	RotiGiven: (state, { participationId, answer }) => ({
		...state,
		roti: answer ? { ...state.roti, [participationId]: answer } : without(state.roti, participationId)
	})
};

/** The day as its writers read it back: what is corrected says so, and what had to go is gone, with its dots and links. */
export function withReadBack(state: Worksession, at: number): Worksession {
	const left = Object.values(state.rounds).reduce((kept, round) => {
		const ids = idsOf(round, 'away');
		return ids.length === 0 ? kept : withoutCards(kept, round.id, ids);
	}, state);
	return Object.values(left.rounds).reduce((kept, round) => {
		const ids = idsOf(round, 'corrected');
		if (ids.length === 0) return kept;
		const cards = withCardsChanged(round.cards, ids, (card) => corrected(card, at));
		return withRound(kept, { ...round, cards });
	}, left);
}

function corrected(card: Card, at: number): Card {
	const text = card.readBack?.text ?? card.text;
	return { ...card, text, editedAt: at, readBack: { verdict: 'corrected', text: '' } };
}

function idsOf({ cards }: Round, verdict: ReadBackAnswer['verdict']): readonly string[] {
	return allCards(cards)
		.filter(({ readBack }) => readBack?.verdict === verdict)
		.map(({ id }) => id);
}

/** Of two who are one person the answer of whoever remains stays. */
export function mergedRoti(roti: Worksession['roti'], fromId: string, intoId: string): Worksession['roti'] {
	const from = own(roti, fromId);
	if (!from) return roti;
	return { ...without(roti, fromId), [intoId]: own(roti, intoId) ?? from };
}

/** Whether the mark for the day may have a reason: a fully anonymous worksession would know its author. */
export function takesRotiReasons(visibility: AuthorVisibility): boolean {
	return visibility !== 'fully-anonymous';
}

/** Words stand only with a correction. */
export function tidyReadBack({ verdict, text }: ReadBackAnswer): ReadBackAnswer {
	return { verdict, text: verdict === 'corrected' ? text.trim() : '' };
}

/** Why nothing like this can be said of a card; null when it can. */
export function readBackFault(card: Card, { verdict, text }: ReadBackAnswer): Rejection | null {
	if (verdict !== 'corrected') return null;
	if (card.redaction !== null) return 'card-redacted';
	if (text === '') return 'text-empty';
	return lengthOf(text) > CARD_TEXT_LENGTH_MAX ? 'text-too-long' : null;
}

function rotiFault(visibility: AuthorVisibility, { score, reason }: RatingAnswer): Rejection | null {
	const { lowest, highest } = ROTI_SCORES;
	if (!Number.isInteger(score) || score < lowest || score > highest) return 'score-out-of-range';
	if (lengthOf(reason) > ROTI_REASON_LENGTH_MAX) return 'text-too-long';
	return reason !== '' && !takesRotiReasons(visibility) ? 'reason-not-taken' : null;
}

function isSame(one: ReadBackAnswer | null, other: ReadBackAnswer | null): boolean {
	return one?.verdict === other?.verdict && one?.text === other?.text;
}
