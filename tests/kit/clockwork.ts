import type { System } from '#lib/server/system.ts';

interface Timer {
	readonly at: number;
	readonly run: () => void;
}

/** A clock that moves when it is told to, counted ids, and turns of the event loop that are run by hand. */
export class Clockwork {
	now = Date.UTC(2026, 8, 15, 7, 15);
	#ids = 0;
	#turns: (() => void)[] = [];
	#timers = new Set<Timer>();

	readonly system: System = {
		now: () => this.now,
		newId: () => this.nextId('id'),
		afterTurn: (run) => void this.#turns.push(run),
		later: (ms, run) => this.later(ms, run)
	};

	/** Counted, so that a schedule repeats exactly; the odd factor keeps the order of ids from following the order of posting. */
	nextId(prefix: string): string {
		this.#ids += 1;
		return `${prefix}-${(Math.imul(this.#ids, 2_654_435_761) >>> 0).toString(16).padStart(16, '0')}`;
	}

	later(ms: number, run: () => void): () => void {
		const timer = { at: this.now + ms, run };
		this.#timers.add(timer);
		return () => void this.#timers.delete(timer);
	}

	advance(ms: number): void {
		this.now += ms;
		for (const timer of [...this.#timers].filter(({ at }) => at <= this.now)) {
			this.#timers.delete(timer);
			timer.run();
		}
	}

	/** Runs turns and promises until nothing moves any more. */
	async settle(): Promise<void> {
		do {
			for (const run of this.#turns.splice(0)) run();
			await new Promise<void>((resolve) => setImmediate(resolve));
		} while (this.#turns.length > 0);
	}
}
