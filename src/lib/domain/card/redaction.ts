import { cardOf, withCard } from './card-table.ts';
import { isOwnedBy } from './cards.ts';
import type { Card, Redaction } from './card.ts';
import type { Context } from '../commands.ts';
import { own } from '../keyed.ts';
import { REDACTION_REASON_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import { REDACTED_TEXT } from './redacted-text.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import { withoutAnswers } from '../record/validation.ts';
import { TEXT_HOLDERS, textKey, withoutUntold } from './text-holders.ts';
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
		const by = isWriter ? 'writer' : 'facilitator';
		const redaction = card.redaction
			? withOtherReason(card.redaction, by, reason)
			: redactionBy(by, reason, context);
		return accept(redaction ? [{ type: 'CardRedacted', roundId, cardId, redaction }] : []);
	},

	/** New words may be written on it, and taken away again. */
	RedactText(state, { target, reason }, context) {
		const texts = TEXT_HOLDERS[target.kind].texts(state, target.id);
		if (!texts) return reject('unknown-text');
		const fault = reasonFault(reason);
		if (fault) return reject(fault);
		const isTaken = texts.every((text) => text === '' || text === REDACTED_TEXT);
		const before = own(state.redactions, textKey(target));
		if (isTaken && !before) return accept([]);
		const redaction =
			isTaken && before
				? withOtherReason(before, 'facilitator', reason)
				: redactionBy('facilitator', reason, context);
		return accept(redaction ? [{ type: 'TextRedacted', target, redaction }] : []);
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
		return { ...TEXT_HOLDERS[target.kind].without(state, target.id), redactions };
	},
	GoneRedacted: withoutUntold
};

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

/** A reason may itself say what has to go: another one takes its place. Null where that is not asked, or not theirs to ask. */
function withOtherReason(before: Redaction, by: Redaction['by'], reason: string): Redaction | null {
	const isTheirs = by === 'facilitator' || before.by === by;
	return isTheirs && before.reason !== reason.trim() ? { ...before, reason: reason.trim() } : null;
}

function redactionBy(by: Redaction['by'], reason: string, { now }: Context): Redaction {
	return { by, reason: reason.trim(), at: now };
}
