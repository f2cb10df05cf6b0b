import type { System } from '../system.ts';

const LOOK_EVERY_MS = 60_000;
/** Long enough for a meeting or a walk; whoever comes back later starts a new trial. */
export const UNWATCHED_MS_MAX = 30 * 60_000;

interface Parts {
	readonly system: Pick<System, 'now' | 'later'>;
	/** Whether somebody looks, or something goes on that ends by itself. */
	readonly isWatched: () => Promise<boolean>;
	/** Called once, half an hour after the last look. */
	readonly onUnwatched: () => void;
	readonly onFault: (error: unknown) => void;
}

/** Looks once a minute whether anybody still watches. */
export class Unwatched {
	readonly #parts: Parts;
	#watchedAt: number;
	#cancel: () => void = () => undefined;
	#hasEnded = false;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#watchedAt = parts.system.now();
		this.#wait();
	}

	end(): void {
		this.#hasEnded = true;
		this.#cancel();
	}

	#wait(): void {
		this.#cancel = this.#parts.system.later(LOOK_EVERY_MS, () => {
			this.#look().catch((error: unknown) => this.#parts.onFault(error));
		});
	}

	async #look(): Promise<void> {
		const { system, isWatched, onUnwatched } = this.#parts;
		const now = system.now();
		if (await isWatched()) this.#watchedAt = now;
		if (this.#hasEnded) return;
		if (now - this.#watchedAt >= UNWATCHED_MS_MAX) onUnwatched();
		else this.#wait();
	}
}
