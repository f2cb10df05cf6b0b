import { createContext, untrack } from 'svelte';
import type { IconName } from './icon-names.ts';
import type { Timers } from './timers.ts';

export const TOAST_SECONDS = 6;
/** A toast with something to press stays longer (WCAG 2.2.1); the same act is also in a menu. */
export const TOAST_ACTION_SECONDS = 10;
/** More than this on a screen is noise: the oldest without an action goes. */
export const TOASTS_MAX = 4;

export interface ToastMessage {
	text: string;
	icon?: IconName;
	action?: { label: string; run: () => void };
}

export class Toast {
	readonly id: number;
	readonly message: ToastMessage;
	secondsLeft: number = $state(0);

	constructor(id: number, message: ToastMessage) {
		this.id = id;
		this.message = message;
		this.secondsLeft = message.action ? TOAST_ACTION_SECONDS : TOAST_SECONDS;
	}
}

/** The short messages at the foot of the page. They never take focus; `announce` says them aloud. */
export class Toasts {
	items: Toast[] = $state([]);
	readonly #timers: Timers;
	readonly #announce: (text: string) => void;
	#lastId = 0;
	#held = false;
	#stop: (() => void) | undefined;

	constructor(timers: Timers, announce: (text: string) => void) {
		this.#timers = timers;
		this.#announce = announce;
	}

	/** Shows a message and returns its id. */
	show(message: ToastMessage): number {
		this.#lastId += 1;
		this.#keep((items) => withRoom([...items, new Toast(this.#lastId, message)]));
		this.#announce(message.text);
		return this.#lastId;
	}

	dismiss(id: number): void {
		this.#keep((items) => items.filter((toast) => toast.id !== id));
	}

	/** Does what the toast offers, once, and takes it away. */
	act(id: number): void {
		const toast = untrack(() => this.items.find((candidate) => candidate.id === id));
		this.dismiss(id);
		toast?.message.action?.run();
	}

	/** Time stands still while a pointer or focus rests on the toasts. */
	hold(): void {
		this.#held = true;
	}

	release(): void {
		this.#held = false;
	}

	/** Reads without tracking: an effect that shows a toast must not run again because of it. */
	#keep(change: (items: Toast[]) => Toast[]): void {
		const items = change(untrack(() => this.items));
		this.items = items;
		if (items.length > 0) {
			this.#stop ??= this.#timers.every(1_000, () => this.#tick());
			return;
		}
		this.#stop?.();
		this.#stop = undefined;
		this.#held = false;
	}

	#tick(): void {
		if (this.#held) return;
		for (const toast of this.items) toast.secondsLeft -= 1;
		this.#keep((items) => items.filter((toast) => toast.secondsLeft > 0));
	}
}

function withRoom(items: Toast[]): Toast[] {
	if (items.length <= TOASTS_MAX) return items;
	const oldest = items.find((toast) => !toast.message.action);
	return items.filter((toast) => toast !== oldest);
}

export const [getToasts, setToasts] = createContext<Toasts>();
