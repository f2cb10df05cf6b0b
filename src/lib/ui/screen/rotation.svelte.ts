/** Long enough to read five lines aloud. */
const PAGE_MS = 12_000;

/** Which of a number of pages is in view. Turns by itself in the browser, except while held. */
export class Rotation {
	#turn = $state(0);
	readonly #count: () => number;

	/** Both are read live: cards may come, and somebody may hold the screen, while pages turn. */
	constructor(count: () => number, isHeld: () => boolean) {
		this.#count = count;
		$effect(() => {
			if (isHeld() || count() < 2) return;
			const turning = setInterval(() => (this.#turn += 1), PAGE_MS);
			return () => clearInterval(turning);
		});
	}

	/** Index of the page in view. */
	get page(): number {
		return this.#turn % Math.max(1, this.#count());
	}
}
