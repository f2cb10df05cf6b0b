import { m } from '#lib/i18n/words.ts';
import { followPointer } from '../primitives/pointer-drag.ts';
import { indexAt } from './day-order.ts';
import type { DayOrder } from './day-order.svelte.ts';

/** What the grips need of the page around them. */
interface GripPort {
	readonly order: DayOrder;
	readonly list: () => HTMLElement | undefined;
	readonly nameOf: (itemId: string) => string;
	/** Clock time at which an item starts where it is shown. */
	readonly startOf: (itemId: string) => string;
	/** Says what came of what somebody just did. */
	readonly say: (text: string) => void;
}

const KEYS: Readonly<Record<string, (index: number, count: number) => number>> = {
	ArrowUp: (index) => index - 1,
	ArrowDown: (index) => index + 1,
	Home: () => 0,
	End: (_, count) => count - 1
};

/** What happens at the grips of the rows: lifted, moved and put down with keys, or dragged with a pointer. */
export class Grip {
	readonly #port: GripPort;

	constructor(port: GripPort) {
		this.#port = port;
	}

	get heldId(): string | null {
		return this.#port.order.heldId;
	}

	/** A click without a pointer is Space, Enter or a screen reader's own; a pointer drags instead. */
	pressed(event: MouseEvent, itemId: string): void {
		if (event.detail !== 0) return;
		if (this.heldId === itemId) void this.#drop(itemId);
		else this.#lift(itemId);
	}

	keyed(event: KeyboardEvent, itemId: string): void {
		if (this.heldId !== itemId) return;
		// Whoever walks on leaves the row where it was.
		if (event.key === 'Escape' || event.key === 'Tab') {
			this.#putBack(itemId);
			return;
		}
		const { order, say, startOf } = this.#port;
		const target = KEYS[event.key]?.(order.indexOf(itemId), order.items.length);
		if (target === undefined) return;
		event.preventDefault();
		order.holdAt(target);
		say(m.prepare_grip_moved({ ...this.#place(itemId), time: startOf(itemId) }));
	}

	taken(event: PointerEvent, itemId: string): void {
		if (event.button !== 0) return;
		const { order } = this.#port;
		this.#leave();
		followPointer(event, {
			onstart: () => order.lift(itemId),
			onmove: ({ y }) => order.holdAt(indexAt(y, this.#middlesBeside(itemId))),
			onend: (isDropped) => {
				if (isDropped) void this.#drop(itemId);
				else this.#putBack(itemId);
			}
		});
	}

	/** Puts back what is still held, when a pointer goes elsewhere. */
	#leave(): void {
		if (this.heldId !== null) this.#putBack(this.heldId);
	}

	#lift(itemId: string): void {
		const { order, say, nameOf } = this.#port;
		this.#leave();
		order.lift(itemId);
		say(m.prepare_grip_lifted({ name: nameOf(itemId), ...this.#place(itemId) }));
	}

	#putBack(itemId: string): void {
		const { order, say, nameOf } = this.#port;
		order.putBack();
		say(m.prepare_grip_back({ name: nameOf(itemId), ...this.#place(itemId) }));
	}

	async #drop(itemId: string): Promise<void> {
		const { order, say, nameOf, startOf } = this.#port;
		const dropping = order.drop();
		const words = m.prepare_grip_dropped({
			name: nameOf(itemId),
			...this.#place(itemId),
			time: startOf(itemId)
		});
		if (await dropping) say(words);
	}

	#place(itemId: string): { place: number; count: number } {
		const { order } = this.#port;
		return { place: order.indexOf(itemId) + 1, count: order.items.length };
	}

	#middlesBeside(itemId: string): readonly number[] {
		const rows = [...(this.#port.list()?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
		return rows
			.filter((row) => row.dataset.item !== itemId)
			.map((row) => row.getBoundingClientRect())
			.map(({ top, height }) => top + height / 2);
	}
}
