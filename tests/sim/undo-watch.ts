import { isDeepStrictEqual } from 'node:util';
import { allCards, cardOf } from '#lib/domain/card/card-table.ts';
import type { Arrangement, ProcessPart } from '#lib/domain/board/places.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import { itemKey, linkKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import { processOf, stepOf } from '#lib/domain/board/steps.ts';
import type { Worksession } from '#lib/domain/worksession.ts';

type Undoing = CommandOf<'Rearrange'> | CommandOf<'RearrangeSteps'>;

/** Whether an act was undone, or done again, from exactly what its sender knew to exactly what they asked. */
export function undoFaults(command: Undoing, before: Worksession, after: Worksession): readonly string[] {
	const told =
		command.type === 'Rearrange'
			? {
					before: boardIn(before, command),
					from: boardTold(command.from, command),
					after: boardIn(after, command),
					to: boardTold(command.to, command)
				}
			: {
					before: stepsIn(before, command),
					from: stepsTold(command.from, command),
					after: stepsIn(after, command),
					to: stepsTold(command.to, command)
				};
	return [
		...(areOthersMoved(command, before, after) ? ['undoing moved what it did not name'] : []),
		...(isDeepStrictEqual(told.before, told.from) ? [] : ['somebody undid over what was changed since']),
		...(isDeepStrictEqual(told.after, told.to) ? [] : ['what was undone is not as it was'])
	];
}

function areOthersMoved(command: Undoing, before: Worksession, after: Worksession): boolean {
	if (command.type !== 'Rearrange') return false;
	const [old, now] = [own(before.rounds, command.roundId), own(after.rounds, command.roundId)];
	const named = new Set(command.from.cards.map(({ cardId }) => cardId));
	return allCards(old?.cards ?? []).some(({ id, stepId, clusterId }) => {
		const is = cardOf(now?.cards ?? [], id);
		return !named.has(id) && (is?.stepId !== stepId || is.clusterId !== clusterId);
	});
}

type Named<T> = { readonly from: T; readonly to: T };

function clusterIds({ from, to }: Named<Arrangement>): readonly string[] {
	return [...new Set([...from.clusters, ...to.clusters].map(({ id }) => id))].sort();
}

function linkKeys({ from, to }: Named<Arrangement>): readonly string[] {
	return [...new Set([...from.links, ...to.links].map(linkKey))].sort();
}

function boardIn(state: Worksession, command: CommandOf<'Rearrange'>): unknown {
	const round = own(state.rounds, command.roundId);
	if (!round) return null;
	const { cards, codes, ideas } = command.from;
	return {
		cards: cards.map(({ cardId }) => {
			const { stepId = null, clusterId = null } = cardOf(round.cards, cardId) ?? {};
			return [cardId, stepId, clusterId];
		}),
		clusters: clusterIds(command).map((id) => {
			const cluster = own(round.clusters, id);
			return cluster ? [id, cluster.title, cluster.stepId] : [id];
		}),
		links: linkKeys(command).map((key) => own(state.links, key) !== undefined),
		codes: codes.map(({ item }) => own(round.codes, itemKey(item)) ?? null),
		ideas: ideas.map(({ ideaId }) => {
			const idea = state.ideas.find(({ id }) => id === ideaId);
			return [idea?.needs, idea?.from];
		})
	};
}

function boardTold(part: Arrangement, command: CommandOf<'Rearrange'>): unknown {
	const links = new Set(part.links.map(linkKey));
	return {
		cards: part.cards.map(({ cardId, stepId, clusterId }) => [cardId, stepId, clusterId]),
		clusters: clusterIds(command).map((id) => {
			const cluster = part.clusters.find((one) => one.id === id);
			return cluster ? [id, cluster.title, cluster.stepId] : [id];
		}),
		links: linkKeys(command).map((key) => links.has(key)),
		codes: part.codes.map(({ codes }) => codes),
		ideas: part.ideas.map(({ needs, from }) => [needs, from])
	};
}

/** Ids of the steps, and whether this moves them: of the others it does not matter where they stand. */
function stepIds({ from, to }: Named<ProcessPart>): readonly (readonly [string, boolean])[] {
	const indexOf = (part: ProcessPart, id: string) => part.steps.find((step) => step.id === id)?.index;
	const ids = [...new Set([...from.steps, ...to.steps].map(({ id }) => id))];
	return ids.map((id) => [id, indexOf(from, id) !== indexOf(to, id)]);
}

function stepsIn(state: Worksession, command: CommandOf<'RearrangeSteps'>): unknown {
	return {
		steps: stepIds(command).map(([id, isMoved]) => {
			const step = state.steps.find((one) => one.id === id);
			if (!step) return [id];
			const index = isMoved && isInBoth(command, id) ? processOf(state, step.tableId).indexOf(step) : null;
			return [id, step.title, step.tableId, step.details, index];
		}),
		pins: command.from.pins.map(({ roundId, item }) => {
			const round = own(state.rounds, roundId);
			return round && stepOf(round, item);
		})
	};
}

function stepsTold(part: ProcessPart, command: CommandOf<'RearrangeSteps'>): unknown {
	return {
		steps: stepIds(command).map(([id, isMoved]) => {
			const step = part.steps.find((one) => one.id === id);
			if (!step) return [id];
			const index = isMoved && isInBoth(command, id) ? step.index : null;
			return [id, step.title, step.tableId, step.details, index];
		}),
		pins: part.pins.map(({ stepId }) => stepId)
	};
}

/** Where a step that comes back stands depends on how many there are now. */
function isInBoth({ from, to }: Named<ProcessPart>, id: string): boolean {
	return [from, to].every(({ steps }) => steps.some((step) => step.id === id));
}
