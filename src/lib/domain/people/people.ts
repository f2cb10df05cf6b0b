import { mergedBallots, pursesOf } from '../choose/ballots.ts';
import { allCards, withCardsChanged } from '../card/card-table.ts';
import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { isCounted, withoutCards } from '../card/cards.ts';
import { mapChanged, own, without } from '../keyed.ts';
import { PARTICIPATIONS_MAX } from '../limits.ts';
import { accept, assert, reject } from '../outcome.ts';
import { handedOver } from './owners.ts';
import { leaveRatings, mergedRatings } from '../choose/ratings.ts';
import { maySit } from './tables.ts';
import { tellsAuthors } from '../visibility/card-view.ts';
import { mergedRoti } from '../day/wrap-up.ts';
import type { Card } from '../card/card.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Participation } from './participation.ts';
import type { Worksession } from '../worksession.ts';

/** Who is in the room, as the facilitator keeps it: the lobby locked, a disturber sent away and let in again, a doubled person made one. */

type AdmissionCommand = 'SetLobbyLocked' | 'RemovePerson' | 'ReadmitPerson' | 'MergePeople';
type AdmissionEvent = 'LobbyLockSet' | 'PersonRemoved' | 'PersonReadmitted' | 'PeopleMerged';

export const peopleDeciders: Deciders<AdmissionCommand> = {
	SetLobbyLocked: (state, { isLocked }) =>
		accept(state.isLobbyLocked === isLocked ? [] : [{ type: 'LobbyLockSet', isLocked }]),

	/** Of anonymous cards nobody may learn whose they were, so they stay when their writer goes; so do those without origin. */
	RemovePerson(state, { participationId, withCards }) {
		if (!own(state.participations, participationId)) return reject('unknown-person');
		if (withCards && !tellsAuthors(state.authorVisibility)) return reject('cards-anonymous');
		return accept([{ type: 'PersonRemoved', participationId, withCards }]);
	},

	ReadmitPerson(state, { participationId }) {
		if (!own(state.removed, participationId)) return reject('unknown-person');
		if (Object.keys(state.participations).length >= PARTICIPATIONS_MAX) return reject('room-full');
		return accept([{ type: 'PersonReadmitted', participationId }]);
	},

	MergePeople(state, { fromId, intoId }) {
		if (!own(state.participations, fromId) || !own(state.participations, intoId))
			return reject('unknown-person');
		if (fromId === intoId) return reject('same-person');
		return accept([{ type: 'PeopleMerged', fromId, intoId }]);
	}
};

export const peopleEvolvers: Evolvers<AdmissionEvent> = {
	LobbyLockSet: (state, { isLocked }) => ({ ...state, isLobbyLocked: isLocked }),

	PersonRemoved(state, { participationId, withCards }) {
		const gone = personOf(state, participationId);
		const removed = { ...state.removed, [gone.id]: { ...gone, handRaisedAt: null, tableId: null } };
		const cardless = withCards ? withoutCardsOf(state, gone.id) : state;
		return { ...leave(cardless, gone.id), removed };
	},

	PersonReadmitted(state, { participationId }) {
		const back = own(state.removed, participationId);
		assert(back !== undefined, 'whoever is let in again was sent away');
		return {
			...state,
			removed: without(state.removed, back.id),
			participations: { ...state.participations, [back.id]: back }
		};
	},

	/**
	 * Cards and dots go along; dots that both gave in one round stay those of the person who remains, so that no budget counts double.
	 * So do the seat and the table that was led, unless the person who remains sits elsewhere already or observes.
	 */
	PeopleMerged(state, { fromId, intoId }) {
		const [from, into] = [personOf(state, fromId), personOf(state, intoId)];
		const merged: Participation = {
			...into,
			functionName: functionOf(into, from),
			greeting: into.greeting ?? from.greeting,
			handRaisedAt: into.handRaisedAt ?? from.handRaisedAt,
			tableId: maySit(into) ? (into.tableId ?? from.tableId) : null,
			isWithoutDevice: into.isWithoutDevice && from.isWithoutDevice,
			formerIds: [...into.formerIds, ...from.formerIds, fromId]
		};
		const handed = {
			...state,
			rounds: mapChanged(state.rounds, (round) => mergedRound(round, fromId, into)),
			actions: handedOver(state.actions, fromId, intoId),
			parked: handedOver(state.parked, fromId, intoId),
			ratings: mergedRatings(state.ratings, fromId, into),
			roti: mergedRoti(state.roti, fromId, intoId),
			tables: state.tables.map((table) =>
				table.hostId === fromId && table.id === merged.tableId ? { ...table, hostId: intoId } : table
			)
		};
		const left = leave(handed, fromId);
		return { ...left, participations: { ...left.participations, [intoId]: merged } };
	}
};

/** What the one who remains says of their work, else what the other says. */
function functionOf(into: Participation, from: Participation): string {
	const said = [into.functionName, from.functionName];
	return (
		said.find((text) => text !== '' && text !== REDACTED_TEXT) ?? (into.functionName || from.functionName)
	);
}

function personOf(state: Worksession, participationId: string): Participation {
	const person = own(state.participations, participationId);
	assert(person !== undefined, 'whoever goes had joined');
	return person;
}

/** Takes a person out of the room, with the dots that still count nowhere, their ready signs and the table they led. */
function leave(state: Worksession, participationId: string): Worksession {
	return {
		...state,
		roti: without(state.roti, participationId),
		rounds: mapChanged(state.rounds, (round) => leaveRound(round, participationId)),
		ratings: leaveRatings(state.ratings, participationId),
		participations: without(state.participations, participationId),
		tables: state.tables.map((table) =>
			table.hostId === participationId ? { ...table, hostId: null } : table
		)
	};
}

/** The room has seen the totals of a closed round: they stay, and their difference would tell who gave what. */
function leaveRound(round: Round, participationId: string): Round {
	const isIn = own(round.ballots, participationId) ?? own(round.ready, participationId);
	if (!isIn) return round;
	return {
		...round,
		ballots: round.stage === 'closed' ? round.ballots : without(round.ballots, participationId),
		ready: without(round.ready, participationId)
	};
}

function withoutCardsOf(state: Worksession, participationId: string): Worksession {
	return Object.values(state.rounds).reduce((left, round) => {
		const ids = cardsOf(round, participationId)
			.filter(isCounted)
			.map((card) => card.id);
		return ids.length === 0 ? left : withoutCards(left, round.id, ids);
	}, state);
}

function cardsOf(round: Round, participationId: string): readonly Card[] {
	return allCards(round.cards).filter(
		({ author }) => author.kind === 'participation' && author.participationId === participationId
	);
}

function mergedRound(round: Round, fromId: string, into: Participation): Round {
	const intoId = into.id;
	const cards = cardsOf(round, fromId);
	const ids = cards.map((card) => card.id);
	const votes = [round.ballots, ...round.earlierVotes.map(({ ballots }) => ballots)];
	const isIn = votes.some((ballots) => own(ballots, fromId)) || own(round.ready, fromId);
	if (ids.length === 0 && !isIn) return round;
	const author = { kind: 'participation', participationId: intoId } as const;
	return {
		...round,
		cards: withCardsChanged(round.cards, ids, (card) => ({ ...card, author })),
		cardCounts: {
			...without(round.cardCounts, fromId),
			[intoId]: (own(round.cardCounts, intoId) ?? 0) + cards.filter(isCounted).length
		},
		ballots: mergedBallots(round.ballots, fromId, intoId, pursesOf(round.settings, into)),
		earlierVotes: round.earlierVotes.map((vote) => ({
			...vote,
			ballots: mergedBallots(vote.ballots, fromId, intoId, pursesOf(vote.rules, into))
		})),
		ready: own(round.ready, fromId) ? { ...without(round.ready, fromId), [intoId]: true } : round.ready
	};
}
