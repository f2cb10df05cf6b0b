/**
 * Keeps things in the order in which this browser first met them: what comes in later stands at the end, never above what somebody is
 * reading. The view itself comes in order of random ids.
 */
export class ArrivalOrder {
	readonly #rank = new Map<string, number>();

	sorted<T extends { readonly key: string }>(things: readonly T[]): T[] {
		for (const { key } of things) if (!this.#rank.has(key)) this.#rank.set(key, this.#rank.size);
		return [...things].sort((a, b) => this.#rankOf(a) - this.#rankOf(b));
	}

	#rankOf({ key }: { readonly key: string }): number {
		return this.#rank.get(key) ?? 0;
	}
}
