import { itemKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import type { AuthorView, CardView } from '#lib/domain/visibility/card-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';

/** What stands in the spotlight, as far as it belongs to the round the group is at. */
export interface LitItem {
	readonly key: string;
	/** Title of the stack, or text of the card. */
	readonly title: string;
	readonly isCluster: boolean;
	/** One for a card. */
	readonly cardCount: number;
	/** Null for a stack, and where nobody may know. */
	readonly author: AuthorView | null;
}

export function litItem(shared: Pick<SharedView, 'spotlight' | 'currentItemId' | 'rounds'>): LitItem | null {
	const { spotlight, currentItemId, rounds } = shared;
	const round = spotlight?.roundId === currentItemId ? own(rounds, currentItemId ?? '') : undefined;
	if (!spotlight || !round) return null;
	const { id, kind } = spotlight.item;
	const key = itemKey(spotlight.item);
	if (kind === 'card') {
		const card = own(round.cards, id);
		return card ? { key, title: card.text, isCluster: false, cardCount: 1, author: card.author } : null;
	}
	const cluster = own(round.clusters, id);
	const cardCount = Object.values(round.cards).filter((card) => card.clusterId === id).length;
	return cluster ? { key, title: cluster.title, isCluster: true, cardCount, author: null } : null;
}

/** Whether a card, by itself or as part of its stack, is what everybody looks at. */
export function isCardLit(litKey: string | null, card: Pick<CardView, 'id' | 'clusterId'>): boolean {
	return litKey === `card:${card.id}` || (card.clusterId !== null && litKey === `cluster:${card.clusterId}`);
}
