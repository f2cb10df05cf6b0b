import type { Store } from './store/store.ts';
import type { System } from './system.ts';

/** Whoever watches over a server asks every few seconds; each time a page is written for real, and read back by nobody. */
export const PROBE_INTERVAL_MS = 5_000;

/** Whether this server can write, asked of the disk itself, but not at every question. */
export class Health {
	readonly #store: Pick<Store, 'isWritable'>;
	readonly #system: Pick<System, 'now'>;
	#last: { readonly at: number; readonly answer: Promise<boolean> } | null = null;

	constructor(store: Pick<Store, 'isWritable'>, system: Pick<System, 'now'>) {
		this.#store = store;
		this.#system = system;
	}

	/** As the disk answered at most `PROBE_INTERVAL_MS` ago. */
	isWritable(): Promise<boolean> {
		const now = this.#system.now();
		if (!this.#last || now - this.#last.at >= PROBE_INTERVAL_MS || now < this.#last.at)
			this.#last = { at: now, answer: this.#store.isWritable() };
		return this.#last.answer;
	}
}
