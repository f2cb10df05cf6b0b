import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { ClusterView } from '#lib/domain/visibility/round-view.ts';

/** What making a stack means for a choice: a new one, more cards in one, more stacks into one, or a part of one by itself. */
export type Stacking = 'make' | 'add' | 'merge' | 'split';

export function stackingOf(
	cards: readonly Pick<CardView, 'clusterId'>[],
	clusters: readonly Pick<ClusterView, 'id'>[]
): Stacking {
	if (clusters.length > 1) return 'merge';
	if (clusters.length === 1) return 'add';
	const [stackId, another] = new Set(cards.map(({ clusterId }) => clusterId));
	return stackId && another === undefined ? 'split' : 'make';
}
