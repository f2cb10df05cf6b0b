import type { Command } from '#lib/domain/commands.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { CommandEnvelope } from '#lib/protocol/commands.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import type { Kept, Outbox } from './outbox.ts';

/**
 * A kept command as its writer sees it. `waiting`: no connection. `held`: the facilitator has paused all input. `failed`: the
 * server could not store it; try again.
 */
export interface PendingCommand {
	readonly commandId: string;
	readonly command: Command;
	readonly state: 'sending' | 'waiting' | 'held' | 'refused' | 'failed';
	readonly rejection: Rejection | null;
}

/** Between two tries of a command whose answer stayed away or was a fault. */
const RETRY_MS = 1500;
/** Between two tries of a command that came while all input was paused; the end of the pause asks at once. */
const HELD_RETRY_MS = 5000;
/** After so many faults its writer is told and may try again by hand. */
const FAULTS_MAX = 3;

/** How long an accepted card is shown as on its way while the own view does not hold it. */
const ACCEPTED_MS_MAX = 2000;

interface Parts {
	readonly outbox: Outbox;
	/** Null when no answer came. */
	readonly send: (envelope: CommandEnvelope) => Promise<Answer | null>;
	/** Runs later, once; the answer cancels it. */
	readonly later: (ms: number, run: () => void) => () => void;
	readonly now: () => number;
	readonly changed: () => void;
}

/** Gets the outbox delivered: each command again and again under one id until the server has answered it. */
export class Delivery {
	readonly #parts: Parts;
	readonly #underWay = new Set<string>();
	readonly #faults = new Map<string, number>();
	/** Answered with `frozen`: they go again by themselves. */
	readonly #held = new Set<string>();
	/** Answered with yes, and not yet seen in the own view: still shown, no longer sent. */
	readonly #accepted = new Map<string, Kept>();
	#lastAt = 0;
	#isConnected = false;
	#cancelRetry: (() => void) | null = null;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	add(commandId: string, command: Command): void {
		// Cards of one list are written in one moment; the storage keeps no order of its own.
		this.#lastAt = Math.max(this.#parts.now(), this.#lastAt + 1);
		this.#parts.outbox.put({ commandId, command, at: this.#lastAt, rejection: null });
		this.#parts.changed();
		this.#flush();
	}

	connected(): void {
		this.#isConnected = true;
		this.#underWay.clear();
		this.#parts.changed();
		this.#flush();
	}

	disconnected(): void {
		this.#isConnected = false;
		this.#parts.changed();
	}

	/** All input may go on. */
	resumed(): void {
		this.#held.clear();
		this.#parts.changed();
		this.#flush();
	}

	stop(): void {
		this.#cancelRetry?.();
	}

	retry(commandId: string): void {
		this.#faults.delete(commandId);
		const kept = this.#parts.outbox.list().find((entry) => entry.commandId === commandId);
		if (kept?.rejection) this.#parts.outbox.put({ ...kept, rejection: null });
		this.#parts.changed();
		this.#flush();
	}

	discard(commandId: string): void {
		this.#parts.outbox.remove(commandId);
		this.#parts.changed();
	}

	/** Another tab added or delivered something. */
	storageChanged(key: string | null): void {
		if (!this.#parts.outbox.owns(key)) return;
		this.#parts.changed();
		this.#flush();
	}

	/** What is on its way, given what the own view holds already. */
	pending(own: OwnView | null): readonly PendingCommand[] {
		const drafts = new Set(Object.values(own?.cards ?? {}).map((card) => card.draftId));
		for (const id of this.#accepted.keys()) if (drafts.has(id)) this.#accepted.delete(id);
		const kept = [...this.#accepted.values(), ...this.#parts.outbox.list()];
		return kept
			.filter(({ commandId }) => !drafts.has(commandId))
			.sort((a, b) => a.at - b.at)
			.map(({ commandId, command, rejection }) => ({
				commandId,
				command,
				rejection,
				state: this.#stateOf(commandId, rejection)
			}));
	}

	#stateOf(commandId: string, rejection: Rejection | null): PendingCommand['state'] {
		if (rejection) return 'refused';
		if ((this.#faults.get(commandId) ?? 0) >= FAULTS_MAX) return 'failed';
		if (!this.#isConnected) return 'waiting';
		return this.#held.has(commandId) ? 'held' : 'sending';
	}

	#flush(): void {
		if (!this.#isConnected) return;
		for (const entry of this.#parts.outbox.list()) {
			const isGivenUp = entry.rejection !== null || (this.#faults.get(entry.commandId) ?? 0) >= FAULTS_MAX;
			if (isGivenUp || this.#underWay.has(entry.commandId) || this.#held.has(entry.commandId)) continue;
			this.#underWay.add(entry.commandId);
			void this.#deliver(entry);
		}
	}

	/** Whoever is not in any more may be let in again, or come back as somebody else: what they wrote is not refused by that, and waits. */
	async #deliver(entry: Kept): Promise<void> {
		const { commandId, command } = entry;
		const answer = await this.#parts.send({ commandId, command });
		this.#underWay.delete(commandId);
		if (answer?.ok) this.#delivered(entry);
		else if (answer && 'rejection' in answer && answer.rejection === 'frozen') this.#hold(commandId);
		else if (answer && 'rejection' in answer && answer.rejection !== 'not-joined')
			this.#refused(entry, answer.rejection);
		else this.#notSaved(commandId, answer);
		this.#parts.changed();
	}

	/** The own patch follows the answer at once. A card that was withdrawn meanwhile never comes, so this does not wait for ever. */
	#delivered(entry: Kept): void {
		const { commandId } = entry;
		this.#parts.outbox.remove(commandId);
		this.#faults.delete(commandId);
		if (entry.command.type !== 'PostCard') return;
		this.#accepted.set(commandId, entry);
		this.#parts.later(ACCEPTED_MS_MAX, () => {
			this.#accepted.delete(commandId);
			this.#parts.changed();
		});
	}

	/** Nothing is wrong with it: it waits, also when nobody hears that the pause is over. */
	#hold(commandId: string): void {
		this.#held.add(commandId);
		this.#parts.later(HELD_RETRY_MS, () => {
			if (this.#held.delete(commandId)) this.#flush();
		});
	}

	#refused(entry: Kept, rejection: Rejection): void {
		const isKept = this.#parts.outbox.list().some((kept) => kept.commandId === entry.commandId);
		if (isKept) this.#parts.outbox.put({ ...entry, rejection });
	}

	#notSaved(commandId: string, answer: Answer | null): void {
		const isFault = answer && 'fault' in answer && answer.fault !== 'busy';
		if (isFault) this.#faults.set(commandId, (this.#faults.get(commandId) ?? 0) + 1);
		this.#cancelRetry?.();
		this.#cancelRetry = this.#parts.later(RETRY_MS, () => this.#flush());
	}
}
