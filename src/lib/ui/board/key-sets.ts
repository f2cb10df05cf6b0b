import type { ItemRef } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';

/**
 * Sets of item keys, each change of which is a new set: who reads whether 500 keys are in it depends on one thing, where with a reactive set
 * it would depend on 500.
 */
export type KeySet = ReadonlySet<string>;

export const NO_KEYS: KeySet = new Set();

export function keysOf(items: readonly ItemRef[]): KeySet {
	return new Set(items.map(itemKey));
}

export function withKeys(keys: KeySet, more: Iterable<string>): KeySet {
	return new Set([...keys, ...more]);
}

/** With the key when it was not in it, else without. */
export function toggled(keys: KeySet, key: string): KeySet {
	return keys.has(key) ? keys.difference(new Set([key])) : withKeys(keys, [key]);
}
