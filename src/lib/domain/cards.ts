import { isOpenForAll } from './agenda.ts';
import type { Context } from './commands.ts';
import { CARDS_PER_ROUND_MAX, CARD_TEXT_LENGTH_MAX, LATE_CARD_GRACE_MS, lengthOf } from './limits.ts';
import { withoutItems } from './items.ts';
import { allCards, cardOf, withCard, withoutCard } from './card-table.ts';
import { own } from './keyed.ts';
import { accept, assert, reject } from './outcome.ts';
import type { Rejection } from './rejections.ts';
import { roundOf, withRound } from './rounds.ts';
import type { Author, Card, Deciders, Evolvers, Round, Worksession } from './worksession.ts';

/** One contribution: posted, edited and withdrawn by its writer. */

type CardCommand = 'PostCard' | 'EditCard' | 'WithdrawCard';
type CardEvent = 'CardPosted' | 'CardEdited' | 'CardWithdrawn';

export const cardDeciders: Deciders<CardCommand> = {
	PostCard(state, { roundId, text, stepId }, context) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const fault = postFault(state, round, context.now) ?? textFault(text) ?? stepFault(state, stepId);
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
				municipalities: municipalitiesOf(state, author),
				isShared,
				isLate: isShared && round.stage !== 'sharing',
				at: context.now
			}
		]);
	},

	EditCard(state, { roundId, cardId, text, stepId }, context) {
		const card = ownCard(state, roundId, cardId, context);
		if (!card) return reject('unknown-card');
		const fault = textFault(text) ?? stepFault(state, stepId);
		if (fault) return reject(fault);
		if (card.text === text && card.stepId === stepId) return accept([]);
		return accept([{ type: 'CardEdited', roundId, cardId, text, stepId, at: context.now }]);
	},

	WithdrawCard(state, { roundId, cardId }, context) {
		if (!ownCard(state, roundId, cardId, context)) return reject('unknown-card');
		return accept([{ type: 'CardWithdrawn', roundId, cardId, at: context.now }]);
	}
};

export const cardEvolvers: Evolvers<CardEvent> = {
	CardPosted(state, { type: _, roundId, cardId, ...posted }) {
		const round = roundOf(state, roundId);
		assert(!cardOf(round.cards, cardId), 'a card id is issued once');
		const card: Card = { id: cardId, ...posted, editedAt: null, clusterId: null };
		return withRound(state, {
			...round,
			cards: withCard(round.cards, card),
			cardCount: round.cardCount + 1,
			cardCounts: counted(round.cardCounts, card.author, 1)
		});
	},
	CardEdited(state, { roundId, cardId, text, stepId, at }) {
		const round = roundOf(state, roundId);
		const card = cardOf(round.cards, cardId);
		assert(card !== undefined, 'an edited card exists');
		const edited = { ...card, text, stepId, editedAt: at };
		return withRound(state, { ...round, cards: withCard(round.cards, edited) });
	},
	CardWithdrawn(state, { roundId, cardId }) {
		const round = roundOf(state, roundId);
		const card = cardOf(round.cards, cardId);
		assert(card !== undefined, 'a withdrawn card exists');
		const cards = withoutCard(round.cards, cardId);
		const isLast =
			card.clusterId !== null && !allCards(cards).some((other) => other.clusterId === card.clusterId);
		const gone = [{ kind: 'card', id: cardId } as const];
		const emptied = isLast && card.clusterId ? [{ kind: 'cluster', id: card.clusterId } as const] : [];
		const shrunk = withRound(state, {
			...round,
			cards,
			cardCount: round.cardCount - 1,
			cardCounts: counted(round.cardCounts, card.author, -1)
		});
		return withoutItems(shrunk, roundId, [...gone, ...emptied]);
	}
};

/** One card more or less of a person. Of unknown authors nothing is counted. */
function counted(counts: Round['cardCounts'], author: Author, change: 1 | -1): Round['cardCounts'] {
	if (author.kind === 'unknown') return counts;
	return { ...counts, [author.participationId]: (own(counts, author.participationId) ?? 0) + change };
}

/** The card if it is the actor's own. Someone else's card is as good as unknown: whether it exists is not theirs to learn. */
function ownCard(state: Worksession, roundId: string, cardId: string, context: Context): Card | null {
	const round = own(state.rounds, roundId);
	const card = round && cardOf(round.cards, cardId);
	return card && isOwnedBy(card, context) ? card : null;
}

/** Whether the actor wrote the card; for an unknown author the proof of the connection's key decides. */
export function isOwnedBy(card: Card, { actor, proofOf }: Pick<Context, 'actor' | 'proofOf'>): boolean {
	if (actor.role !== 'participant') return false;
	if (card.author.kind === 'participation') return card.author.participationId === actor.participationId;
	return proofOf(card.draftId) === card.author.proof;
}

function authorFor(state: Worksession, { actor, commandId, proofOf }: Context): Author | null {
	if (actor.role !== 'participant') return null;
	if (state.authorVisibility !== 'fully-anonymous')
		return { kind: 'participation', participationId: actor.participationId };
	const proof = proofOf(commandId);
	return proof === null ? null : { kind: 'unknown', proof };
}

function municipalitiesOf(state: Worksession, author: Author): readonly string[] {
	if (author.kind === 'unknown') return [];
	return own(state.participations, author.participationId)?.municipalities ?? [];
}

function postFault(state: Worksession, round: Round, now: number): Rejection | null {
	if (round.cardCount >= CARDS_PER_ROUND_MAX) return 'round-full';
	const isTooLate = round.closedAt !== null && now - round.closedAt > LATE_CARD_GRACE_MS;
	return isTooLate ? 'round-too-late' : null;
}

function textFault(text: string): Rejection | null {
	if (text.trim() === '') return 'text-empty';
	return lengthOf(text) > CARD_TEXT_LENGTH_MAX ? 'text-too-long' : null;
}

function stepFault(state: Worksession, stepId: string | null): Rejection | null {
	const isKnown = stepId === null || state.steps.some((step) => step.id === stepId);
	return isKnown ? null : 'unknown-step';
}
