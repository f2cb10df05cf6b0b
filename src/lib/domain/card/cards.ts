import { isOpenForAll } from '../day/agenda.ts';
import type { CommandOf, Context } from '../commands.ts';
import {
	CARDS_PER_ROUND_MAX,
	CARD_TEXT_LENGTH_MAX,
	ITEMS_PER_COMMAND_MAX,
	LATE_CARD_GRACE_MS,
	MUNICIPALITIES_PER_PERSON_MAX,
	lengthOf
} from '../limits.ts';
import { withoutItems } from '../board/items.ts';
import { allCards, cardOf, withCard, withoutCard } from './card-table.ts';
import { isKnownMunicipality } from '../people/participants.ts';
import { own } from '../keyed.ts';
import { accept, assert, reject } from '../outcome.ts';
import { withoutSourceCard } from '../choose/action-source.ts';
import { withoutParkedCard } from '../day/parking.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import type { Author, Card } from './card.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** One contribution: posted, edited and withdrawn by its writer, or put in beforehand by the facilitator. */

type WritingCommand = 'PostCard' | 'EditCard' | 'WithdrawCard' | 'PutInCards' | 'TakeOutCards';
type WritingEvent = 'CardPosted' | 'CardEdited' | 'CardWithdrawn';

export const cardDeciders: Deciders<WritingCommand> = {
	PostCard(state, { roundId, text, stepId, isWithoutOrigin = false }, context) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const fault =
			postFault(round, context.now) ?? textFault(text) ?? stepFault(state, round, stepId, context);
		if (fault) return reject(fault);
		const author = authorFor(state, context);
		if (!author) return reject('author-key-missing');
		const isShared = isOpenForAll(round.stage);
		return accept([
			{
				type: 'CardPosted',
				roundId,
				cardId: context.newId(),
				draftId: context.commandId,
				text,
				stepId,
				author,
				...originOf(state, author),
				isWithoutOrigin,
				tableId: tableFor(state, round, context),
				isShared,
				isLate: isShared && round.stage !== 'sharing',
				isWrittenFor: false,
				at: context.now
			}
		]);
	},

	EditCard(state, { roundId, cardId, text, stepId, ...asked }, context) {
		const card = ownCard(state, roundId, cardId, context);
		if (!card) return reject('unknown-card');
		if (card.redaction !== null) return reject('card-redacted');
		const fault = textFault(text) ?? stepFaultOf(state, card.tableId, stepId);
		if (fault) return reject(fault);
		const { isWithoutOrigin = card.isWithoutOrigin } = asked;
		if (card.isShared && card.isWithoutOrigin && !isWithoutOrigin) return reject('origin-stays-off');
		const edited = { text, stepId, isWithoutOrigin };
		if (isSameCard(card, edited)) return accept([]);
		return accept([{ type: 'CardEdited', roundId, cardId, ...edited, at: context.now }]);
	},

	WithdrawCard(state, { roundId, cardId }, context) {
		if (!ownCard(state, roundId, cardId, context)) return reject('unknown-card');
		return accept([{ type: 'CardWithdrawn', roundId, cardId, at: context.now }]);
	},

	/** They stay hidden until the round is shared, like everything else that is written before. */
	PutInCards(state, { roundId, cards }, { now, newId, commandId }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const fault = putInFault(state, round, cards);
		if (fault) return reject(fault);
		return accept(
			cards.map(({ text, municipalities }, index) => ({
				type: 'CardPosted',
				roundId,
				cardId: newId(),
				draftId: `${commandId}-${index}`,
				text,
				stepId: null,
				author: { kind: 'facilitator' },
				municipalities,
				organisation: '',
				isWithoutOrigin: false,
				tableId: null,
				isShared: false,
				isLate: false,
				isWrittenFor: false,
				at: now
			}))
		);
	},

	TakeOutCards(state, { roundId, cardIds }, { now }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const isPutIn = (id: string) => {
			const card = cardOf(round.cards, id);
			return card?.author.kind === 'facilitator' && !card.isShared;
		};
		if (cardIds.length === 0 || cardIds.length > ITEMS_PER_COMMAND_MAX || !cardIds.every(isPutIn))
			return reject('unknown-card');
		return accept(
			[...new Set(cardIds)].map((cardId) => ({ type: 'CardWithdrawn', roundId, cardId, at: now }))
		);
	}
};

export const cardEvolvers: Evolvers<WritingEvent> = {
	CardPosted(state, { type: _, roundId, cardId, ...posted }) {
		const round = roundOf(state, roundId);
		assert(!cardOf(round.cards, cardId), 'a card id is issued once');
		const fresh = { editedAt: null, formerStepId: null, clusterId: null, redaction: null, readBack: null };
		const isHidden = false;
		const card: Card = { id: cardId, ...posted, ...fresh, isHidden };
		return withRound(state, {
			...round,
			cards: withCard(round.cards, card),
			cardCount: round.cardCount + 1,
			cardCounts: counted(round.cardCounts, card, 1)
		});
	},
	CardEdited(state, { roundId, cardId, text, stepId, isWithoutOrigin, at }) {
		const round = roundOf(state, roundId);
		const card = cardOf(round.cards, cardId);
		assert(card !== undefined, 'an edited card exists');
		const edited = {
			...card,
			text,
			stepId,
			formerStepId: null,
			isWithoutOrigin,
			editedAt: at,
			readBack: null
		};
		return withRound(state, {
			...round,
			cards: withCard(round.cards, edited),
			cardCounts: counted(counted(round.cardCounts, card, -1), edited, 1)
		});
	},
	CardWithdrawn: (state, { roundId, cardId }) => withoutCards(state, roundId, [cardId])
};

/** Takes cards out of a round, with the dots and links on them and the clusters this leaves empty. */
export function withoutCards(state: Worksession, roundId: string, cardIds: readonly string[]): Worksession {
	return cardIds.reduce((left, cardId) => withoutOne(left, roundId, cardId), state);
}

function withoutOne(state: Worksession, roundId: string, cardId: string): Worksession {
	const round = roundOf(state, roundId);
	const card = cardOf(round.cards, cardId);
	assert(card !== undefined, 'a withdrawn card exists');
	const cards = withoutCard(round.cards, cardId);
	const isLast =
		card.clusterId !== null && !allCards(cards).some((other) => other.clusterId === card.clusterId);
	const gone = [{ kind: 'card', id: cardId } as const];
	const emptied = isLast && card.clusterId ? [{ kind: 'cluster', id: card.clusterId } as const] : [];
	const parked = withoutParkedCard(state.parked, cardId);
	const actions = withoutSourceCard(state.actions, cardId);
	const isNamed = parked !== state.parked || actions !== state.actions;
	const shrunk = withRound(isNamed ? { ...state, parked, actions } : state, {
		...round,
		cards,
		cardCount: round.cardCount - 1,
		cardCounts: counted(round.cardCounts, card, -1)
	});
	return withoutItems(shrunk, roundId, [...gone, ...emptied]);
}

/** One card more or less of a person. */
function counted(counts: Round['cardCounts'], card: Card, change: 1 | -1): Round['cardCounts'] {
	const { author } = card;
	if (author.kind !== 'participation' || !isCounted(card)) return counts;
	return { ...counts, [author.participationId]: (own(counts, author.participationId) ?? 0) + change };
}

/**
 * Whether a card counts as one of its writer's. Who counts the cards of a person and sees which of them are told would know whose
 * the others are.
 */
export function isCounted({ author, isWithoutOrigin }: Card): boolean {
	return author.kind === 'participation' && !isWithoutOrigin;
}

function isSameCard(card: Card, edited: Pick<Card, 'text' | 'stepId' | 'isWithoutOrigin'>): boolean {
	const { text, stepId, isWithoutOrigin } = edited;
	return card.text === text && card.stepId === stepId && card.isWithoutOrigin === isWithoutOrigin;
}

/** The card if it is the actor's own. Someone else's card is as good as unknown: whether it exists is not theirs to learn. */
export function ownCard(state: Worksession, roundId: string, cardId: string, context: Context): Card | null {
	const round = own(state.rounds, roundId);
	const card = round && cardOf(round.cards, cardId);
	return card && isOwnedBy(card, context) ? card : null;
}

/** Whether the actor wrote the card; for an unknown author the proof of the connection's key decides. */
export function isOwnedBy(card: Card, { actor, proofOf }: Pick<Context, 'actor' | 'proofOf'>): boolean {
	if (actor.role !== 'participant') return false;
	if (card.author.kind === 'participation') return card.author.participationId === actor.participationId;
	return card.author.kind === 'unknown' && proofOf(card.draftId) === card.author.proof;
}

function authorFor(state: Worksession, { actor, commandId, proofOf }: Context): Author | null {
	if (actor.role !== 'participant') return null;
	if (state.authorVisibility !== 'fully-anonymous')
		return { kind: 'participation', participationId: actor.participationId };
	const proof = proofOf(commandId);
	return proof === null ? null : { kind: 'unknown', proof };
}

/** From where a card comes; nothing where its author is unknown. */
function originOf(state: Worksession, author: Author): Pick<Card, 'municipalities' | 'organisation'> {
	const person =
		author.kind === 'participation' ? own(state.participations, author.participationId) : undefined;
	return { municipalities: person?.municipalities ?? [], organisation: person?.organisation ?? '' };
}

/**
 * The table a new card belongs to: that of its writer, in a round at tables. Also when cards are anonymous: the table is what the
 * board is made of, and the join page says so.
 */
function tableFor(state: Worksession, round: Round, { actor }: Pick<Context, 'actor'>): string | null {
	if (actor.role !== 'participant' || !round.settings.isAtTables) return null;
	return own(state.participations, actor.participationId)?.tableId ?? null;
}

function putInFault(
	state: Worksession,
	round: Round,
	cards: CommandOf<'PutInCards'>['cards']
): Rejection | null {
	if (cards.length === 0) return 'text-empty';
	const isTooMany = cards.length > ITEMS_PER_COMMAND_MAX;
	if (isTooMany || round.cardCount + cards.length > CARDS_PER_ROUND_MAX) return 'round-full';
	const codes = cards.flatMap(({ municipalities }) => municipalities);
	if (!codes.every((code) => isKnownMunicipality(code, state))) return 'unknown-municipality';
	if (cards.some(({ municipalities }) => municipalities.length > MUNICIPALITIES_PER_PERSON_MAX))
		return 'municipalities-too-many';
	return cards.map(({ text }) => textFault(text)).find((fault) => fault !== null) ?? null;
}

function postFault(round: Round, now: number): Rejection | null {
	if (round.cardCount >= CARDS_PER_ROUND_MAX) return 'round-full';
	const isTooLate = round.closedAt !== null && now - round.closedAt > LATE_CARD_GRACE_MS;
	return isTooLate ? 'round-too-late' : null;
}

function textFault(text: string): Rejection | null {
	if (text.trim() === '') return 'text-empty';
	return lengthOf(text) > CARD_TEXT_LENGTH_MAX ? 'text-too-long' : null;
}

function stepFault(
	state: Worksession,
	round: Round,
	stepId: string | null,
	context: Context
): Rejection | null {
	return stepFaultOf(state, tableFor(state, round, context), stepId);
}

/** A card lies at a step of its own table, or of the process that the whole room shares. */
function stepFaultOf(state: Worksession, tableId: string | null, stepId: string | null): Rejection | null {
	if (stepId === null) return null;
	const step = state.steps.find((known) => known.id === stepId);
	return step && (step.tableId === null || step.tableId === tableId) ? null : 'unknown-step';
}
