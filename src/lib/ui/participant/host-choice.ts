import { proposedText } from '#lib/domain/card/proposed-text.ts';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { ClusterView, RoundView } from '#lib/domain/visibility/round-view.ts';

/** What a host has chosen on the board of their table. */
export interface HostChoice {
	readonly roundId: string;
	/** Also those that lie in a stack, if they were chosen by themselves. */
	readonly cards: readonly CardView[];
	readonly clusters: readonly ClusterView[];
	readonly items: readonly ItemRef[];
	/** The chosen cards and those in the chosen stacks. */
	readonly cardIds: readonly string[];
	/** The one stack that is chosen and nothing else, to name it anew. */
	readonly cluster: ClusterView | null;
}

/** What of this round is chosen; `isChosen` is asked per item key. Pieces that went meanwhile are no part of it. */
export function choiceOf(
	round: Pick<RoundView, 'id' | 'cards' | 'clusters'>,
	isChosen: (key: string) => boolean
): HostChoice {
	const cards = Object.values(round.cards).filter(({ id }) => isChosen(itemKey({ kind: 'card', id })));
	const clusters = Object.values(round.clusters).filter(({ id }) =>
		isChosen(itemKey({ kind: 'cluster', id }))
	);
	const clusterIds = new Set<string | null>(clusters.map(({ id }) => id));
	const inClusters = Object.values(round.cards).filter(
		({ clusterId }) => clusterId !== null && clusterIds.has(clusterId)
	);
	const [first, another] = clusters;
	return {
		roundId: round.id,
		cards,
		clusters,
		items: [
			...clusters.map(({ id }) => ({ kind: 'cluster', id }) as const),
			...cards.map(({ id }) => ({ kind: 'card', id }) as const)
		],
		cardIds: [...new Set([...cards, ...inClusters].map(({ id }) => id))],
		cluster: first && !another && cards.length === 0 ? first : null
	};
}

/** The first words of the first card or stack: somewhere to begin with a title. */
export function titleFor({ cards, clusters }: HostChoice): string {
	const text = clusters[0]?.title ?? proposedText(cards[0]);
	return [...text].slice(0, TITLE_LENGTH_MAX).join('');
}

/** What the acts on a choice ask for. A title stands in for one that is still to be typed. */
export const hostCommands = {
	stack: ({ roundId, items }: HostChoice, title: string): Command => ({
		type: 'MakeCluster',
		roundId,
		title,
		items
	}),
	add: ({ roundId, cardIds }: HostChoice, clusterId: string): Command => ({
		type: 'AddToCluster',
		roundId,
		clusterId,
		cardIds
	}),
	pin: ({ roundId, items }: HostChoice, stepId: string | null): Command => ({
		type: 'PinItems',
		roundId,
		items,
		stepId
	}),
	takeOut: ({ roundId, cards }: HostChoice): Command => ({
		type: 'RemoveFromCluster',
		roundId,
		cardIds: cards.filter((card) => card.clusterId !== null).map(({ id }) => id)
	}),
	step: ({ roundId, cardIds }: HostChoice, tableId: string, title: string): Command => ({
		type: 'AddStep',
		title,
		tableId,
		roundId: cardIds.length === 0 ? null : roundId,
		cardIds
	})
} as const;
