import { allCards, cardOf, withCard } from '../card/card-table.ts';
import type { Card, ReadBackAnswer } from '../card/card.ts';
import type { CommandOf, Context } from '../commands.ts';
import { mapChanged, own, without } from '../keyed.ts';
import { accept, assert, reject } from '../outcome.ts';
import { recordStatusOf } from './record-status.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import { cardView } from '../visibility/card-view.ts';
import { NOBODY } from '../visibility/people.ts';
import { readBackFault, tidyReadBack } from '../day/wrap-up.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/**
 * What a municipality says afterwards of what it brought in, by a link: that it is right, that it should say something else, or that it is
 * withdrawn. Its answers are kept at once and hold when it sends them, once each time the record is put to the municipalities.
 */

/** What a municipality says of what it brought in, while the record is put to it. */
export interface Validation {
	/** By card id. */
	readonly answers: Readonly<Record<string, ReadBackAnswer & { readonly roundId: string }>>;
	readonly isSent: boolean;
}

/** That a municipality answered, and of how many pieces it said what. */
export interface Validated {
	readonly municipality: string;
	readonly at: number;
	readonly right: number;
	readonly corrected: number;
	readonly withdrawn: number;
}

const NO_ANSWERS: Validation = { answers: {}, isSent: false };

export const validationDeciders: Deciders<'AnswerPiece' | 'SendValidation'> = {
	AnswerPiece(state, { roundId, cardId, answer }, { actor }) {
		const code = codeOf(actor);
		const fault = validationFault(state, code);
		if (fault) return reject(fault);
		const card = pieceOf(state, code, { roundId, cardId });
		if (!card) return reject('unknown-card');
		const tidy = answer && tidyReadBack(answer);
		const unfit = tidy && readBackFault(card, tidy);
		if (unfit) return reject(unfit);
		const known = own(validationOf(state, code).answers, cardId);
		if (known?.verdict === tidy?.verdict && known?.text === tidy?.text) return accept([]);
		return accept([{ type: 'PieceAnswered', municipality: code, roundId, cardId, answer: tidy }]);
	},

	/** The text of what is withdrawn goes for good, unless another municipality brought it in as well. */
	SendValidation(state, _command, { actor, now }) {
		const code = codeOf(actor);
		const fault = validationFault(state, code);
		if (fault) return reject(fault);
		const redaction = { by: 'municipality', reason: '', at: now } as const;
		const gone = Object.entries(validationOf(state, code).answers).filter(
			([cardId, answer]) =>
				answer.verdict === 'away' && pieceOf(state, code, { ...answer, cardId })?.municipalities.length === 1
		);
		return accept([
			{ type: 'ValidationSent', municipality: code, at: now },
			...gone.map(([cardId, { roundId }]) => ({ type: 'CardRedacted', roundId, cardId, redaction }) as const)
		]);
	}
};

export const validationEvolvers: Evolvers<'PieceAnswered' | 'ValidationSent'> = {
	PieceAnswered(state, { municipality, roundId, cardId, answer }) {
		const { answers } = validationOf(state, municipality);
		const rest = without(answers, cardId);
		const kept = answer ? { ...rest, [cardId]: { ...answer, roundId } } : rest;
		return withValidation(state, municipality, { answers: kept, isSent: false });
	},

	ValidationSent(state, { municipality, at }) {
		const { answers } = validationOf(state, municipality);
		const answered = Object.entries(answers).reduce(
			(left, [cardId, answer]) => withAnswered(left, { cardId, municipality, at }, answer),
			state
		);
		const count = (verdict: ReadBackAnswer['verdict']) =>
			Object.values(answers).filter((answer) => answer.verdict === verdict).length;
		const [right, corrected, withdrawn] = [count('right'), count('corrected'), count('away')];
		const wordless = mapChanged(answers, (answer) => ({ ...answer, text: '' }));
		return {
			...withValidation(answered, municipality, { answers: wordless, isSent: true }),
			validated: [...state.validated, { municipality, at, right, corrected, withdrawn }],
			recordVersions: [...state.recordVersions, { status: recordStatusOf(state), reason: '', at }]
		};
	}
};

/** Why a municipality cannot answer now; null when it can. */
export function validationFault(state: Worksession, code: string): 'not-validating' | 'answer-sent' | null {
	if (recordStatusOf(state) !== 'validating') return 'not-validating';
	return validationOf(state, code).isSent ? 'answer-sent' : null;
}

/** What a municipality said so far. */
export function validationOf({ validations }: Pick<Worksession, 'validations'>, code: string): Validation {
	return own(validations, code) ?? NO_ANSWERS;
}

/** Codes of the municipalities that sent their answer this time. */
export function answeredBy({ validations }: Pick<Worksession, 'validations'>): readonly string[] {
	return Object.keys(validations).filter((code) => validations[code]?.isSent === true);
}

/** A state without what municipalities said of a card whose text is taken away. */
export function withoutAnswers(state: Worksession, cardId: string): Worksession {
	const validations = mapChanged(state.validations, (validation) =>
		!validation.isSent && own(validation.answers, cardId)
			? { ...validation, answers: without(validation.answers, cardId) }
			: validation
	);
	return validations === state.validations ? state : { ...state, validations };
}

/** Cards of which the worksession tells that this municipality brought them in, and whose text still stands. */
export function piecesOf(state: Worksession, code: string): readonly (Card & { readonly roundId: string })[] {
	return Object.values(state.rounds).flatMap(({ id, cards }) =>
		allCards(cards)
			.filter((card) => isPieceOf(state, code, card))
			.map((card) => ({ ...card, roundId: id }))
	);
}

function pieceOf(
	state: Worksession,
	code: string,
	{ roundId, cardId }: Pick<CommandOf<'AnswerPiece'>, 'roundId' | 'cardId'>
): Card | null {
	const card = cardOf(own(state.rounds, roundId)?.cards ?? [], cardId);
	return card && isPieceOf(state, code, card) ? card : null;
}

/** What nobody may know the origin of is no municipality's. */
function isPieceOf(state: Worksession, code: string, card: Card): boolean {
	const view = cardView(card, state.authorVisibility, NOBODY);
	return view?.redaction === null && view.author?.municipalities.includes(code) === true;
}

function withAnswered(
	state: Worksession,
	{
		cardId,
		municipality,
		at
	}: { readonly cardId: string; readonly municipality: string; readonly at: number },
	{ roundId, verdict, text }: ReadBackAnswer & { readonly roundId: string }
): Worksession {
	const round = roundOf(state, roundId);
	const card = cardOf(round.cards, cardId);
	assert(card !== undefined, 'what a municipality answers about exists');
	if (verdict === 'right') return state;
	const changed =
		verdict === 'corrected'
			? { ...card, text, editedAt: at }
			: { ...card, municipalities: card.municipalities.filter((code) => code !== municipality) };
	return withRound(state, { ...round, cards: withCard(round.cards, changed) });
}

function withValidation(state: Worksession, code: string, validation: Validation): Worksession {
	return { ...state, validations: { ...state.validations, [code]: validation } };
}

function codeOf(actor: Context['actor']): string {
	assert(actor.role === 'municipality', 'the table lets only a municipality answer');
	return actor.code;
}
