import type { System } from '../system.ts';

interface Waiting {
	/** How long it would still take at normal speed. */
	msLeft: number;
	since: number;
	cancelTimer: () => void;
	readonly run: () => void;
}

/** Waiting that goes faster or slower for everyone at once, also for what is waiting already. */
export class Pace {
	readonly #system: Pick<System, 'now' | 'later'>;
	readonly #waiting = new Set<Waiting>();
	#speed: number;

	constructor(system: Pick<System, 'now' | 'later'>, speed: number) {
		this.#system = system;
		this.#speed = speed;
	}

	/** Runs once after so many milliseconds at normal speed, which is sooner at a higher one. The answer cancels it. */
	after(ms: number, run: () => void): () => void {
		const waiting: Waiting = { msLeft: ms, since: 0, cancelTimer: () => undefined, run };
		this.#waiting.add(waiting);
		this.#wait(waiting);
		return () => this.#drop(waiting);
	}

	setSpeed(speed: number): void {
		const now = this.#system.now();
		for (const waiting of this.#waiting) {
			waiting.cancelTimer();
			waiting.msLeft = Math.max(0, waiting.msLeft - (now - waiting.since) * this.#speed);
		}
		this.#speed = speed;
		for (const waiting of this.#waiting) this.#wait(waiting);
	}

	/** Nothing that waits will run. */
	stop(): void {
		for (const waiting of this.#waiting) this.#drop(waiting);
	}

	#wait(waiting: Waiting): void {
		waiting.since = this.#system.now();
		waiting.cancelTimer = this.#system.later(waiting.msLeft / this.#speed, () => {
			this.#waiting.delete(waiting);
			waiting.run();
		});
	}

	#drop(waiting: Waiting): void {
		waiting.cancelTimer();
		this.#waiting.delete(waiting);
	}
}
