import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { roundName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';

/** The list with one item at another index; the same list when the item is not in it. */
export function withItemAt<T extends { readonly id: string }>(
	items: readonly T[],
	itemId: string,
	toIndex: number
): readonly T[] {
	const item = items.find(({ id }) => id === itemId);
	if (!item) return items;
	return items.filter((other) => other !== item).toSpliced(toIndex, 0, item);
}

/**
 * The index that a row takes when it is held at `y`: after every other row of which the middle is above that. All in pixels of the
 * same frame; `middles` are those of the other rows, in their order.
 */
export function indexAt(y: number, middles: readonly number[]): number {
	return middles.filter((middle) => middle < y).length;
}

/** What each item of a day is called, by id; the second round of a kind is told from the first by its number. */
export function itemNames({
	agenda,
	rounds
}: Pick<SharedView, 'agenda' | 'rounds'>): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const seen = new Map<string, number>();
	for (const item of agenda) {
		const kind = item.kind === 'round' ? rounds[item.id]?.kind : undefined;
		if (!kind) {
			names.set(item.id, item.kind === 'break' ? item.title : '');
			continue;
		}
		const number = (seen.get(kind) ?? 0) + 1;
		seen.set(kind, number);
		const name = roundName(kind);
		names.set(item.id, number === 1 ? name : m.prepare_item_number({ name, number }));
	}
	return names;
}
