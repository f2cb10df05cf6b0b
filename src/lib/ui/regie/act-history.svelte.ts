import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import {
	changedArrangement,
	isArranging,
	withClusterId,
	type ArrangementChange
} from '#lib/domain/arrangement.ts';
import type { Command, CommandOf } from '#lib/domain/commands.ts';
import { own } from '#lib/domain/keyed.ts';
import type { SharedView } from '#lib/domain/visibility.ts';

/** Further back nobody remembers what they did. */
const ACTS_MAX = 50;

/** One's own act on the board of a round: how that part was, and what the act made of it. */
interface Act extends ArrangementChange {
	readonly roundId: string;
}

/** What this facilitator did on the board on this page, to undo and do again; acts of others are not theirs to take back. */
export class ActHistory {
	#done = $state.raw<readonly Act[]>([]);
	#undone = $state.raw<readonly Act[]>([]);

	get canUndo(): boolean {
		return this.#done.length > 0;
	}

	get canRedo(): boolean {
		return this.#undone.length > 0;
	}

	/** To be asked before the act; what it gives is to be called once the act is on disk. */
	expect(client: WorksessionClient, command: Command): () => void {
		const foreseen = isArranging(command) ? client.foresee(command) : null;
		if (!foreseen || !('roundId' in command) || command.roundId === null) return () => undefined;
		const { roundId } = command;
		const change = changedArrangement(foreseen.before, foreseen.after, roundId);
		return () => {
			if (!change) return;
			this.#done = [...this.#done.slice(1 - ACTS_MAX), { roundId, ...change }];
			this.#undone = [];
		};
	}

	/** The act that undoes the last one, or does the last undone one again; null when there is none. */
	next(direction: 'undo' | 'redo', shared: SharedView): CommandOf<'Rearrange'> | null {
		const act = (direction === 'undo' ? this.#done : this.#undone).at(-1);
		if (!act) return null;
		const { roundId, from, to } = withKnownId(act, shared);
		return direction === 'undo'
			? { type: 'Rearrange', roundId, from: to, to: from }
			: { type: 'Rearrange', roundId, from, to };
	}

	/** The last act is undone, or done again. */
	moved(direction: 'undo' | 'redo', { roundId, from, to }: CommandOf<'Rearrange'>): void {
		if (direction === 'undo') {
			this.#done = this.#done.slice(0, -1);
			this.#undone = [...this.#undone, { roundId, from: to, to: from }];
		} else {
			this.#undone = this.#undone.slice(0, -1);
			this.#done = [...this.#done, { roundId, from, to }];
		}
	}

	/** The last act cannot be taken back any more; what was before it may still be. */
	drop(direction: 'undo' | 'redo'): void {
		if (direction === 'undo') this.#done = this.#done.slice(0, -1);
		else this.#undone = this.#undone.slice(0, -1);
	}
}

/** The id of a cluster is the server's to give: it is that of the cluster in which the cards of this act lie. */
function withKnownId(act: Act, shared: SharedView): Act {
	const cards = own(shared.rounds, act.roundId)?.cards ?? {};
	return withClusterId(act, (cardId) => own(cards, cardId)?.clusterId ?? null);
}
