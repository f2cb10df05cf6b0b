import type { System } from '../system.ts';

interface Waiting {
	/** How long it would still take at normal speed. */
	msLeft: number;
	since: number;
	cancelTimer: () => void;
	readonly run: () => void;
}

/** Waiting that goes faster, slower or not at all for everyone at once, also for what is waiting already. */
export class Pace {
	readonly #system: Pick<System, 'now' | 'later'>;
	readonly #waiting = new Set<Waiting>();
	#speed: number;
	#isHeld = false;

	constructor(system: Pick<System, 'now' | 'later'>, speed: number) {
		this.#system = system;
		this.#speed = speed;
	}

	get speed(): number {
		return this.#speed;
	}

	get isHeld(): boolean {
		return this.#isHeld;
	}

	/** How much waits now. */
	get waitingCount(): number {
		return this.#waiting.size;
	}

	/** Runs once after so many milliseconds at normal speed, which is sooner at a higher one. The answer cancels it. */
	after(ms: number, run: () => void): () => void {
		const waiting: Waiting = { msLeft: ms, since: 0, cancelTimer: () => undefined, run };
		this.#waiting.add(waiting);
		this.#wait(waiting);
		return () => this.#drop(waiting);
	}

	setSpeed(speed: number): void {
		this.#count();
		this.#speed = speed;
		this.#goOn();
	}

	/** While held nothing runs; afterwards everything goes on from where it was. */
	hold(isHeld: boolean): void {
		this.#count();
		this.#isHeld = isHeld;
		this.#goOn();
	}

	/** Nothing that waits will run. */
	stop(): void {
		for (const waiting of this.#waiting) this.#drop(waiting);
	}

	/** Takes off what has passed, at the speed at which it passed. */
	#count(): void {
		const now = this.#system.now();
		for (const waiting of this.#waiting) {
			waiting.cancelTimer();
			const passed = this.#isHeld ? 0 : (now - waiting.since) * this.#speed;
			waiting.msLeft = Math.max(0, waiting.msLeft - passed);
		}
	}

	#goOn(): void {
		for (const waiting of this.#waiting) this.#wait(waiting);
	}

	#wait(waiting: Waiting): void {
		waiting.since = this.#system.now();
		waiting.cancelTimer = () => undefined;
		if (this.#isHeld) return;
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
