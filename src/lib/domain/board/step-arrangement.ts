import { allCards, cardOf } from '../card/card-table.ts';
import type { PinPlace, ProcessPart, StepPlace } from './places.ts';
import type { WorksessionEvent } from '../events.ts';
import { cardIdsOf, isVisibleItem, itemKey } from './items.ts';
import { own } from '../keyed.ts';
import { ITEMS_PER_COMMAND_MAX, STEPS_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { titleFault } from '../day/preparation.ts';
import type { Rejection } from '../rejections.ts';
import { fits, hasDetails, isSameDetails, NO_DETAILS, tidied } from './step-details.ts';
import { mayLieAt, processOf, stepOf } from './steps.ts';
import type { ProcessStep } from './step.ts';
import type { Deciders } from '../decide.ts';
import type { Worksession } from '../worksession.ts';

/**
 * Some steps of the process, and what lies at them, put as they were before or after an act: what undo and redo of an act on steps ask
 * for. As with `Rearrange` it goes all at once or not at all, and only while that part is as whoever asks knows it.
 */
export const stepArrangementDeciders: Deciders<'RearrangeSteps'> = {
	RearrangeSteps(state, { from, to }) {
		const part: Part = { state, from, to };
		const fault = sizeFault(part) ?? presentFault(part) ?? stepsFault(part) ?? pinsFault(part);
		return fault ? reject(fault) : accept(eventsOf(part));
	}
};

interface Part {
	readonly state: Worksession;
	readonly from: ProcessPart;
	readonly to: ProcessPart;
}

const pinKey = ({ roundId, item }: PinPlace): string => `${roundId} ${itemKey(item)}`;

function sizeFault({ from, to }: Part): Rejection | null {
	const [old, now] = [from.pins.map(pinKey), to.pins.map(pinKey)];
	const isWhole = old.length === now.length && old.every((key, index) => key === now[index]);
	if (!isWhole || old.length > ITEMS_PER_COMMAND_MAX || new Set(old).size < old.length) return 'unknown-item';
	const isTwice = [from, to].some(({ steps }) => new Set(steps.map(({ id }) => id)).size < steps.length);
	return isTwice ? 'unknown-step' : null;
}

/** The steps that come, and the steps that go. */
function addedSteps({ from, to }: Omit<Part, 'state'>): readonly StepPlace[] {
	return to.steps.filter(({ id }) => !from.steps.some((step) => step.id === id));
}

function removedSteps({ from, to }: Omit<Part, 'state'>): readonly StepPlace[] {
	return addedSteps({ from: to, to: from });
}

/** Whether the part is as it is said to be, and nothing that somebody put at a step since would fall off. */
function presentFault(part: Part): Rejection | null {
	const { state, from, to } = part;
	const areSteps = from.steps.every((step) => {
		const known = state.steps.find(({ id }) => id === step.id);
		const target = to.steps.find(({ id }) => id === step.id);
		const isMoved = target !== undefined && target.index !== step.index;
		return known && isSameStep(known, step) && (!isMoved || indexOf(state, known) === step.index);
	});
	const areNew = addedSteps(part).every(({ id }) => !state.steps.some((step) => step.id === id));
	const named = new Set(from.pins.map(pinKey));
	const areAllNamed = removedSteps(part).every(({ id }) =>
		pinsAt(state, id).every((pin) => named.has(pinKey(pin)))
	);
	const arePins = from.pins.every(({ roundId, item, stepId }) => {
		const round = own(state.rounds, roundId);
		return round !== undefined && isVisibleItem(round, item) && stepOf(round, item) === stepId;
	});
	return areSteps && areNew && areAllNamed && arePins ? null : 'changed-since';
}

function isSameStep(known: Omit<ProcessStep, 'id'>, step: Omit<ProcessStep, 'id'>): boolean {
	return (
		known.title === step.title &&
		known.tableId === step.tableId &&
		isSameDetails(known.details, tidied(step.details))
	);
}

function indexOf(state: Worksession, step: ProcessStep): number {
	return processOf(state, step.tableId).findIndex(({ id }) => id === step.id);
}

/** What the room can see at a step. */
function pinsAt(state: Worksession, stepId: string): readonly PinPlace[] {
	return Object.values(state.rounds).flatMap(({ id: roundId, cards, clusters }) => [
		...Object.values(clusters)
			.filter((cluster) => cluster.stepId === stepId)
			.map(({ id }): PinPlace => ({ roundId, item: { kind: 'cluster', id }, stepId })),
		...allCards(cards)
			.filter((card) => card.stepId === stepId && card.isShared)
			.map(({ id }): PinPlace => ({ roundId, item: { kind: 'card', id }, stepId }))
	]);
}

/** Whether the steps can be as they are asked to be. */
function stepsFault(part: Part): Rejection | null {
	const { state, from, to } = part;
	const added = addedSteps(part);
	const removed = removedSteps(part);
	for (const step of to.steps) {
		const fault = stepFault(state, step);
		if (fault) return fault;
		const known = from.steps.find(({ id }) => id === step.id);
		if (known && known.tableId !== step.tableId) return 'unknown-step';
		const count =
			processOf(state, step.tableId).length +
			added.filter(({ tableId }) => tableId === step.tableId).length -
			removed.filter(({ tableId }) => tableId === step.tableId).length;
		if (!known && count > STEPS_MAX) return 'steps-full';
		if (known && known.index !== step.index && step.index >= count) return 'changed-since';
		if (step.index < 0 || step.index >= STEPS_MAX) return 'unknown-step';
		if (step.title !== known?.title && holdsRedacted(part, step.id)) return 'changed-since';
	}
	return null;
}

function stepFault(state: Worksession, { id, title, tableId, details }: StepPlace): Rejection | null {
	// A name that every object knows is no id that a server ever gave.
	if (id in Object.prototype) return 'unknown-step';
	if (tableId !== null && !state.tables.some((table) => table.id === tableId)) return 'unknown-table';
	return titleFault(title, TITLE_LENGTH_MAX) ?? (fits(tidied(details)) ? null : 'text-too-long');
}

/** A title may be the text of a card that was taken away meanwhile: it does not come back to where such a card lies. */
function holdsRedacted({ state, from, to }: Part, stepId: string): boolean {
	return [...from.pins, ...to.pins, ...pinsAt(state, stepId)].some(({ roundId, item }) => {
		const round = own(state.rounds, roundId);
		return round && cardIdsOf(round, item).some((id) => cardOf(round.cards, id)?.redaction !== null);
	});
}

/** Only what a step that comes or goes takes along, to where it may lie. */
function pinsFault(part: Part): Rejection | null {
	const { state, from, to } = part;
	const [added, removed] = [addedSteps(part), removedSteps(part)];
	const touched = new Set([...added, ...removed].map(({ id }) => id));
	const steps = [...state.steps.filter(({ id }) => !removed.some((step) => step.id === id)), ...added];
	for (const [index, { roundId, item, stepId }] of to.pins.entries()) {
		const round = own(state.rounds, roundId);
		if (!round) return 'unknown-round';
		const step = steps.find(({ id }) => id === stepId);
		if (stepId !== null && !step) return 'unknown-step';
		if (!touched.has(stepId ?? '') && !touched.has(from.pins[index]?.stepId ?? '')) return 'unknown-item';
		if (step && !mayLieAt(round, [item], step.tableId)) return 'other-table';
	}
	return null;
}

/** In the words of the acts that the log knows already. */
function eventsOf(part: Part): readonly WorksessionEvent[] {
	const added = addedSteps(part);
	const isAdded = new Set(added.map(({ id }) => id));
	return [
		...added.map(
			({ id, title, tableId }) =>
				({ type: 'StepAdded', stepId: id, title, tableId, roundId: null, cardIds: [] }) as const
		),
		...part.to.steps.flatMap((step) => stepEvents(part, step, isAdded.has(step.id))),
		...pinEvents(part),
		...removedSteps(part).map(({ id }) => ({ type: 'StepRemoved', stepId: id }) as const)
	];
}

function stepEvents({ state, from }: Part, step: StepPlace, isAdded: boolean): readonly WorksessionEvent[] {
	const { id: stepId, title, tableId, index } = step;
	const known = from.steps.find(({ id }) => id === stepId);
	const details = tidied(step.details);
	const count = processOf(state, tableId).length;
	// A step that comes stands last; one that is there moves only when it was moved.
	const [place, toIndex] = isAdded
		? [count, Math.min(index, count)]
		: [known?.index ?? index, Math.min(index, count - 1)];
	const isDescribed = isAdded ? hasDetails(details) : !isSameDetails(known?.details ?? NO_DETAILS, details);
	return [
		...(!isAdded && known?.title !== title ? [{ type: 'StepRenamed', stepId, title } as const] : []),
		...(isDescribed ? [{ type: 'StepDescribed', stepId, details } as const] : []),
		...(place === toIndex ? [] : [{ type: 'StepMoved', stepId, toIndex } as const])
	];
}

/** Clusters first: they take their cards along, some of which then go where they lay by themselves. */
function pinEvents({ state, from, to }: Part): readonly WorksessionEvent[] {
	const changed = to.pins.filter(({ stepId }, index) => from.pins[index]?.stepId !== stepId);
	const isPinned = new Set(changed.map(pinKey));
	const clusters = changed.filter(({ item }) => item.kind === 'cluster');
	const cards = to.pins.filter(({ item }) => item.kind === 'card');
	const listed = clusters.length > 0 ? cards : cards.filter((pin) => isPinned.has(pinKey(pin)));
	const left = clusters.flatMap(({ roundId, item }) => othersIn(state, roundId, item.id, to));
	return [...clusters, ...listed, ...left].map(
		({ roundId, item, stepId }) => ({ type: 'ItemsPinned', roundId, items: [item], stepId }) as const
	);
}

/** Cards of a cluster that nobody named, where they lie now. */
function othersIn(
	{ rounds }: Worksession,
	roundId: string,
	clusterId: string,
	to: ProcessPart
): readonly PinPlace[] {
	const named = new Set(to.pins.map(pinKey));
	const cards = allCards(own(rounds, roundId)?.cards ?? []).filter((card) => card.clusterId === clusterId);
	return cards
		.map(({ id, stepId }): PinPlace => ({ roundId, item: { kind: 'card', id }, stepId }))
		.filter((pin) => !named.has(pinKey(pin)));
}
