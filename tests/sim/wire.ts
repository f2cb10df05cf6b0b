import type { Hold } from '#lib/domain/board/holding.ts';
import type { HeldView } from '#lib/domain/visibility/held-view.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer, FreshView, OwnPatch, SharedPatch } from '#lib/protocol/messages.ts';

export type Up =
	| { readonly kind: 'command'; readonly call: number; readonly envelope: CommandEnvelope }
	| { readonly kind: 'hold'; readonly hold: Hold | null }
	| { readonly kind: 'resync' };
export type Down =
	| { readonly kind: 'view'; readonly view: FreshView }
	| { readonly kind: 'shared'; readonly patch: SharedPatch }
	| { readonly kind: 'own'; readonly patch: OwnPatch }
	| { readonly kind: 'held'; readonly held: readonly HeldView[] }
	| { readonly kind: 'answer'; readonly call: number; readonly answer: Answer };

type Direction = 'up' | 'down';

/** How many messages that have arrived may arrive once more. */
const ECHOES_MAX = 8;

/**
 * One connection's two queues. Messages are cloned through JSON, so that no test passes by sharing a reference, and move only
 * when the schedule says so. Loss, swapping and echoes stand for a network that is worse than TCP: retries and
 * half-open connections look like that.
 */
export class Wire {
	isOpen = true;
	hasLost = false;
	readonly up: string[] = [];
	readonly down: string[] = [];
	/** The latest that arrived, oldest first. */
	readonly #arrived = { up: [] as string[], down: [] as string[] };

	sendUp(message: Up): void {
		if (this.isOpen) this.up.push(JSON.stringify(message));
	}

	sendDown(message: Down): string {
		const json = JSON.stringify(message);
		if (this.isOpen) this.down.push(json);
		return json;
	}

	/** Lets the message at the head of a queue arrive. */
	arrive(direction: Direction): string | undefined {
		const message = this[direction].shift();
		const arrived = this.#arrived[direction];
		if (message !== undefined && arrived.push(message) > ECHOES_MAX) arrived.shift();
		return message;
	}

	/** Lets one of the latest that arrived come once more, before whatever else is under way. */
	echo(direction: Direction, choice: number): void {
		const arrived = this.#arrived[direction];
		const late = arrived[choice % Math.max(arrived.length, 1)];
		if (late !== undefined) this[direction].unshift(late);
	}

	/** Breaks off; of what was under way to the browser, the first `kept` messages still arrive. */
	cut(kept = 0): void {
		this.isOpen = false;
		this.up.length = 0;
		this.down.length = Math.min(this.down.length, kept);
	}
}

/** Swaps or loses the message at the head of a queue. A connection that lost something ends sooner or later. */
export function disturb(wire: Wire, direction: Direction, how: 'swap' | 'lose'): void {
	const queue = wire[direction];
	const [first, second] = queue;
	if (first === undefined) return;
	if (how === 'swap' && second !== undefined) queue.splice(0, 2, second, first);
	if (how === 'lose') {
		queue.shift();
		wire.hasLost = true;
	}
}
