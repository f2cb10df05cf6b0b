import type { ItemRef } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { compareStandings, placesOf } from '#lib/domain/choose/ranking.ts';
import { remembering } from '#lib/domain/remembering.ts';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { ClusterView, RoundView } from '#lib/domain/visibility/round-view.ts';
import type { ItemResult } from '#lib/domain/visibility/vote-results.ts';
import type { ProcessStep } from '#lib/domain/board/step.ts';
import { stepNumber } from './board-tables.ts';

/** What the board shows as one piece: a cluster of cards, or a loose card. */
export interface BoardItem {
	readonly ref: ItemRef;
	/** Key of the item in ballots and results. */
	readonly key: string;
	/** Title of the cluster, or text of the card. */
	readonly title: string;
	readonly stepId: string | null;
	/** One for a loose card. */
	readonly cards: readonly CardView[];
}

export interface BoardColumn {
	/** Null for what lies at no step. */
	readonly step: ProcessStep | null;
	/** From 1; 0 without a step. */
	readonly number: number;
	readonly items: readonly BoardItem[];
}

/** The clusters and loose cards of a round: clusters first, each group in the order of its ids, which says nothing about who or when. */
export const boardItems = remembering(
	(round: Pick<RoundView, 'cards' | 'clusters'>): readonly BoardItem[] => {
		const inside = Map.groupBy(Object.values(round.cards), ({ clusterId }) => clusterId);
		const clusters = Object.values(round.clusters).map((cluster) =>
			clusterItem(cluster, inside.get(cluster.id) ?? [])
		);
		return [...inOrderOfIds(clusters), ...inOrderOfIds((inside.get(null) ?? []).map(looseItem))];
	}
);

/** What did not change stays the same piece, so that a board of 500 draws one when one changed. */
const looseItem = remembering((card: CardView): BoardItem => {
	const ref: ItemRef = { kind: 'card', id: card.id };
	return { ref, key: itemKey(ref), title: card.text, stepId: card.stepId, cards: [card] };
});

const clusterItem = remembering(
	({ id, title, stepId }: ClusterView, cards: readonly CardView[]): BoardItem => {
		const ref: ItemRef = { kind: 'cluster', id };
		return { ref, key: itemKey(ref), title, stepId, cards };
	},
	(_, cards) => [cards.length, ...cards]
);

/**
 * A column for each of these steps (`stepsAt` gives them in order), and one at the end for what lies at none (left out when there is
 * nothing).
 */
export function boardColumns(
	round: Pick<RoundView, 'cards' | 'clusters'>,
	steps: readonly ProcessStep[]
): readonly BoardColumn[] {
	const items = boardItems(round);
	const known = new Set(steps.map((step) => step.id));
	const columns = steps.map((step) => ({
		step,
		number: stepNumber(steps, step),
		items: items.filter((item) => item.stepId === step.id)
	}));
	const rest = items.filter((item) => item.stepId === null || !known.has(item.stepId));
	return rest.length > 0 ? [...columns, { step: null, number: 0, items: rest }] : columns;
}

export interface RankedItem extends BoardItem {
	/** Items with as many dots share a rank. */
	readonly rank: number;
	readonly cardCount: number;
	readonly result: ItemResult;
}

/** The items that got dots, in the order of results. */
export function rankedItems(round: Pick<RoundView, 'cards' | 'clusters' | 'results'>): readonly RankedItem[] {
	const results = round.results ?? {};
	const voted = boardItems(round)
		.flatMap((item) => {
			const result = results[item.key];
			return result && result.dots > 0 ? [{ ...item, result, cardCount: item.cards.length }] : [];
		})
		.sort(compareStandings);
	const places = placesOf(voted.map((item) => item.result.dots));
	return voted.map((item, index) => ({ ...item, rank: places[index] ?? 0 }));
}

function inOrderOfIds(items: readonly BoardItem[]): readonly BoardItem[] {
	return [...items].sort((a, b) => (a.ref.id < b.ref.id ? -1 : 1));
}
