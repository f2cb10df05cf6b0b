import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer, FreshView, OwnPatch, SharedPatch } from '#lib/protocol/messages.ts';

export type Up =
	| { readonly kind: 'command'; readonly call: number; readonly envelope: CommandEnvelope }
	| { readonly kind: 'resync' };
export type Down =
	| { readonly kind: 'view'; readonly view: FreshView }
	| { readonly kind: 'shared'; readonly patch: SharedPatch }
	| { readonly kind: 'own'; readonly patch: OwnPatch }
	| { readonly kind: 'answer'; readonly call: number; readonly answer: Answer };

/**
 * One connection's two queues. Messages are cloned through JSON, so that no test passes by sharing a reference, and move only
 * when the schedule says so. Loss, doubling and swapping stand for a network that is worse than TCP: retries and
 * half-open connections look like that.
 */
export class Wire {
	isOpen = true;
	hasLost = false;
	readonly up: string[] = [];
	readonly down: string[] = [];
	/** Second copies that arrive some time later. */
	readonly echoes = { up: [] as string[], down: [] as string[] };

	sendUp(message: Up): void {
		if (this.isOpen) this.up.push(JSON.stringify(message));
	}

	sendDown(message: Down): string {
		const json = JSON.stringify(message);
		if (this.isOpen) this.down.push(json);
		return json;
	}

	/** Breaks off; of what was under way to the browser, the first `kept` messages still arrive. */
	cut(kept = 0): void {
		this.isOpen = false;
		this.up.length = 0;
		this.echoes.up.length = 0;
		this.echoes.down.length = 0;
		this.down.length = Math.min(this.down.length, kept);
	}
}

/** Doubles (the echo comes when the schedule says so), swaps or loses the message at the head of a queue. A connection that lost something ends sooner or later. */
export function disturb(wire: Wire, direction: 'up' | 'down', how: 'double' | 'swap' | 'lose'): void {
	const queue = wire[direction];
	const [first, second] = queue;
	if (first === undefined) return;
	if (how === 'double') wire.echoes[direction].push(first);
	if (how === 'swap' && second !== undefined) queue.splice(0, 2, second, first);
	if (how === 'lose') {
		queue.shift();
		wire.hasLost = true;
	}
}
