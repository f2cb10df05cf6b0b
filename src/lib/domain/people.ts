import { allCards, withCardsChanged } from './card-table.ts';
import { withoutCards } from './cards.ts';
import { own, without } from './keyed.ts';
import { accept, assert, reject } from './outcome.ts';
import { tellsAuthors } from './visibility.ts';
import type { Card, Deciders, Evolvers, Participation, Round, Worksession } from './worksession.ts';

/** Who is in the room, as the facilitator keeps it: the lobby locked, a disturber sent away and let in again, a doubled person made one. */

type PeopleCommand = 'SetLobbyLocked' | 'RemovePerson' | 'ReadmitPerson' | 'MergePeople';
type PeopleEvent = 'LobbyLockSet' | 'PersonRemoved' | 'PersonReadmitted' | 'PeopleMerged';

export const peopleDeciders: Deciders<PeopleCommand> = {
	SetLobbyLocked: (state, { isLocked }) =>
		accept(state.isLobbyLocked === isLocked ? [] : [{ type: 'LobbyLockSet', isLocked }]),

	/** Of anonymous cards nobody may learn whose they were, so they stay when their writer goes. */
	RemovePerson(state, { participationId, withCards }) {
		if (!own(state.participations, participationId)) return reject('unknown-person');
		if (withCards && !tellsAuthors(state.authorVisibility)) return reject('cards-anonymous');
		return accept([{ type: 'PersonRemoved', participationId, withCards }]);
	},

	ReadmitPerson(state, { participationId }) {
		if (!own(state.removed, participationId)) return reject('unknown-person');
		return accept([{ type: 'PersonReadmitted', participationId }]);
	},

	MergePeople(state, { fromId, intoId }) {
		if (!own(state.participations, fromId) || !own(state.participations, intoId))
			return reject('unknown-person');
		if (fromId === intoId) return reject('same-person');
		return accept([{ type: 'PeopleMerged', fromId, intoId }]);
	}
};

export const peopleEvolvers: Evolvers<PeopleEvent> = {
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

	/** Cards and dots go along; dots that both gave in one round stay those of the person who remains, so that no budget counts double. */
	PeopleMerged(state, { fromId, intoId }) {
		const [from, into] = [personOf(state, fromId), personOf(state, intoId)];
		const merged: Participation = {
			...into,
			greeting: into.greeting ?? from.greeting,
			handRaisedAt: into.handRaisedAt ?? from.handRaisedAt,
			tableId: into.tableId ?? from.tableId
		};
		const rounds = Object.values(state.rounds).map((round) => [round.id, mergedRound(round, fromId, intoId)]);
		const handed = { ...state, rounds: Object.fromEntries(rounds) as Worksession['rounds'] };
		const left = leave(handed, fromId);
		return { ...left, participations: { ...left.participations, [intoId]: merged } };
	}
};

function personOf(state: Worksession, participationId: string): Participation {
	const person = own(state.participations, participationId);
	assert(person !== undefined, 'whoever goes had joined');
	return person;
}

/** Takes a person out of the room, with their dots, their ready signs and the table they led. */
function leave(state: Worksession, participationId: string): Worksession {
	const rounds = Object.values(state.rounds).map((round) => [round.id, leaveRound(round, participationId)]);
	return {
		...state,
		rounds: Object.fromEntries(rounds) as Worksession['rounds'],
		participations: without(state.participations, participationId),
		tables: state.tables.map((table) =>
			table.hostId === participationId ? { ...table, hostId: null } : table
		)
	};
}

function leaveRound(round: Round, participationId: string): Round {
	const isIn = own(round.ballots, participationId) ?? own(round.ready, participationId);
	if (!isIn) return round;
	return {
		...round,
		ballots: without(round.ballots, participationId),
		ready: without(round.ready, participationId)
	};
}

function withoutCardsOf(state: Worksession, participationId: string): Worksession {
	return Object.values(state.rounds).reduce((left, round) => {
		const ids = cardsOf(round, participationId).map((card) => card.id);
		return ids.length === 0 ? left : withoutCards(left, round.id, ids);
	}, state);
}

function cardsOf(round: Round, participationId: string): readonly Card[] {
	return allCards(round.cards).filter(
		({ author }) => author.kind === 'participation' && author.participationId === participationId
	);
}

function mergedRound(round: Round, fromId: string, intoId: string): Round {
	const ids = cardsOf(round, fromId).map((card) => card.id);
	const ballot = own(round.ballots, fromId);
	if (ids.length === 0 && !ballot) return round;
	const author = { kind: 'participation', participationId: intoId } as const;
	const isFirst = ballot && !own(round.ballots, intoId);
	return {
		...round,
		cards: withCardsChanged(round.cards, ids, (card) => ({ ...card, author })),
		cardCounts: {
			...without(round.cardCounts, fromId),
			[intoId]: (own(round.cardCounts, intoId) ?? 0) + ids.length
		},
		ballots: isFirst ? { ...round.ballots, [intoId]: ballot } : round.ballots
	};
}
