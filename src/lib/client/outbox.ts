import type { Command } from '#lib/domain/commands.ts';
import { REJECTIONS, type Rejection } from '#lib/domain/rejections.ts';
import { parseEnvelope } from '#lib/protocol/commands.ts';

/** A command that must arrive, however long that takes: kept on this device until the server has it on disk. */
export interface Kept {
	readonly commandId: string;
	readonly command: Command;
	/** Order of writing on this device, epoch milliseconds. */
	readonly at: number;
	/** Why the server refused it; it stays until its writer has seen that. */
	readonly rejection: Rejection | null;
}

/** What of localStorage is used; it may throw where a browser forbids or has no room. */
export interface KeyedStorage {
	readonly length: number;
	key(index: number): string | null;
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
	removeItem(key: string): void;
}

/**
 * The outbox of one person in one worksession. One key per command, so that two tabs never overwrite each other's: both may
 * send a command, and the server carries it out once. What the storage refuses lives in memory as long as the page does.
 */
export class Outbox {
	readonly #storage: KeyedStorage | null;
	readonly #prefix: string;
	readonly #inMemory = new Map<string, Kept>();

	constructor(storage: KeyedStorage | null, sessionId: string, participationId: string) {
		this.#storage = storage;
		this.#prefix = `waaier:outbox:${sessionId}:${participationId}:`;
	}

	/** Everything not yet delivered, oldest first. What had to stay in memory is newer than what the storage holds of it. */
	list(): readonly Kept[] {
		const kept = new Map<string, Kept>();
		for (const key of this.#keys()) {
			const entry = readKept(this.#storage?.getItem(key) ?? null);
			if (entry) kept.set(entry.commandId, entry);
		}
		for (const entry of this.#inMemory.values()) kept.set(entry.commandId, entry);
		return [...kept.values()].sort((a, b) => a.at - b.at);
	}

	/** Keeps a command; false when this device cannot, so that it would not survive a reload. */
	put(entry: Kept): boolean {
		try {
			if (!this.#storage) throw new Error('no storage');
			this.#storage.setItem(this.#prefix + entry.commandId, JSON.stringify(entry));
			this.#inMemory.delete(entry.commandId);
			return true;
		} catch {
			this.#inMemory.set(entry.commandId, entry);
			return false;
		}
	}

	remove(commandId: string): void {
		this.#inMemory.delete(commandId);
		this.#storage?.removeItem(this.#prefix + commandId);
	}

	/** Whether a changed storage key is one of ours. */
	owns(key: string | null): boolean {
		return key === null || key.startsWith(this.#prefix);
	}

	#keys(): readonly string[] {
		const length = this.#storage?.length ?? 0;
		const keys = Array.from({ length }, (_, index) => this.#storage?.key(index) ?? '');
		return keys.filter((key) => key.startsWith(this.#prefix));
	}
}

/** An entry as it was kept; null for what is damaged or from another version, which could not be sent anyway. */
function readKept(json: string | null): Kept | null {
	try {
		const { at, rejection, commandId, command } = JSON.parse(json ?? 'null') as Record<string, unknown>;
		const envelope = parseEnvelope({ commandId, command });
		if (!envelope || typeof at !== 'number') return null;
		return { ...envelope, at, rejection: REJECTIONS.find((known) => known === rejection) ?? null };
	} catch {
		return null;
	}
}
