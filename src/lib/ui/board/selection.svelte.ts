import { NO_KEYS, toggled, withKeys, type KeySet } from './key-sets.ts';

/** Which cards and stacks are chosen, by item key (`card:…`, `cluster:…`). */
export class Selection {
	#keys: KeySet = $state.raw(NO_KEYS);

	get keys(): KeySet {
		return this.#keys;
	}

	get size(): number {
		return this.#keys.size;
	}

	has(key: string): boolean {
		return this.#keys.has(key);
	}

	toggle(key: string): void {
		this.#keys = toggled(this.#keys, key);
	}

	add(keys: Iterable<string>): void {
		this.#keys = withKeys(this.#keys, keys);
	}

	clear(): void {
		this.#keys = NO_KEYS;
	}

	/** Lets go of what is no longer on the board, which is asked only while something is chosen. */
	keepOnly(read: () => ReadonlySet<string>): void {
		if (this.#keys.size === 0) return;
		const kept = this.#keys.intersection(read());
		if (kept.size < this.#keys.size) this.#keys = kept;
	}
}
