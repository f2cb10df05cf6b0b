import { createContext } from 'svelte';
import type { Timers } from './timers.ts';

/** At most one polite announcement in this time, so that a busy room does not drown a screen reader. */
export const POLITE_GAP_MS = 5_000;

/**
 * What is said to people who listen: one polite line, bundled, and one assertive line for what cannot wait
 * (a new stage, a lost connection). `Live.svelte` puts both in the page, once.
 */
export class Announcer {
	politeText = $state('');
	assertiveText = $state('');
	readonly #timers: Timers;
	readonly #waiting = new Map<string, string>();
	readonly #muted = new Set<string>();
	#gapOpen = false;

	constructor(timers: Timers) {
		this.#timers = timers;
	}

	/**
	 * Says a sentence at the first free moment. A later sentence on the same topic replaces one that still waits:
	 * of "20 kaarten" and "21 kaarten" only the last is worth hearing.
	 */
	polite(text: string, topic: string = text): void {
		if (this.#muted.has(topic)) return;
		this.#waiting.delete(topic);
		this.#waiting.set(topic, text);
		if (!this.#gapOpen) this.#speak();
	}

	/** Says a sentence at once, over anything else. */
	assertive(text: string): void {
		this.assertiveText = heardAgain(this.assertiveText, text);
	}

	/** Polite sentences on this topic are left out until it is unmuted. */
	mute(topic: string): void {
		this.#muted.add(topic);
		this.#waiting.delete(topic);
	}

	unmute(topic: string): void {
		this.#muted.delete(topic);
	}

	#speak(): void {
		this.#gapOpen = this.#waiting.size > 0;
		if (!this.#gapOpen) return;
		this.politeText = heardAgain(this.politeText, [...this.#waiting.values()].join(' '));
		this.#waiting.clear();
		this.#timers.after(POLITE_GAP_MS, () => this.#speak());
	}
}

/** A live region is only read when its text changes; an invisible space makes the same sentence new. */
function heardAgain(before: string, text: string): string {
	return before === text ? `${text}\u00a0` : text;
}

export const [getAnnouncer, setAnnouncer] = createContext<Announcer>();
