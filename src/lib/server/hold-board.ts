import type { Hold, Holder } from '#lib/domain/board/holding.ts';
import { heldView, type HeldView } from '#lib/domain/visibility/held-view.ts';
import type { System } from './system.ts';
import type { World } from './viewers.ts';

/** At most one message per connection in this time, however many pick up and put down: five a second. */
const HELD_INTERVAL_MS = 200;
/** A hand that nobody heard of for so long is empty: its page went to sleep or lost its way. Browsers say it again every five seconds. */
const SILENCE_MS_MAX = 15_000;

/** A connection of somebody who may act. */
interface Reader extends Omit<Holder, 'hold'> {
	/** As it is at the time it is asked. */
	readonly world: () => World;
	readonly send: (held: readonly HeldView[]) => void;
}

interface Hand extends Reader {
	held: { readonly hold: Hold; readonly saidAt: number } | null;
	/** What was sent last, as JSON; nothing held until then. */
	sent: string;
}

interface Table {
	readonly hands: Set<Hand>;
	/** Whether a message is planned already. */
	isPlanned: boolean;
}

/** One connection's hand on the board of a worksession. */
export interface HandOnBoard {
	hold(hold: Hold | null): void;
	leave(): void;
}

/** Who holds what, per worksession, told to whoever may know. Lives in memory only, and a hand goes with its connection. */
export class HoldBoard {
	readonly #system: System;
	readonly #tables = new Map<string, Table>();

	constructor(system: System) {
		this.#system = system;
	}

	enter(sessionId: string, reader: Reader): HandOnBoard {
		const table = this.#tables.get(sessionId) ?? { hands: new Set(), isPlanned: false };
		this.#tables.set(sessionId, table);
		const hand: Hand = { ...reader, held: null, sent: '[]' };
		table.hands.add(hand);
		if (this.#holders(table).length > 0) this.#plan(table);
		return {
			hold: (hold) => this.#hold(table, hand, hold),
			leave: () => {
				table.hands.delete(hand);
				if (table.hands.size === 0) this.#tables.delete(sessionId);
				else if (hand.held) this.#plan(table);
			}
		};
	}

	#hold(table: Table, hand: Hand, hold: Hold | null): void {
		if (!table.hands.has(hand)) return;
		hand.held = hold && { hold, saidAt: this.#system.now() };
		this.#plan(table);
		if (hold) this.#system.later(SILENCE_MS_MAX, () => this.#plan(table));
	}

	#plan(table: Table): void {
		if (table.isPlanned) return;
		table.isPlanned = true;
		this.#system.later(HELD_INTERVAL_MS, () => {
			table.isPlanned = false;
			const holders = this.#holders(table);
			for (const hand of table.hands) tell(hand, holders);
		});
	}

	#holders({ hands }: Table): readonly (readonly [Hand, Holder])[] {
		const heardSince = this.#system.now() - SILENCE_MS_MAX;
		return [...hands].flatMap((hand) => {
			const { held, actor, facilitatorName } = hand;
			const isHeard = held && held.saidAt > heardSince;
			return isHeard ? [[hand, { actor, facilitatorName, hold: held.hold }] as const] : [];
		});
	}
}

/** What the others hold, unless that was the last that was told. */
function tell(hand: Hand, holders: readonly (readonly [Hand, Holder])[]): void {
	const { state, people } = hand.world();
	const others = holders.flatMap(([other, holder]) => (other === hand ? [] : [holder]));
	const held = heldView(state, people, others, hand.actor);
	const json = JSON.stringify(held);
	if (json === hand.sent) return;
	hand.sent = json;
	hand.send(held);
}
