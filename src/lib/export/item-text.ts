import { itemKey } from '#lib/domain/board/items.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';

/** What an item of a record says: the title of a cluster or the text of a card; empty where the key is of neither. */
export function itemText({ cards, clusters }: IntakeRecord, key: string): string {
	const cluster = clusters.find(({ id }) => itemKey({ kind: 'cluster', id }) === key);
	return cluster?.title ?? cards.find(({ id }) => itemKey({ kind: 'card', id }) === key)?.text ?? '';
}
