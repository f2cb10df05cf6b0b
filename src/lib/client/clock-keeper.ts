import type { ServerClock } from './server-clock.ts';

/** Quartz clocks run off slowly; this is often enough to stay far within what a timer may be off. */
const AGAIN_MS = 5 * 60_000;
/** So long the server may take to say what time it is after sleep, before the device's own guess is shown. */
const GUESS_AFTER_MS = 500;

interface KeeperParts {
	readonly clock: ServerClock;
	/** Asks the server for its time; rejects when no answer comes. */
	readonly ask: () => Promise<number>;
	readonly later: (ms: number, run: () => void) => () => void;
	/** The line is up but gives no answer. */
	readonly unanswered: () => void;
}

/** Keeps the server's clock right: measures on connecting, on waking, when the device's clocks disagree, and now and then. */
export class ClockKeeper {
	readonly #parts: KeeperParts;
	#isOnline = false;
	#isMeasuring = false;
	#isDoubted = false;
	#forgetGuess = (): void => undefined;
	#forgetAgain = (): void => undefined;

	constructor(parts: KeeperParts) {
		this.#parts = parts;
	}

	connected(): void {
		this.#isOnline = true;
		void this.#measure();
	}

	disconnected(): void {
		this.#isOnline = false;
		this.#forgetAgain();
	}

	/** Ends all waiting. */
	stop(): void {
		this.disconnected();
		this.#forgetGuess();
	}

	/** The page is looked at again: it may have slept, whatever its clocks say. */
	woken(): void {
		this.check();
		void this.#measure();
	}

	/**
	 * Looks whether the device slept or its clock was set. Call often. The server is asked first: a clock that somebody set right
	 * looks like sleep, and must not end the time on the screen for a moment.
	 */
	check(): void {
		const { clock, later } = this.#parts;
		const isNew = clock.isInDoubt && !this.#isDoubted;
		this.#isDoubted = clock.isInDoubt;
		if (!isNew) return;
		if (!this.#isOnline) return clock.settle();
		this.#forgetGuess();
		this.#forgetGuess = later(GUESS_AFTER_MS, () => clock.settle());
		void this.#measure();
	}

	/** Asks the server, unless it is being asked or is out of reach. */
	async #measure(): Promise<void> {
		const { clock, ask, later, unanswered } = this.#parts;
		if (!this.#isOnline || this.#isMeasuring) return;
		this.#isMeasuring = true;
		this.#forgetAgain();
		const isAnswered = await clock.measure(ask).then(
			() => true,
			() => false
		);
		this.#isMeasuring = false;
		if (!this.#isOnline) return;
		if (!isAnswered) unanswered();
		this.#forgetAgain();
		this.#forgetAgain = later(AGAIN_MS, () => void this.#measure());
	}
}
