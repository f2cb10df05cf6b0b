/** A number from 0 up to 1, as Math.random gives, but the same row of numbers for the same seed. */
export type Random = () => number;

/** A seeded row of chances (mulberry32). The seed is any text; chance that repeats makes a trial repeatable in tests. */
export function seededRandom(seed: string): Random {
	let state = [...seed].reduce(
		(hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193),
		0x811c9dc5
	);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** One of these, or undefined when there is none. */
export function pick<T>(random: Random, from: readonly T[]): T | undefined {
	return from[Math.floor(random() * from.length)];
}

/** The same things in another order. */
export function shuffled<T>(random: Random, from: readonly T[]): readonly T[] {
	return from
		.map((thing) => ({ thing, order: random() }))
		.sort((a, b) => a.order - b.order)
		.map(({ thing }) => thing);
}
