import type { ItemRef } from './item.ts';
import { cardIdsOf, isVisibleItem } from './items.ts';
import { ITEMS_PER_COMMAND_MAX, STEPS_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { cardOf, mapCards, withCardsChanged } from '../card/card-table.ts';
import { mapChanged, own } from '../keyed.ts';
import { accept, assert, reject } from '../outcome.ts';
import { titleFault } from '../day/preparation.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import { fits, isSameDetails, NO_DETAILS, tidied } from './step-details.ts';
import type { ProcessStep } from './step.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** The process as ordered steps, and which cards and clusters belong to which step. */

type StepCommand = 'AddStep' | 'RenameStep' | 'DescribeStep' | 'MoveStep' | 'RemoveStep' | 'PinItems';
type StepEvent = 'StepAdded' | 'StepRenamed' | 'StepDescribed' | 'StepMoved' | 'StepRemoved' | 'ItemsPinned';

export const stepDeciders: Deciders<StepCommand> = {
	AddStep(state, { title, tableId, roundId, cardIds }, context) {
		if (tableId !== null && !state.tables.some((table) => table.id === tableId))
			return reject('unknown-table');
		if (processOf(state, tableId).length >= STEPS_MAX) return reject('steps-full');
		const fault = titleFault(title, TITLE_LENGTH_MAX);
		if (fault) return reject(fault);
		const round = roundId === null ? undefined : own(state.rounds, roundId);
		if (roundId !== null && !round) return reject('unknown-round');
		const areVisible =
			cardIds.length <= ITEMS_PER_COMMAND_MAX &&
			cardIds.every((id) => round && isVisibleItem(round, { kind: 'card', id }));
		if (!areVisible) return reject('unknown-card');
		const items = cardIds.map((id) => ({ kind: 'card', id }) as const);
		if (round && !mayLieAt(round, items, tableId)) return reject('other-table');
		return accept([{ type: 'StepAdded', stepId: context.newId(), title, tableId, roundId, cardIds }]);
	},

	RenameStep(state, { stepId, title }) {
		const step = state.steps.find((known) => known.id === stepId);
		if (!step) return reject('unknown-step');
		const fault = titleFault(title, TITLE_LENGTH_MAX);
		if (fault) return reject(fault);
		return accept(step.title === title ? [] : [{ type: 'StepRenamed', stepId, title }]);
	},

	DescribeStep(state, { stepId, details }) {
		const step = state.steps.find((known) => known.id === stepId);
		if (!step) return reject('unknown-step');
		const tidy = tidied(details);
		if (!fits(tidy)) return reject('text-too-long');
		return accept(
			isSameDetails(step.details, tidy) ? [] : [{ type: 'StepDescribed', stepId, details: tidy }]
		);
	},

	MoveStep(state, { stepId, toIndex }) {
		const step = state.steps.find((known) => known.id === stepId);
		const together = step ? processOf(state, step.tableId) : [];
		const index = together.findIndex((known) => known.id === stepId);
		if (index < 0 || toIndex < 0 || toIndex >= together.length) return reject('unknown-step');
		return accept(index === toIndex ? [] : [{ type: 'StepMoved', stepId, toIndex }]);
	},

	RemoveStep(state, { stepId }) {
		if (!state.steps.some((step) => step.id === stepId)) return reject('unknown-step');
		return accept([{ type: 'StepRemoved', stepId }]);
	},

	PinItems(state, { roundId, items, stepId }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const step = state.steps.find((known) => known.id === stepId);
		if (stepId !== null && !step) return reject('unknown-step');
		if (items.length > ITEMS_PER_COMMAND_MAX || !items.every((item) => isVisibleItem(round, item)))
			return reject('unknown-item');
		if (step && !mayLieAt(round, items, step.tableId)) return reject('other-table');
		const pinned = items.filter((item) => !liesAt(round, item, stepId));
		return accept(pinned.length === 0 ? [] : [{ type: 'ItemsPinned', roundId, items: pinned, stepId }]);
	}
};

export const stepEvolvers: Evolvers<StepEvent> = {
	StepAdded(state, { stepId, title, tableId, roundId, cardIds }) {
		const steps = [...state.steps, { id: stepId, title, tableId, details: NO_DETAILS }];
		const rounds = mapChanged(state.rounds, (round) => pinFormer(round, stepId));
		const added = { ...state, steps, rounds };
		const items = cardIds.map((id) => ({ kind: 'card', id }) as const);
		return roundId === null ? added : withRound(added, pin(roundOf(added, roundId), items, stepId));
	},
	StepRenamed: (state, { stepId, title }) => ({
		...state,
		steps: state.steps.map((step) => (step.id === stepId ? { ...step, title } : step))
	}),
	StepDescribed: (state, { stepId, details }) => ({
		...state,
		steps: state.steps.map((step) => (step.id === stepId ? { ...step, details } : step))
	}),
	StepMoved(state, { stepId, toIndex }) {
		const step = state.steps.find((known) => known.id === stepId);
		assert(step !== undefined, 'a moved step exists');
		const others = processOf(state, step.tableId).filter((other) => other !== step);
		const moved = others.toSpliced(toIndex, 0, step);
		const elsewhere = state.steps.filter((other) => other.tableId !== step.tableId);
		return { ...state, steps: [...elsewhere, ...moved] };
	},
	StepRemoved(state, { stepId }) {
		const steps = state.steps.filter((step) => step.id !== stepId);
		return { ...state, steps, rounds: mapChanged(state.rounds, (round) => unpinAll(round, stepId)) };
	},
	ItemsPinned: (state, { roundId, items, stepId }) =>
		withRound(state, pin(roundOf(state, roundId), items, stepId))
};

/** The steps of a table's own process, or with null of the process that the whole room shares, in their order. */
export function processOf(
	{ steps }: Pick<Worksession, 'steps'>,
	tableId: string | null
): readonly ProcessStep[] {
	return steps.filter((step) => step.tableId === tableId);
}

/** Whether all of this may lie at a step of a table: what other tables wrote may not. A shared step takes anything. */
export function mayLieAt(round: Round, items: readonly ItemRef[], tableId: string | null): boolean {
	if (tableId === null) return true;
	const cardIds = items.flatMap((item) => cardIdsOf(round, item));
	return cardIds.every((id) => cardOf(round.cards, id)?.tableId === tableId);
}

/** The step at which a card or cluster lies. */
export function stepOf(round: Round, { kind, id }: ItemRef): string | null {
	return (kind === 'card' ? cardOf(round.cards, id) : own(round.clusters, id))?.stepId ?? null;
}

/** Whether a piece lies there, and with a cluster every card in it: one that was put in later remembers where it came from. */
function liesAt(round: Round, item: ItemRef, stepId: string | null): boolean {
	const cardIds = cardIdsOf(round, item);
	return stepOf(round, item) === stepId && cardIds.every((id) => cardOf(round.cards, id)?.stepId === stepId);
}

/** A pinned cluster takes its cards along, so that they lie there when it is taken apart. */
function pin(round: Round, items: readonly ItemRef[], stepId: string | null): Round {
	const clusters = { ...round.clusters };
	for (const item of items) {
		const cluster = item.kind === 'cluster' ? own(clusters, item.id) : undefined;
		const piece = item.kind === 'card' ? cardOf(round.cards, item.id) : cluster;
		assert(piece !== undefined, 'a pinned item exists');
		if (cluster) clusters[item.id] = { ...cluster, stepId };
	}
	const cardIds = items.flatMap((item) => cardIdsOf(round, item));
	const cards = withCardsChanged(round.cards, cardIds, (card) => ({ ...card, stepId, formerStepId: null }));
	return { ...round, cards, clusters };
}

/** What nobody could name when its step was removed, because it was hidden, lies there again when the step comes back. */
function pinFormer(round: Round, stepId: string): Round {
	const cards = mapCards(round.cards, (card) =>
		card.formerStepId === stepId ? { ...card, stepId, formerStepId: null } : card
	);
	return cards === round.cards ? round : { ...round, cards };
}

function unpinAll(round: Round, stepId: string): Round {
	const cards = mapCards(round.cards, (card) => {
		if (card.stepId !== stepId) return card;
		return { ...card, stepId: null, formerStepId: card.isShared ? null : stepId };
	});
	const clusters = mapChanged(round.clusters, (cluster) =>
		cluster.stepId === stepId ? { ...cluster, stepId: null } : cluster
	);
	const isSame = cards === round.cards && clusters === round.clusters;
	return isSame ? round : { ...round, cards, clusters };
}
