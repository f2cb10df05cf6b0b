import type { ItemRef } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { formatList, m } from '#lib/i18n/words.ts';

type Held = Pick<RoundView, 'id' | 'cards'>;

/**
 * With whom the pieces of a round are now, in words, by item key. A card in a stack that is not open cannot be seen: there the stack
 * tells it.
 */
export function heldWords(
	held: readonly HeldView[],
	round: Held | null,
	isOpen: (clusterId: string) => boolean = () => false
): ReadonlyMap<string, string> {
	const words = new Map<string, Set<string>>();
	for (const one of round ? held.filter(({ roundId }) => roundId === round.id) : []) {
		for (const key of one.items.flatMap((item) => keysOf(item, round, isOpen)))
			words.set(key, (words.get(key) ?? new Set()).add(withWhom(one)));
	}
	return new Map([...words].map(([key, texts]) => [key, formatList([...texts])]));
}

/** Of the piece, and of the closed stack it lies in. */
function keysOf(
	item: ItemRef,
	round: Held | null,
	isOpen: (clusterId: string) => boolean
): readonly string[] {
	const id = item.kind === 'card' ? own(round?.cards ?? {}, item.id)?.clusterId : null;
	const isHidden = id !== null && id !== undefined && !isOpen(id);
	return [itemKey(item), ...(isHidden ? [itemKey({ kind: 'cluster', id })] : [])];
}

function withWhom({ name, isByFacilitator }: HeldView): string {
	if (name) return m.common_held_by({ name });
	return isByFacilitator ? m.common_held_by_facilitator() : m.common_held_by_somebody();
}
