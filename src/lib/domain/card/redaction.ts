import { allCards, cardOf, withCard } from './card-table.ts';
import { isOwnedBy } from './cards.ts';
import type { Card, Redaction, TextRef } from './card.ts';
import type { Context } from '../commands.ts';
import { own } from '../keyed.ts';
import { REDACTION_REASON_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import {
	REDACTED_TEXT,
	takenAction,
	takenDecision,
	takenDetails,
	takenIdea,
	textsOfAction,
	textsOfDecision,
	textsOfIdea,
	textsOfStep
} from './redacted-text.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import { withoutAnswers } from '../record/validation.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/**
 * Text is taken away for good: that of a card, of what was made on the board or taken down of the day, or of all that is no more. It
 * goes from every earlier version in the log too, and from the titles that were made out of it. That it was taken away, when, by whom
 * and why stays.
 *
 * The event says it; whoever keeps the log rewrites it in the same transaction with `redacted-log.ts`. A log that was rewritten gives the
 * state without the text, because no rule depends on what a text says.
 */

type RedactionCommand = 'RedactCard' | 'RedactText' | 'RedactGone';
type RedactionEvent = 'CardRedacted' | 'TextRedacted' | 'GoneRedacted';

export const redactionDeciders: Deciders<RedactionCommand> = {
	RedactCard(state, { roundId, cardId, reason }, context) {
		const card = redactable(state, roundId, cardId, context);
		if (!card) return reject('unknown-card');
		const isWriter = isOwnedBy(card, context);
		const fault = isWriter && reason.trim() === '' ? null : reasonFault(reason);
		if (fault) return reject(fault);
		if (card.redaction !== null) return accept([]);
		const redaction = redactionBy(isWriter ? 'writer' : 'facilitator', reason, context);
		return accept([{ type: 'CardRedacted', roundId, cardId, redaction }]);
	},

	/** New words may be written on it, and taken away again. */
	RedactText(state, { target, reason }, context) {
		const texts = textsOf(state, target);
		if (!texts) return reject('unknown-text');
		const fault = reasonFault(reason);
		if (fault) return reject(fault);
		if (texts.every((text) => text === '' || text === REDACTED_TEXT)) return accept([]);
		const redaction = redactionBy('facilitator', reason, context);
		return accept([{ type: 'TextRedacted', target, redaction }]);
	},

	/** The state keeps no list of what is no more, so it may be that nothing goes. */
	RedactGone(_, { reason }, context) {
		const fault = reasonFault(reason);
		if (fault) return reject(fault);
		const redaction = redactionBy('facilitator', reason, context);
		return accept([{ type: 'GoneRedacted', redaction }]);
	}
};

export const redactionEvolvers: Evolvers<RedactionEvent> = {
	CardRedacted(state, { roundId, cardId, redaction }) {
		const round = roundOf(state, roundId);
		const card = cardOf(round.cards, cardId);
		assert(card !== undefined, 'a redacted card exists');
		const redacted = { ...card, text: REDACTED_TEXT, redaction, readBack: null };
		return withRound(withoutAnswers(state, cardId), {
			...round,
			cards: withCard(round.cards, redacted)
		});
	},
	TextRedacted(state, { target, redaction }) {
		const redactions = { ...state.redactions, [textKey(target)]: redaction };
		return { ...withoutText(state, target), redactions };
	},
	GoneRedacted: (state) => state
};

/** Under what a redaction is known: `idea:…`, `cluster:…`. */
export function textKey({ kind, id }: TextRef): string {
	return `${kind}:${id}`;
}

/** Ids of everything there is that holds words of people. */
export function textIdsOf(state: Worksession): ReadonlySet<string> {
	const rounds = Object.values(state.rounds);
	const pieces = [
		...rounds.flatMap(({ cards }) => allCards(cards)),
		...rounds.flatMap(({ clusters }) => Object.values(clusters)),
		...state.steps,
		...state.ideas,
		...state.decisions,
		...state.actions,
		...state.parked
	];
	return new Set(pieces.map(({ id }) => id));
}

/** One's own card, or for the facilitator what they can see: what the room has seen and what they put in. */
function redactable(state: Worksession, roundId: string, cardId: string, context: Context): Card | null {
	const round = own(state.rounds, roundId);
	const card = round && cardOf(round.cards, cardId);
	if (!card) return null;
	if (context.actor.role === 'participant') return isOwnedBy(card, context) ? card : null;
	return card.isShared || card.author.kind === 'facilitator' ? card : null;
}

function reasonFault(reason: string): Rejection | null {
	if (reason.trim() === '') return 'text-empty';
	return lengthOf(reason.trim()) > REDACTION_REASON_LENGTH_MAX ? 'text-too-long' : null;
}

function redactionBy(by: Redaction['by'], reason: string, { now }: Context): Redaction {
	return { by, reason: reason.trim(), at: now };
}

/** Every text of what is asked for; undefined when it is not there. */
function textsOf(state: Worksession, { kind, id }: TextRef): readonly string[] | undefined {
	switch (kind) {
		case 'cluster': {
			const cluster = own(clusterRound(state, id)?.clusters ?? {}, id);
			return cluster && [cluster.title];
		}
		case 'step':
			return found(state.steps, id, textsOfStep);
		case 'idea':
			return found(state.ideas, id, textsOfIdea);
		case 'decision':
			return found(state.decisions, id, textsOfDecision);
		case 'action':
			return found(state.actions, id, textsOfAction);
		case 'parked':
			return found(state.parked, id, textsOfAction);
	}
}

function found<T extends { readonly id: string }>(
	pieces: readonly T[],
	id: string,
	texts: (piece: T) => readonly string[]
): readonly string[] | undefined {
	const piece = pieces.find((known) => known.id === id);
	return piece && texts(piece);
}

function withoutText(state: Worksession, { kind, id }: TextRef): Worksession {
	const each = <T extends { readonly id: string }>(pieces: readonly T[], take: (piece: T) => T) =>
		pieces.map((piece) => (piece.id === id ? take(piece) : piece));
	switch (kind) {
		case 'cluster':
			return withoutClusterTitle(state, id);
		case 'step': {
			const take = (step: Worksession['steps'][number]) => ({
				...step,
				title: REDACTED_TEXT,
				details: takenDetails(step.details)
			});
			return { ...state, steps: each(state.steps, take) };
		}
		case 'idea':
			return { ...state, ideas: each(state.ideas, takenIdea) };
		case 'decision':
			return { ...state, decisions: each(state.decisions, takenDecision) };
		case 'action':
			return { ...state, actions: each(state.actions, takenAction) };
		case 'parked':
			return { ...state, parked: each(state.parked, takenAction) };
	}
}

function withoutClusterTitle(state: Worksession, id: string): Worksession {
	const round = clusterRound(state, id);
	const cluster = round && own(round.clusters, id);
	assert(round !== undefined && cluster !== undefined, 'a cluster whose title is taken away exists');
	const clusters = { ...round.clusters, [id]: { ...cluster, title: REDACTED_TEXT } };
	return withRound(state, { ...round, clusters });
}

function clusterRound(state: Worksession, id: string): Round | undefined {
	return Object.values(state.rounds).find(({ clusters }) => own(clusters, id) !== undefined);
}
