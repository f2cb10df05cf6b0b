import { cardOf } from '../card/card-table.ts';
import type { ItemRef, RoundItem } from '../board/item.ts';
import type { Arrangement } from '../board/places.ts';
import type { IdeaFacts } from '../choose/idea.ts';
import type { Command } from '../commands.ts';
import { cardIdsOf, itemKey } from '../board/items.ts';
import { own } from '../keyed.ts';
import type { Worksession } from '../worksession.ts';

/**
 * Whether a command reaches beyond one table: to what was written elsewhere, or to a process that is not this table's. What nobody can
 * see is left to the rules of the command itself, so that this tells nothing of it.
 */
export function touchesOtherTables(state: Worksession, command: Command, tableId: string): boolean {
	const tables = [
		...stepTables(state, command),
		...ideaTables(state, command),
		...parkedTables(state, command),
		...cardTables(state, command)
	];
	return tables.some((other) => other !== tableId);
}

type Tables = readonly (string | null)[];

/** Of a new step, or of the step that is changed. A card may be put at any step that its own table allows. */
function stepTables(state: Worksession, command: Command): Tables {
	switch (command.type) {
		case 'AddStep':
			return [command.tableId];
		case 'RenameStep':
		case 'DescribeStep':
		case 'MoveStep':
		case 'RemoveStep':
			return state.steps.filter((step) => step.id === command.stepId).map((step) => step.tableId);
		case 'RearrangeSteps':
			return [...command.from.steps, ...command.to.steps].flatMap(({ id, tableId }) => [
				tableId,
				...state.steps.filter((step) => step.id === id).map((step) => step.tableId)
			]);
		default:
			return [];
	}
}

function cardTables(state: Worksession, command: Command): Tables {
	return [...itemsOf(command), ...ideaItems(state, command)].flatMap(({ roundId, item }) => {
		const round = roundId === null ? undefined : own(state.rounds, roundId);
		if (!round) return [];
		const cards = cardIdsOf(round, item).map((id) => cardOf(round.cards, id));
		return cards.flatMap((card) => (card?.isShared ? [card.tableId] : []));
	});
}

/** Of a new idea, or of the idea that is changed. */
function ideaTables(state: Worksession, command: Command): Tables {
	switch (command.type) {
		case 'AddIdea':
			return [command.tableId];
		case 'ChangeIdea':
		case 'RemoveIdea':
			return state.ideas.filter((idea) => idea.id === command.ideaId).map((idea) => idea.tableId);
		default:
			return [];
	}
}

/** Of what is parked, and of what is changed there or taken off. */
function parkedTables(state: Worksession, command: Command): Tables {
	if (command.type === 'Park') return [command.tableId];
	if (command.type !== 'ChangeParked' && command.type !== 'Unpark') return [];
	return state.parked.filter(({ id }) => id === command.parkedId).map(({ tableId }) => tableId);
}

/** What an idea comes to rest on. What a facilitator tied to it already may lie anywhere. */
function ideaItems(state: Worksession, command: Command): readonly RoundItem[] {
	if (command.type === 'AddIdea') return [...command.idea.needs, ...command.from];
	if (command.type !== 'ChangeIdea') return [];
	const known = state.ideas.find((idea) => idea.id === command.ideaId);
	return command.idea.needs.filter((need) => !restsOn(known, need));
}

function restsOn(idea: IdeaFacts | undefined, { item }: RoundItem): boolean {
	return idea?.needs.some((known) => itemKey(known.item) === itemKey(item)) === true;
}

interface Touched {
	readonly roundId: string | null;
	readonly item: ItemRef;
}

/** Everything on the board that a command names. */
function itemsOf(command: Command): readonly Touched[] {
	const touched: Touched[] = [];
	if (command.type === 'RearrangeSteps') return [...command.from.pins, ...command.to.pins];
	if (!('roundId' in command)) return touched;
	const { roundId } = command;
	if (command.type === 'Rearrange') {
		for (const arrangement of [command.from, command.to]) touched.push(...piecesOf(roundId, arrangement));
		return touched;
	}
	if ('items' in command) for (const item of command.items ?? []) touched.push({ roundId, item });
	if ('cardIds' in command)
		for (const id of command.cardIds) touched.push({ roundId, item: { kind: 'card', id } });
	if ('clusterId' in command) touched.push({ roundId, item: { kind: 'cluster', id: command.clusterId } });
	if ('need' in command) touched.push({ roundId, item: command.need });
	if ('bottleneck' in command) touched.push({ roundId: command.bottleneckRoundId, item: command.bottleneck });
	return touched;
}

function piecesOf(
	roundId: string | null,
	{ cards, clusters, links, codes }: Arrangement
): readonly Touched[] {
	const clusterIds = [...clusters.map(({ id }) => id), ...cards.flatMap(({ clusterId }) => clusterId ?? [])];
	return [
		...cards.map(({ cardId }) => ({ roundId, item: { kind: 'card', id: cardId } as const })),
		...clusterIds.map((id) => ({ roundId, item: { kind: 'cluster', id } as const })),
		...codes.map(({ item }) => ({ roundId, item })),
		...links.flatMap((link) => [
			{ roundId: link.roundId, item: link.need },
			{ roundId: link.bottleneckRoundId, item: link.bottleneck }
		])
	];
}
