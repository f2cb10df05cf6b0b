import type { Rejection } from '../rejections.ts';
import {
	FUNCTION_LENGTH_MAX,
	GREETING_LENGTH_MAX,
	MUNICIPALITIES_PER_PERSON_MAX,
	ORGANISATION_LENGTH_MAX,
	PARTICIPATIONS_MAX,
	lengthOf
} from '../limits.ts';
import { isInventedMunicipality, isMunicipalityCodeOn } from '../municipality/municipalities.ts';
import { own, without } from '../keyed.ts';
import { accept, assert, reject } from '../outcome.ts';
import type { CommandOf } from '../commands.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** Joining. Names of people stand beside the log (in the store's people), so that erasing a person rewrites nothing. */

type ParticipantCommand = 'Join' | 'Greet';
type ParticipantEvent = 'ParticipantJoined' | 'Greeted';

export const participantDeciders: Deciders<ParticipantCommand> = {
	Join(state, command, { actor, now }) {
		if (actor.role !== 'participant') return reject('not-allowed');
		const { participationId } = actor;
		if (own(state.participations, participationId)) return reject('already-joined');
		const fault = joinFault(state, command);
		if (fault) return reject(fault);
		const { type: _, ...facts } = command;
		return accept([{ type: 'ParticipantJoined', participationId, ...facts, at: now }]);
	},

	Greet(state, { text }, { actor }) {
		if (actor.role !== 'participant') return reject('not-allowed');
		if (text.trim() === '') return reject('text-empty');
		if (lengthOf(text) > GREETING_LENGTH_MAX) return reject('text-too-long');
		const { participationId } = actor;
		if (own(state.participations, participationId)?.greeting === text) return accept([]);
		return accept([{ type: 'Greeted', participationId, text }]);
	}
};

export const participantEvolvers: Evolvers<ParticipantEvent> = {
	ParticipantJoined(state, { type: _, participationId, at, ...facts }) {
		assert(!own(state.participations, participationId), 'a person joins once');
		const participation = {
			id: participationId,
			...facts,
			joinedAt: at,
			greeting: null,
			handRaisedAt: null,
			tableId: null,
			isWithoutDevice: false,
			formerIds: []
		};
		const participations = { ...state.participations, [participationId]: participation };
		return { ...state, participations, removed: without(state.removed, participationId) };
	},
	Greeted(state, { participationId, text }) {
		const participation = own(state.participations, participationId);
		assert(participation !== undefined, 'whoever greets has joined');
		return {
			...state,
			participations: { ...state.participations, [participationId]: { ...participation, greeting: text } }
		};
	}
};

/**
 * Whether a code is that of a municipality on the day of the worksession. A trial session takes invented municipalities only, so that no
 * real one gets words in its mouth (P6).
 */
export function isKnownMunicipality(
	code: string,
	{ isTrial, facts }: Pick<Worksession, 'isTrial' | 'facts'>
): boolean {
	return isTrial ? isInventedMunicipality(code) : isMunicipalityCodeOn(code, facts.date);
}

function joinFault(state: Worksession, command: CommandOf<'Join'>): Rejection | null {
	return state.isLobbyLocked ? 'lobby-locked' : entryFault(state, command);
}

/** Why somebody who comes in as this may not. */
export function entryFault(
	state: Worksession,
	command: Pick<CommandOf<'Join'>, 'role' | 'organisation' | 'municipalities' | 'functionName'>
): Rejection | null {
	if (Object.keys(state.participations).length >= PARTICIPATIONS_MAX) return 'room-full';
	if (command.municipalities.length > MUNICIPALITIES_PER_PERSON_MAX) return 'municipalities-too-many';
	if (lengthOf(command.functionName) > FUNCTION_LENGTH_MAX) return 'text-too-long';
	if (lengthOf(command.organisation) > ORGANISATION_LENGTH_MAX) return 'text-too-long';
	if (command.role === 'partner' && command.organisation.trim() === '') return 'organisation-missing';
	const isKnown = command.municipalities.every((code) => isKnownMunicipality(code, state));
	return isKnown ? null : 'unknown-municipality';
}
