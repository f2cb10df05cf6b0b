import { createContext, untrack } from 'svelte';
import type { Timers } from './timers.ts';

/** At most one polite announcement in this time, so that a busy room does not drown a screen reader. */
export const POLITE_GAP_MS = 5_000;

/**
 * What is said to people who listen: one polite line, bundled, and one assertive line for what cannot wait
 * (a new stage, a lost connection). `Live.svelte` puts both in the page, once. An effect may speak without
 * coming to depend on what was said before.
 */
export class Announcer {
	politeText = $state('');
	assertiveText = $state('');
	readonly #timers: Timers;
	#waiting: { topic: string; text: string }[] = [];
	#gapOpen = false;

	constructor(timers: Timers) {
		this.#timers = timers;
	}

	/**
	 * Says a sentence at the first free moment. A later sentence on the same topic replaces one that still waits:
	 * of "20 kaarten" and "21 kaarten" only the last is worth hearing.
	 */
	polite(text: string, topic: string = text): void {
		this.#waiting = [...this.#waitingExcept(topic), { topic, text }];
		if (!this.#gapOpen) this.#speak();
	}

	/** Says a sentence at once, over anything else. */
	assertive(text: string): void {
		this.assertiveText = untrack(() => heardAgain(this.assertiveText, text));
	}

	#waitingExcept(topic: string): { topic: string; text: string }[] {
		return this.#waiting.filter((sentence) => sentence.topic !== topic);
	}

	#speak(): void {
		this.#gapOpen = this.#waiting.length > 0;
		if (!this.#gapOpen) return;
		const text = this.#waiting.map((sentence) => sentence.text).join(' ');
		this.#waiting = [];
		this.politeText = untrack(() => heardAgain(this.politeText, text));
		this.#timers.after(POLITE_GAP_MS, () => this.#speak());
	}
}

/** A live region is only read when its text changes; an invisible space makes the same sentence new. */
function heardAgain(before: string, text: string): string {
	return before === text ? `${text}\u00a0` : text;
}

export const [getAnnouncer, setAnnouncer] = createContext<Announcer>();
