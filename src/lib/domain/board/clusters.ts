import type { Cluster, ItemRef } from './item.ts';
import { cardIdsOf, isVisibleItem, mergedItems, withoutItems } from './items.ts';
import { CLUSTERS_PER_ROUND_MAX, ITEMS_PER_COMMAND_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { allCards, cardOf, withCardsChanged } from '../card/card-table.ts';
import { own } from '../keyed.ts';
import { accept, assert, reject } from '../outcome.ts';
import { titleFault } from '../day/preparation.ts';
import { roundOf, withRound } from '../day/rounds.ts';
import { mayLieAt } from './steps.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Evolvers } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';

/** Cards that say the same, with a title. Clusters hold only cards the room can see. */

type ClusterCommand = 'MakeCluster' | 'RenameCluster' | 'AddToCluster' | 'RemoveFromCluster' | 'TakeApart';
type ClusterEvent =
	'ClusterMade' | 'ClusterRenamed' | 'CardsClustered' | 'CardsTakenOut' | 'ClusterTakenApart';

/** A cluster of one card would be a card with a second title. */
const CARDS_PER_CLUSTER_MIN = 2;

export const clusterDeciders: Deciders<ClusterCommand> = {
	MakeCluster(state, { roundId, title, items }, context) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const fault = titleFault(title, TITLE_LENGTH_MAX);
		if (fault) return reject(fault);
		if (Object.keys(round.clusters).length >= CLUSTERS_PER_ROUND_MAX) return reject('clusters-full');
		if (items.length > ITEMS_PER_COMMAND_MAX || !items.every((item) => isVisibleItem(round, item)))
			return reject('unknown-item');
		const cardIds = [...new Set(items.flatMap((item) => cardIdsOf(round, item)))];
		if (cardIds.length < CARDS_PER_CLUSTER_MIN) return reject('items-too-few');
		const stepId = firstStep(state, round, items);
		return accept([{ type: 'ClusterMade', roundId, clusterId: context.newId(), title, cardIds, stepId }]);
	},

	RenameCluster(state, { roundId, clusterId, title }) {
		const cluster = clusterOf(state, roundId, clusterId);
		if (!cluster) return reject('unknown-cluster');
		const fault = titleFault(title, TITLE_LENGTH_MAX);
		if (fault) return reject(fault);
		return accept(cluster.title === title ? [] : [{ type: 'ClusterRenamed', roundId, clusterId, title }]);
	},

	AddToCluster(state, { roundId, clusterId, cardIds }) {
		const round = own(state.rounds, roundId);
		if (!round || !own(round.clusters, clusterId)) return reject('unknown-cluster');
		if (!areVisibleCards(round, cardIds)) return reject('unknown-card');
		const added = [...new Set(cardIds)].filter((id) => cardOf(round.cards, id)?.clusterId !== clusterId);
		return accept(added.length === 0 ? [] : [{ type: 'CardsClustered', roundId, clusterId, cardIds: added }]);
	},

	RemoveFromCluster(state, { roundId, cardIds }) {
		const round = own(state.rounds, roundId);
		if (!round || !areVisibleCards(round, cardIds)) return reject('unknown-card');
		const taken = [...new Set(cardIds)].filter((id) => cardOf(round.cards, id)?.clusterId !== null);
		return accept(taken.length === 0 ? [] : [{ type: 'CardsTakenOut', roundId, cardIds: taken }]);
	},

	TakeApart(state, { roundId, clusterId }) {
		if (!clusterOf(state, roundId, clusterId)) return reject('unknown-cluster');
		return accept([{ type: 'ClusterTakenApart', roundId, clusterId }]);
	}
};

export const clusterEvolvers: Evolvers<ClusterEvent> = {
	ClusterMade(state, { roundId, clusterId, title, cardIds, stepId }) {
		const round = roundOf(state, roundId);
		const cluster: Cluster = { id: clusterId, title, stepId };
		const clusters = { ...round.clusters, [clusterId]: cluster };
		return moveCards(withRound(state, { ...round, clusters }), roundId, cardIds, clusterId);
	},
	ClusterRenamed(state, { roundId, clusterId, title }) {
		const round = roundOf(state, roundId);
		const cluster = round.clusters[clusterId];
		assert(cluster !== undefined, 'a renamed cluster exists');
		return withRound(state, {
			...round,
			clusters: { ...round.clusters, [clusterId]: { ...cluster, title } }
		});
	},
	CardsClustered: (state, { roundId, clusterId, cardIds }) => moveCards(state, roundId, cardIds, clusterId),
	CardsTakenOut: (state, { roundId, cardIds }) => moveCards(state, roundId, cardIds, null),
	ClusterTakenApart(state, { roundId, clusterId }) {
		const round = roundOf(state, roundId);
		const cardIds = cardIdsOf(round, { kind: 'cluster', id: clusterId });
		return moveCards(state, roundId, cardIds, null);
	}
};

/** Puts cards in a cluster, or loose; clusters that this leaves empty end, and dots and links follow their cards into a cluster. */
function moveCards(
	state: Worksession,
	roundId: string,
	cardIds: readonly string[],
	clusterId: string | null
): Worksession {
	const round = roundOf(state, roundId);
	const left = new Set(cardIds.map((id) => cardOf(round.cards, id)?.clusterId ?? null));
	const cards = withCardsChanged(round.cards, cardIds, (card) => ({ ...card, clusterId }));
	for (const card of allCards(cards)) left.delete(card.clusterId);
	left.delete(null);
	const moved = withRound(state, { ...round, cards });
	const emptied = [...left].flatMap((id): ItemRef[] => (id === null ? [] : [{ kind: 'cluster', id }]));
	if (clusterId === null) return withoutItems(moved, roundId, emptied);
	const merged: ItemRef[] = cardIds.map((id) => ({ kind: 'card', id }));
	return mergedItems(moved, roundId, [...merged, ...emptied], { kind: 'cluster', id: clusterId });
}

function clusterOf(state: Worksession, roundId: string, clusterId: string): Cluster | undefined {
	const round = own(state.rounds, roundId);
	return round && own(round.clusters, clusterId);
}

function areVisibleCards(round: Round, cardIds: readonly string[]): boolean {
	return (
		cardIds.length <= ITEMS_PER_COMMAND_MAX &&
		cardIds.every((id) => cardOf(round.cards, id)?.isShared === true)
	);
}

/** A new cluster stands at the step of the first of its items that has one, unless that is of one table and the items are of more. */
function firstStep(state: Worksession, round: Round, items: readonly ItemRef[]): string | null {
	for (const { kind, id } of items) {
		const stepId = (kind === 'card' ? cardOf(round.cards, id) : own(round.clusters, id))?.stepId;
		const step = state.steps.find((known) => known.id === stepId);
		if (step) return mayLieAt(round, items, step.tableId) ? step.id : null;
	}
	return null;
}
