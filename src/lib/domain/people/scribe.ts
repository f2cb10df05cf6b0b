import { cardDeciders } from '../card/cards.ts';
import type { Context } from '../commands.ts';
import { own } from '../keyed.ts';
import { NAME_LENGTH_MAX, lengthOf } from '../limits.ts';
import { accept, assert, type Outcome, reject } from '../outcome.ts';
import { entryFault } from './participants.ts';
import { interestDeciders } from '../choose/interests.ts';
import { ratingDeciders } from '../choose/ratings.ts';
import type { Rejection } from '../rejections.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Participation } from './participation.ts';
import type { Worksession } from '../worksession.ts';
import { writtenFor } from '../visibility/written-for.ts';
import { voteDeciders } from '../choose/votes.ts';
import { wrapUpDeciders } from '../day/wrap-up.ts';

/**
 * The facilitator as scribe of somebody without a device: writes cards for them, looks back at those with them and gives their
 * dots and their mark for the day, by the rules that hold for everybody. Whoever has a device writes for themselves. The name stands beside the log, as for who joins.
 */

type ScribeCommand =
	| 'AddPerson'
	| 'PostCardFor'
	| 'EditCardFor'
	| 'WithdrawCardFor'
	| 'PlaceDotFor'
	| 'TakeDotFor'
	| 'GiveRatingFor'
	| 'SayInterestFor'
	| 'ReadBackFor'
	| 'GiveRotiFor';

export const scribeDeciders: Deciders<ScribeCommand> = {
	AddPerson(state, { name, role, organisation, municipalities, functionName }, { now, newId }) {
		if (role === 'observer') return reject('not-allowed');
		const facts = { role, organisation: organisation.trim(), municipalities, functionName };
		const fault = nameFault(name) ?? entryFault(state, facts);
		if (fault) return reject(fault);
		return accept([{ type: 'PersonAdded', participationId: newId(), ...facts, at: now }]);
	},

	/** In a fully anonymous worksession nobody knows the author, and nobody holds a key to change the card. */
	PostCardFor(state, { participationId, roundId, text, stepId, isWithoutOrigin }, context) {
		const asThem = inTheirName(state, participationId, context);
		if (!asThem.ok) return asThem;
		const post = { type: 'PostCard', roundId, text, stepId, isWithoutOrigin } as const;
		const outcome = cardDeciders.PostCard(state, post, asThem.value);
		if (!outcome.ok) return outcome;
		const isWrittenFor = state.authorVisibility !== 'fully-anonymous';
		return accept(
			outcome.value.map((event) => (event.type === 'CardPosted' ? { ...event, isWrittenFor } : event))
		);
	},

	EditCardFor(state, { participationId, roundId, cardId, text, stepId }, context) {
		const asThem = asWriter(state, participationId, cardId, context);
		return asThem.ok
			? cardDeciders.EditCard(state, { type: 'EditCard', roundId, cardId, text, stepId }, asThem.value)
			: asThem;
	},

	WithdrawCardFor(state, { participationId, roundId, cardId }, context) {
		const asThem = asWriter(state, participationId, cardId, context);
		return asThem.ok
			? cardDeciders.WithdrawCard(state, { type: 'WithdrawCard', roundId, cardId }, asThem.value)
			: asThem;
	},

	PlaceDotFor(state, { participationId, roundId, item }, context) {
		const asThem = inTheirName(state, participationId, context);
		return asThem.ok
			? voteDeciders.PlaceDot(state, { type: 'PlaceDot', roundId, item }, asThem.value)
			: asThem;
	},

	TakeDotFor(state, { participationId, roundId, item }, context) {
		const asThem = inTheirName(state, participationId, context);
		return asThem.ok ? voteDeciders.TakeDot(state, { type: 'TakeDot', roundId, item }, asThem.value) : asThem;
	},

	GiveRatingFor(state, { participationId, ...given }, context) {
		const asThem = inTheirName(state, participationId, context);
		return asThem.ok
			? ratingDeciders.GiveRating(state, { ...given, type: 'GiveRating' }, asThem.value)
			: asThem;
	},

	SayInterestFor(state, { participationId, ideaId, interest }, context) {
		const asThem = inTheirName(state, participationId, context);
		const said = { type: 'SayInterest', ideaId, interest } as const;
		return asThem.ok ? interestDeciders.SayInterest(state, said, asThem.value) : asThem;
	},

	ReadBackFor(state, { participationId, roundId, cardId, answer }, context) {
		const asThem = asWriter(state, participationId, cardId, context);
		if (!asThem.ok) return asThem;
		const said = { type: 'ReadBack', roundId, cardId, answer } as const;
		const outcome = wrapUpDeciders.ReadBack(state, said, asThem.value);
		if (!outcome.ok) return outcome;
		return accept(
			outcome.value.map((event) => (event.type === 'CardReadBack' ? { ...event, isSaidFor: true } : event))
		);
	},

	GiveRotiFor(state, { participationId, answer }, context) {
		const asThem = inTheirName(state, participationId, context);
		return asThem.ok ? wrapUpDeciders.GiveRoti(state, { type: 'GiveRoti', answer }, asThem.value) : asThem;
	}
};

export const scribeEvolvers: Evolvers<'PersonAdded'> = {
	PersonAdded(state, { type: _, participationId, at, ...facts }) {
		assert(!own(state.participations, participationId), 'a person is added once');
		const person: Participation = {
			id: participationId,
			...facts,
			noticeVersion: '',
			isWithoutDevice: true,
			joinedAt: at,
			greeting: null,
			handRaisedAt: null,
			tableId: null,
			formerIds: []
		};
		return { ...state, participations: { ...state.participations, [participationId]: person } };
	}
};

/** A proof that no key ever gives. */
const NO_PROOF = '';

/** The same moment as if they asked it themselves. */
function inTheirName(state: Worksession, participationId: string, context: Context): Outcome<Context> {
	const person = own(state.participations, participationId);
	if (!person) return reject('unknown-person');
	if (!person.isWithoutDevice) return reject('has-device');
	return accept({
		...context,
		actor: { role: 'participant', participationId },
		proofOf: () => NO_PROOF
	});
}

/** As them, for a card of theirs that may be told to be: where it may not, nobody can be asked to find it. */
function asWriter(
	state: Worksession,
	participationId: string,
	cardId: string,
	context: Context
): Outcome<Context> {
	const asThem = inTheirName(state, participationId, context);
	if (!asThem.ok) return asThem;
	return own(writtenFor(state), cardId) ? asThem : reject('unknown-card');
}

function nameFault(name: string): Rejection | null {
	if (name.trim() === '') return 'name-empty';
	return lengthOf(name.trim()) > NAME_LENGTH_MAX ? 'name-too-long' : null;
}
