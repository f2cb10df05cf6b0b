import { itemKey, itemOfCard } from '#lib/domain/items.ts';
import { own } from '#lib/domain/keyed.ts';
import { compareStandings } from '#lib/domain/ranking.ts';
import type { ItemResult, RoundView, SharedView } from '#lib/domain/visibility.ts';

/** A cluster or loose card as a line on the hall screen. */
export interface ItemRow {
	readonly key: string;
	readonly title: string;
	readonly isCluster: boolean;
	readonly cardCount: number;
	readonly stepId: string | null;
}

export interface ResultRow extends ItemRow {
	readonly result: ItemResult;
}

export interface StepRow {
	readonly key: string;
	readonly number: number;
	readonly title: string;
	readonly cardCount: number;
}

/** Clusters and loose cards, most cards first. */
export function itemRows(round: RoundView): readonly ItemRow[] {
	const rows = new Map<string, ItemRow>();
	for (const { id, title, stepId } of Object.values(round.clusters)) {
		const key = itemKey({ kind: 'cluster', id });
		rows.set(key, { key, title, isCluster: true, cardCount: 0, stepId });
	}
	for (const card of Object.values(round.cards)) {
		const key = itemKey(itemOfCard(card));
		const known = rows.get(key);
		if (known) rows.set(key, { ...known, cardCount: known.cardCount + 1 });
		else rows.set(key, { key, title: card.text, isCluster: false, cardCount: 1, stepId: card.stepId });
	}
	return [...rows.values()].toSorted((a, b) => b.cardCount - a.cardCount);
}

/** What got dots, in the order of results; empty while the round is not closed or nobody voted. */
export function resultRows(round: RoundView): readonly ResultRow[] {
	const { results } = round;
	if (!results) return [];
	return itemRows(round)
		.flatMap((row) => {
			const result = own(results, row.key);
			return result && result.dots > 0 ? [{ ...row, result }] : [];
		})
		.toSorted(compareStandings);
}

/** The steps of the process, each with the cards of this round that stand at it. */
export function stepRows(shared: SharedView, round: RoundView): readonly StepRow[] {
	const rows = itemRows(round);
	return shared.steps.map(({ id, title }, index) => ({
		key: id,
		number: index + 1,
		title,
		cardCount: rows.filter((row) => row.stepId === id).reduce((sum, row) => sum + row.cardCount, 0)
	}));
}
