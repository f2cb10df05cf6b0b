/** Chance from a seed (mulberry32). */
export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** At least 0 and below 1. */
	roll(): number {
		this.#state = (this.#state + 0x6d2b_79f5) | 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}

	below(n: number): number {
		return Math.floor(this.roll() * n);
	}

	chance(probability: number): boolean {
		return this.roll() < probability;
	}

	pick<T>(list: readonly T[]): T {
		const picked = list[this.below(list.length)];
		if (picked === undefined) throw new Error('Nothing to pick from');
		return picked;
	}

	/** One of the list, or the fallback when it is empty. */
	pickOr<T>(list: readonly T[], fallback: T): T {
		return list.length === 0 ? fallback : this.pick(list);
	}

	some<T>(list: readonly T[], countMax: number): readonly T[] {
		return list.length === 0 ? [] : Array.from({ length: 1 + this.below(countMax) }, () => this.pick(list));
	}
}
