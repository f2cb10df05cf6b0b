import type { CommandOf } from '../commands.ts';
import { isVisibleItem } from '../board/items.ts';
import { cardOf } from '../card/card-table.ts';
import { own, without } from '../keyed.ts';
import { MESSAGE_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import type { Rejection } from '../rejections.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Participation } from './participation.ts';
import type { Worksession } from '../worksession.ts';
import type { ItemRef } from '../board/item.ts';

/** Who asks for attention, and to what the facilitator draws it: hands, ready signs, spotlight, a short message, a pause for all input. */

/** What everyone looks at: one card or cluster of one round. */
export interface Spotlight {
	readonly roundId: string;
	readonly item: ItemRef;
}

/** A short word of the facilitator to everyone. */
export interface Message {
	readonly id: string;
	readonly text: string;
	readonly at: number;
}

type AttentionCommand =
	'RaiseHand' | 'LowerHand' | 'SetReady' | 'SetSpotlight' | 'SendMessage' | 'ClearMessage' | 'SetFrozen';
type AttentionEvent =
	'HandRaised' | 'HandLowered' | 'ReadySet' | 'SpotlightSet' | 'MessageSent' | 'MessageCleared' | 'FrozenSet';

export const attentionDeciders: Deciders<AttentionCommand> = {
	RaiseHand(state, _command, { actor, now }) {
		if (actor.role !== 'participant') return reject('not-allowed');
		const { participationId } = actor;
		const isUp = own(state.participations, participationId)?.handRaisedAt !== null;
		return accept(isUp ? [] : [{ type: 'HandRaised', participationId, at: now }]);
	},

	/** A participant lowers their own hand; the facilitator lowers whose turn it was. */
	LowerHand(state, { participationId }, { actor }) {
		const isOwn = actor.role !== 'participant' || actor.participationId === participationId;
		if (!isOwn) return reject('not-allowed');
		const participation = own(state.participations, participationId);
		if (!participation) return reject('unknown-person');
		return accept(participation.handRaisedAt === null ? [] : [{ type: 'HandLowered', participationId }]);
	},

	SetReady(state, { roundId, isReady }, { actor }) {
		const round = own(state.rounds, roundId);
		if (!round || actor.role !== 'participant') return reject('unknown-round');
		const { participationId } = actor;
		const wasReady = own(round.ready, participationId) === true;
		return accept(wasReady === isReady ? [] : [{ type: 'ReadySet', roundId, participationId, isReady }]);
	},

	SetSpotlight(state, { spotlight }) {
		const fault = spotlightFault(state, spotlight);
		if (fault) return reject(fault);
		const isSame = JSON.stringify(spotlight) === JSON.stringify(state.spotlight);
		return accept(isSame ? [] : [{ type: 'SpotlightSet', spotlight }]);
	},

	SendMessage(_state, { text }, { newId, now }) {
		if (text.trim() === '') return reject('text-empty');
		if (lengthOf(text) > MESSAGE_LENGTH_MAX) return reject('text-too-long');
		return accept([{ type: 'MessageSent', messageId: newId(), text, at: now }]);
	},

	ClearMessage: (state) => accept(state.message ? [{ type: 'MessageCleared' }] : []),

	SetFrozen: (state, { isFrozen }) =>
		accept(state.isFrozen === isFrozen ? [] : [{ type: 'FrozenSet', isFrozen }])
};

export const attentionEvolvers: Evolvers<AttentionEvent> = {
	HandRaised: (state, { participationId, at }) => withHand(state, participationId, at),
	HandLowered: (state, { participationId }) => withHand(state, participationId, null),
	ReadySet(state, { roundId, participationId, isReady }) {
		const round = roundOf(state, roundId);
		const rest = without(round.ready, participationId);
		return withRound(state, { ...round, ready: isReady ? { ...rest, [participationId]: true } : rest });
	},
	SpotlightSet: (state, { spotlight }) => ({ ...state, spotlight }),
	MessageSent: (state, { messageId, text, at }) => ({ ...state, message: { id: messageId, text, at } }),
	MessageCleared: (state) => ({ ...state, message: null }),
	FrozenSet: (state, { isFrozen }) => ({ ...state, isFrozen })
};

function withHand(state: Worksession, participationId: string, handRaisedAt: number | null): Worksession {
	const participation = own(state.participations, participationId);
	assert(participation !== undefined, 'whoever raises a hand has joined');
	const changed: Participation = { ...participation, handRaisedAt };
	return { ...state, participations: { ...state.participations, [participationId]: changed } };
}

function spotlightFault(
	state: Worksession,
	spotlight: CommandOf<'SetSpotlight'>['spotlight']
): Rejection | null {
	if (!spotlight) return null;
	const round = own(state.rounds, spotlight.roundId);
	if (!round) return 'unknown-round';
	if (!isVisibleItem(round, spotlight.item)) return 'unknown-item';
	const card = spotlight.item.kind === 'card' ? cardOf(round.cards, spotlight.item.id) : undefined;
	return card?.isHidden ? 'card-hidden' : null;
}
