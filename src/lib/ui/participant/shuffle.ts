/**
 * The order in which one person reads the cards of all: shuffled by a hash of person and card, so that nobody's card is always first and
 * a reload gives the same order. Cards that come later are added at the end, and nothing moves under the reader's hands.
 */
export function createShuffle(seed: string): (ids: readonly string[]) => readonly string[] {
	let order: readonly string[] = [];
	return (ids) => {
		order = withNewAtEnd(order, ids, seed);
		return order;
	};
}

/** `known` without what is gone, then what is new in the order of its hash. */
export function withNewAtEnd(
	known: readonly string[],
	ids: readonly string[],
	seed: string
): readonly string[] {
	const present = new Set(ids);
	const kept = known.filter((id) => present.has(id));
	const seen = new Set(kept);
	const added = ids
		.filter((id) => !seen.has(id))
		.map((id) => ({ id, hash: hashOf(seed + id) }))
		.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
	return [...kept, ...added.map(({ id }) => id)];
}

/** FNV-1a over UTF-16 units, 32 bits. Good enough to mix an order, no secret. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
	return hash;
}
