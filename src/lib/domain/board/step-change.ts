import { allCards, cardOf } from '../card/card-table.ts';
import type { PinPlace, ProcessPart, StepPlace } from './places.ts';
import type { Command, CommandType } from '../commands.ts';
import { FORESEEN_ID } from './arrangement-change.ts';
import { own } from '../keyed.ts';
import { isSameDetails } from './step-details.ts';
import { processOf } from './steps.ts';
import type { ProcessStep } from './step.ts';
import type { Round } from '../day/round.ts';
import type { Worksession } from '../worksession.ts';

/** What an act on steps changed, so that it can be undone and done again with `RearrangeSteps`. */

/** The acts on steps, which `RearrangeSteps` can undo and do again. */
export const ON_STEPS = [
	'AddStep',
	'RenameStep',
	'DescribeStep',
	'MoveStep',
	'RemoveStep'
] as const satisfies readonly CommandType[];

export function isOnSteps({ type }: Pick<Command, 'type'>): boolean {
	return ON_STEPS.some((onSteps) => onSteps === type);
}

/** Some steps, and what lies at them, before and after an act. */
export interface ProcessChange {
	readonly from: ProcessPart;
	readonly to: ProcessPart;
}

/** What differs between two states in their steps and in what lies at them; null when nothing does. */
export function changedSteps(before: Worksession, after: Worksession): ProcessChange | null {
	const ids = new Set([...before.steps, ...after.steps].map(({ id }) => id));
	const changed = [...ids].filter((id) => !isSame(placeOf(before, id), placeOf(after, id)));
	const moved = changed.length === 0 ? movedStep(before, after) : null;
	const stepIds = moved === null ? changed : [moved];
	if (stepIds.length === 0) return null;
	const pinsOf = (state: Worksession): readonly PinPlace[] =>
		Object.values(before.rounds).flatMap((round) => {
			const [now, then] = [own(after.rounds, round.id), own(state.rounds, round.id)];
			return now && then ? changedPins(round, now, then) : [];
		});
	const partOf = (state: Worksession): ProcessPart => ({
		steps: stepIds.flatMap((id) => placeOf(state, id) ?? []),
		pins: pinsOf(state)
	});
	return { from: partOf(before), to: partOf(after) };
}

function placeOf(state: Worksession, id: string): StepPlace | null {
	const step = state.steps.find((known) => known.id === id);
	if (!step) return null;
	const index = processOf(state, step.tableId).indexOf(step);
	return { id, title: step.title, tableId: step.tableId, details: step.details, index };
}

/** Others move up or down when one step moves, comes or goes: that is no change of theirs. */
function isSame(one: StepPlace | null, other: StepPlace | null): boolean {
	if (!one || !other) return one === other;
	return (
		one.title === other.title && one.tableId === other.tableId && isSameDetails(one.details, other.details)
	);
}

/** The one step without which both stand in the same order; null when they do already. */
function movedStep(before: Worksession, after: Worksession): string | null {
	const orderOf = ({ steps }: Worksession, tableId: string | null, left: string | null) =>
		steps.flatMap((step) => (step.tableId === tableId && step.id !== left ? [step.id] : [])).join();
	for (const tableId of new Set(before.steps.map((step) => step.tableId))) {
		if (orderOf(before, tableId, null) === orderOf(after, tableId, null)) continue;
		const isMoved = ({ id }: ProcessStep) => orderOf(before, tableId, id) === orderOf(after, tableId, id);
		return processOf(before, tableId).find(isMoved)?.id ?? null;
	}
	return null;
}

/** Of what the room can see and what lies elsewhere now, where it lies in one of the two states. */
function changedPins(before: Round, after: Round, then: Round): readonly PinPlace[] {
	const clusters = Object.values(before.clusters)
		.filter(({ id, stepId }) => (own(after.clusters, id)?.stepId ?? null) !== stepId)
		.map(({ id }) => ({ item: { kind: 'cluster', id } as const, stepId: own(then.clusters, id)?.stepId }));
	const cards = allCards(before.cards)
		.filter(({ id, stepId, isShared }) => isShared && cardOf(after.cards, id)?.stepId !== stepId)
		.map(({ id }) => ({ item: { kind: 'card', id } as const, stepId: cardOf(then.cards, id)?.stepId }));
	return [...clusters, ...cards].map(({ item, stepId = null }) => ({ roundId: then.id, item, stepId }));
}

/** A foreseen change with the real id of the step that it made, which only the server could give. */
export function withStepId<T extends ProcessChange>(change: T, real: string | null): T {
	if (real === null) return change;
	const known = (id: string) => (id === FORESEEN_ID ? real : id);
	const to: ProcessPart = {
		steps: change.to.steps.map((step) => ({ ...step, id: known(step.id) })),
		pins: change.to.pins.map((pin) => ({ ...pin, stepId: pin.stepId && known(pin.stepId) }))
	};
	return { ...change, to };
}
