import { itemKey } from '#lib/domain/items.ts';
import type { HeldView } from '#lib/domain/visibility.ts';
import { m } from '#lib/i18n/words.ts';

/** With whom the pieces of a round are now, in words, by item key. */
export function heldWords(held: readonly HeldView[], roundId: string): ReadonlyMap<string, string> {
	const here = held.filter((one) => one.roundId === roundId);
	return new Map(here.flatMap((one) => one.items.map((item) => [itemKey(item), withWhom(one)] as const)));
}

function withWhom({ name, isByFacilitator }: HeldView): string {
	if (name) return m.common_held_by({ name });
	return isByFacilitator ? m.common_held_by_facilitator() : m.common_held_by_somebody();
}
