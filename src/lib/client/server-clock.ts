/** How often the server is asked for its time; the answer that took least time is the most exact. */
const PROBES = 3;

/**
 * The server's clock as this device can know it. Runs on the monotonic clock, so that a device whose clock is wrong or is set
 * meanwhile shows the right time left.
 */
export class ServerClock {
	#offset: number;
	readonly #monotonic: () => number;

	/** `serverNow` in epoch milliseconds, as of about now. `monotonic` in milliseconds from any start. */
	constructor(serverNow: number, monotonic: () => number) {
		this.#monotonic = monotonic;
		this.#offset = serverNow - monotonic();
	}

	/** Epoch milliseconds of the server. */
	now(): number {
		return this.#monotonic() + this.#offset;
	}

	/** Measures again. `ask` resolves with the server's time. */
	async measure(ask: () => Promise<number>): Promise<void> {
		let best = Infinity;
		for (let probe = 0; probe < PROBES; probe += 1) {
			const start = this.#monotonic();
			const serverNow = await ask();
			const roundTrip = this.#monotonic() - start;
			if (roundTrip >= best) continue;
			best = roundTrip;
			this.#offset = serverNow + roundTrip / 2 - this.#monotonic();
		}
	}
}
