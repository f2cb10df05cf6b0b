import { SvelteSet } from 'svelte/reactivity';

/** Which cards and stacks are chosen, by item key (`card:…`, `cluster:…`). */
export class Selection {
	readonly #keys = new SvelteSet<string>();

	get size(): number {
		return this.#keys.size;
	}

	has(key: string): boolean {
		return this.#keys.has(key);
	}

	toggle(key: string): void {
		if (!this.#keys.delete(key)) this.#keys.add(key);
	}

	add(keys: Iterable<string>): void {
		for (const key of keys) this.#keys.add(key);
	}

	clear(): void {
		this.#keys.clear();
	}

	/** Lets go of what is no longer on the board, which is asked only while something is chosen. */
	keepOnly(read: () => ReadonlySet<string>): void {
		if (this.#keys.size === 0) return;
		const known = read();
		for (const key of this.#keys) if (!known.has(key)) this.#keys.delete(key);
	}
}
