/** As many as a laptop shows of a list before one scrolls, and how many come with each frame after that. */
const SIZES = { grid: { first: 60, perFrame: 80 }, column: { first: 16, perFrame: 12 } } as const;

/**
 * A long list begins with what is in view, and the rest follows frame by frame: a board of 500 would else keep the page of a slow laptop
 * from answering for half a second when it opens. Once whole it stays whole.
 */
export class Growing {
	#count: number = $state(0);

	/** To be made while a component is; `length` is that of the whole list. */
	constructor(length: () => number, flow: keyof typeof SIZES) {
		const { first, perFrame } = SIZES[flow];
		this.#count = first;
		$effect(() => {
			if (this.#count === Infinity) return;
			const frame = requestAnimationFrame(() => {
				this.#count = this.#count >= length() ? Infinity : this.#count + perFrame;
			});
			return () => cancelAnimationFrame(frame);
		});
	}

	/** What is there of the list. */
	of<T>(list: readonly T[]): readonly T[] {
		return this.#count >= list.length ? list : list.slice(0, this.#count);
	}
}
