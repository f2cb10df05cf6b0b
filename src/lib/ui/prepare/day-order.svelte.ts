import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import { withItemAt } from './day-order.ts';

interface Place {
	readonly itemId: string;
	readonly toIndex: number;
}

/** What the order of a day needs of its worksession. */
export interface OrderPort {
	readonly agenda: () => readonly AgendaItem[];
	/** Moves it at the server; whether that was done. */
	readonly move: (itemId: string, toIndex: number) => Promise<boolean>;
}

/**
 * The order of the day as this page shows it: what the server holds, with the one item that is held in the hand where it is held, and
 * the one that was put down where it was put until the view tells the same.
 */
export class DayOrder {
	#held: Place | null = $state.raw(null);
	#put: (Place & { readonly over: readonly AgendaItem[]; readonly isStored: boolean }) | null =
		$state.raw(null);
	readonly #port: OrderPort;

	constructor(port: OrderPort) {
		this.#port = port;
	}

	get items(): readonly AgendaItem[] {
		const items = this.#withoutHand();
		return this.#held ? withItemAt(items, this.#held.itemId, this.#held.toIndex) : items;
	}

	/** Which item is held; null when none is. */
	get heldId(): string | null {
		return this.#held?.itemId ?? null;
	}

	/** Where an item is shown, from 0. */
	indexOf(itemId: string): number {
		return this.items.findIndex(({ id }) => id === itemId);
	}

	lift(itemId: string): void {
		const toIndex = this.indexOf(itemId);
		if (toIndex >= 0) this.#held = { itemId, toIndex };
	}

	/** Holds the lifted item elsewhere; beyond an end is at that end. */
	holdAt(index: number): void {
		if (!this.#held) return;
		const toIndex = Math.max(0, Math.min(index, this.items.length - 1));
		this.#held = { itemId: this.#held.itemId, toIndex };
	}

	/** Puts the lifted item back where it was. */
	putBack(): void {
		this.#held = null;
	}

	/** Puts the lifted item down. False when the server refused it, and it is back where it was. */
	async drop(): Promise<boolean> {
		const held = this.#held;
		this.#held = null;
		return held === null || this.#moveTo(held);
	}

	/** Moves an item by so many places, at once. */
	async moveBy(itemId: string, places: number): Promise<boolean> {
		this.lift(itemId);
		this.holdAt(this.indexOf(itemId) + places);
		return this.drop();
	}

	async #moveTo({ itemId, toIndex }: Place): Promise<boolean> {
		const before = this.#withoutHand();
		if (before.findIndex(({ id }) => id === itemId) === toIndex) return true;
		const put = { itemId, toIndex, over: this.#port.agenda() };
		const mine = { ...put, isStored: false };
		this.#put = mine;
		const isDone = await this.#port.move(itemId, toIndex);
		// A later one may have been put down meanwhile.
		if (this.#put === mine) this.#put = isDone ? { ...put, isStored: true } : null;
		return isDone;
	}

	#withoutHand(): readonly AgendaItem[] {
		const agenda = this.#port.agenda();
		if (!this.#put) return agenda;
		const isSeen = this.#put.isStored && agenda !== this.#put.over;
		return isSeen ? agenda : withItemAt(agenda, this.#put.itemId, this.#put.toIndex);
	}
}
