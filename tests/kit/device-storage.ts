import type { KeyedStorage } from '#lib/client/outbox.ts';

/** localStorage of one device: survives a reload, and is shared by its tabs. */
export class DeviceStorage implements KeyedStorage {
	readonly #values = new Map<string, string>();

	get length(): number {
		return this.#values.size;
	}
	key(index: number): string | null {
		return [...this.#values.keys()][index] ?? null;
	}
	getItem(key: string): string | null {
		return this.#values.get(key) ?? null;
	}
	setItem(key: string, value: string): void {
		this.#values.set(key, value);
	}
	removeItem(key: string): void {
		this.#values.delete(key);
	}
	clear(): void {
		this.#values.clear();
	}
}
