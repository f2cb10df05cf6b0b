import type { FacilitatorPresence } from '#lib/protocol/messages.ts';

/** A page that is loaded again is back sooner than this; only after it somebody is away. */
export const AWAY_AFTER_MS = 10_000;
/** After this nobody needs to hear of it any more. */
export const AWAY_MS_MAX = 60 * 60_000;

interface Lead {
	readonly name: string;
	connections: number;
	/** When the last connection ended; null while there is one. Epoch ms. */
	goneAt: number | null;
}

/** Which facilitators have the regie of one worksession open, over all their tabs and devices, and who left it. */
export class FacilitatorsPresent {
	readonly #leads = new Map<string, Lead>();

	get isEmpty(): boolean {
		return this.#leads.size === 0;
	}

	enter(accountId: string, name: string): void {
		const connections = (this.#leads.get(accountId)?.connections ?? 0) + 1;
		this.#leads.set(accountId, { name, connections, goneAt: null });
	}

	/** Whether this was the last connection of an account. */
	leave(accountId: string, now: number): boolean {
		const lead = this.#leads.get(accountId);
		if (!lead) return false;
		lead.connections -= 1;
		if (lead.connections > 0) return false;
		lead.goneAt = now;
		return true;
	}

	forgetLongGone(now: number): void {
		for (const [accountId, { goneAt }] of this.#leads)
			if (goneAt !== null && now - goneAt >= AWAY_MS_MAX) this.#leads.delete(accountId);
	}

	/** In the order in which they came. */
	list(now: number): readonly FacilitatorPresence[] {
		return [...this.#leads].map(([accountId, { name, goneAt }]) => ({
			accountId,
			name,
			awaySince: goneAt !== null && now - goneAt >= AWAY_AFTER_MS ? goneAt : null
		}));
	}
}
