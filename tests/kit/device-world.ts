import type { DeviceClocks } from '#lib/client/server-clock.ts';
import { START } from './worksession.ts';

interface Waiting {
	readonly at: number;
	readonly run: () => void;
}

/** A device with its two clocks, and a server at some distance. Time moves only by waiting, sleeping and asking. */
export class DeviceWorld {
	#elapsed = 0;
	#slept = 0;
	#awake = 0;
	#wallWrongBy: number;
	#waiting: Waiting[] = [];
	/** How often the server was asked. */
	asked = 0;
	/** One-way delays of the line, in milliseconds. */
	there = 0;
	back = 0;
	isLineUp = true;

	constructor({ wallWrongBy = 0 } = {}) {
		this.#wallWrongBy = wallWrongBy;
	}

	readonly clocks: DeviceClocks = {
		monotonic: () => 12_345 + this.#elapsed - this.#slept,
		wall: () => START + this.#elapsed + this.#wallWrongBy
	};

	get serverNow(): number {
		return START + this.#elapsed;
	}

	/** Awake for so long; what was asked for later is done in the meantime. */
	async pass(ms: number): Promise<void> {
		const until = this.#awake + ms;
		await settled();
		for (;;) {
			const next = this.#waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
			if (!next) break;
			this.#waiting = this.#waiting.filter((one) => one !== next);
			this.#goTo(next.at);
			next.run();
			await settled();
		}
		this.#goTo(until);
		await settled();
	}

	/** Everything of the device stands still, except the wall clock. */
	sleep(ms: number): void {
		this.#elapsed += ms;
		this.#slept += ms;
	}

	/** Somebody, or a time service, sets the wall clock. */
	setWall(byMs: number): void {
		this.#wallWrongBy += byMs;
	}

	readonly later = (ms: number, run: () => void): (() => void) => {
		const waiting = { at: this.#awake + ms, run };
		this.#waiting.push(waiting);
		return () => (this.#waiting = this.#waiting.filter((one) => one !== waiting));
	};

	readonly ask = async (): Promise<number> => {
		this.asked += 1;
		await this.#after(this.there);
		const answer = this.serverNow;
		await this.#after(this.back);
		if (!this.isLineUp) throw new Error('No answer came');
		return answer;
	};

	#after(ms: number): Promise<void> {
		return new Promise((resolve) => (ms === 0 ? resolve() : void this.later(ms, resolve)));
	}

	#goTo(awake: number): void {
		this.#elapsed += awake - this.#awake;
		this.#awake = awake;
	}
}

async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
