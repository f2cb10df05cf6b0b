import type { ActionFacts } from './action.ts';
import { sourceFault, sourceKey, tidiedSource, withoutSource } from './action-source.ts';
import type { DecisionFacts } from './decision.ts';
import type { Actor } from '../commands.ts';
import {
	ACTIONS_MAX,
	CARD_TEXT_LENGTH_MAX,
	DECISIONS_MAX,
	DISSENTS_PER_DECISION_MAX,
	OUTCOME_TEXT_LENGTH_MAX,
	lengthOf
} from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { isSameOwner, ownerFault, tidiedOwner } from '../people/owners.ts';
import { isCalendarDate } from '../day/preparation.ts';
import type { Rejection } from '../rejections.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** What the room decides, with the reason and whoever sees it otherwise; and who does what, and when. */

type OutcomeCommand =
	'AddDecision' | 'ChangeDecision' | 'RemoveDecision' | 'AddAction' | 'ChangeAction' | 'RemoveAction';
type OutcomeEvent =
	'DecisionAdded' | 'DecisionChanged' | 'DecisionRemoved' | 'ActionAdded' | 'ActionChanged' | 'ActionRemoved';

export const outcomeDeciders: Deciders<OutcomeCommand> = {
	AddDecision(state, { decision }, { newId, now }) {
		if (state.decisions.length >= DECISIONS_MAX) return reject('outcomes-full');
		const tidy = tidiedDecision(decision);
		const fault = decisionFault(state, tidy);
		if (fault) return reject(fault);
		return accept([{ type: 'DecisionAdded', decisionId: newId(), decision: tidy, at: now }]);
	},

	ChangeDecision(state, { decisionId, decision }, { now }) {
		const known = state.decisions.find(({ id }) => id === decisionId);
		if (!known) return reject('unknown-decision');
		const tidy = tidiedDecision(decision);
		const fault = decisionFault(state, tidy);
		if (fault) return reject(fault);
		return accept(
			isSameDecision(known, tidy) ? [] : [{ type: 'DecisionChanged', decisionId, decision: tidy, at: now }]
		);
	},

	RemoveDecision(state, { decisionId }) {
		if (!state.decisions.some(({ id }) => id === decisionId)) return reject('unknown-decision');
		return accept([{ type: 'DecisionRemoved', decisionId }]);
	},

	AddAction(state, { action }, { actor, newId }) {
		if (state.actions.length >= ACTIONS_MAX) return reject('outcomes-full');
		const tidy = tidiedAction(action);
		const fault = actionFault(state, tidy, actor);
		return fault ? reject(fault) : accept([{ type: 'ActionAdded', actionId: newId(), action: tidy }]);
	},

	ChangeAction(state, { actionId, action }, { actor }) {
		const known = state.actions.find(({ id }) => id === actionId);
		if (!known) return reject('unknown-action');
		const tidy = tidiedAction(action);
		const fault = actionFault(state, tidy, actor, known.ownerId);
		if (fault) return reject(fault);
		return accept(isSameAction(known, tidy) ? [] : [{ type: 'ActionChanged', actionId, action: tidy }]);
	},

	RemoveAction(state, { actionId }) {
		if (!state.actions.some(({ id }) => id === actionId)) return reject('unknown-action');
		return accept([{ type: 'ActionRemoved', actionId }]);
	}
};

/** An action of before it could say what it follows from. */
const OF_NOTHING: Pick<ActionFacts, 'source'> = { source: null };

export const outcomeEvolvers: Evolvers<OutcomeEvent> = {
	DecisionAdded: (state, { decisionId, decision, at }) => ({
		...state,
		decisions: [...state.decisions, { id: decisionId, at, changedAt: null, ...decision }]
	}),
	DecisionChanged: (state, { decisionId, decision, at }) => ({
		...state,
		decisions: state.decisions.map((known) =>
			known.id === decisionId ? { ...known, ...decision, changedAt: at } : known
		)
	}),
	DecisionRemoved: (state, { decisionId }) => ({
		...state,
		decisions: state.decisions.filter(({ id }) => id !== decisionId),
		actions: withoutSource(state.actions, { kind: 'decision', id: decisionId })
	}),
	ActionAdded: (state, { actionId, action }) => ({
		...state,
		actions: [...state.actions, { id: actionId, ...OF_NOTHING, ...action }]
	}),
	ActionChanged: (state, { actionId, action }) => ({
		...state,
		actions: state.actions.map((known) => (known.id === actionId ? { ...known, ...action } : known))
	}),
	ActionRemoved: (state, { actionId }) => ({
		...state,
		actions: state.actions.filter(({ id }) => id !== actionId)
	})
};

function decisionFault(
	state: Worksession,
	{ text, reason, dissents, ideaId }: DecisionFacts
): Rejection | null {
	if (text === '') return 'text-empty';
	const isTooLong = [text, reason, ...dissents].some((said) => lengthOf(said) > OUTCOME_TEXT_LENGTH_MAX);
	if (isTooLong) return 'text-too-long';
	if (dissents.length > DISSENTS_PER_DECISION_MAX) return 'items-too-many';
	const isKnown = ideaId === null || state.ideas.some(({ id }) => id === ideaId);
	return isKnown ? null : 'unknown-idea';
}

function actionFault(
	state: Worksession,
	{ text, dueOn, source, ...owner }: ActionFacts,
	actor: Actor,
	knownOwnerId: string | null = null
): Rejection | null {
	if (text === '') return 'text-empty';
	if (lengthOf(text) > CARD_TEXT_LENGTH_MAX) return 'text-too-long';
	const fault = ownerFault(state, owner, actor, knownOwnerId);
	if (fault) return fault;
	if (dueOn !== null && !isCalendarDate(dueOn)) return 'date-invalid';
	return sourceFault(state, source);
}

function tidiedDecision({ text, reason, dissents, ideaId }: DecisionFacts): DecisionFacts {
	const said = dissents.map((dissent) => dissent.trim()).filter((dissent) => dissent !== '');
	return { text: text.trim(), reason: reason.trim(), dissents: said, ideaId };
}

function tidiedAction({ text, dueOn, source, ...owner }: ActionFacts): ActionFacts {
	return { text: text.trim(), ...tidiedOwner(owner), dueOn, source: tidiedSource(source) };
}

function isSameDecision(one: DecisionFacts, other: DecisionFacts): boolean {
	return (
		one.text === other.text &&
		one.reason === other.reason &&
		one.ideaId === other.ideaId &&
		one.dissents.length === other.dissents.length &&
		one.dissents.every((dissent, index) => dissent === other.dissents[index])
	);
}

function isSameAction(one: ActionFacts, other: ActionFacts): boolean {
	return (
		one.text === other.text &&
		isSameOwner(one, other) &&
		one.dueOn === other.dueOn &&
		sourceKey(one.source) === sourceKey(other.source)
	);
}
