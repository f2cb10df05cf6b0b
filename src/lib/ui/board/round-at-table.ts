import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { TableView } from '#lib/domain/visibility/shared-view.ts';
import { isShownAt, type TableFilter } from './board-tables.ts';

/** A round with only what this filter shows. A stack over more tables stands with each of them, and stays whole. */
export function roundAtTable<T extends Pick<RoundView, 'cards' | 'clusters'>>(
	round: T,
	filter: TableFilter
): T {
	if (filter === 'all') return round;
	const here = Object.values(round.cards).filter((card) => isShownAt(card, filter));
	const clusterIds = new Set(here.map((card) => card.clusterId));
	const isShown = (card: CardView) =>
		isShownAt(card, filter) || (card.clusterId !== null && clusterIds.has(card.clusterId));
	const cards = Object.entries(round.cards).filter(([, card]) => isShown(card));
	const clusters = Object.entries(round.clusters).filter(([id]) => clusterIds.has(id));
	return { ...round, cards: Object.fromEntries(cards), clusters: Object.fromEntries(clusters) };
}

/** The tables at which these cards were written, in the order of the tables. */
export function tablesOf(
	cards: readonly Pick<CardView, 'tableId'>[],
	tables: readonly TableView[]
): readonly TableView[] {
	const ids = new Set(cards.map((card) => card.tableId));
	return tables.filter((table) => ids.has(table.id));
}
