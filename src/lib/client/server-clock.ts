/** How often the server is asked for its time; the answer that took least time is the most exact. */
const PROBES = 3;
/** How far a quartz clock may run off; 100 ppm is a poor one. */
const DRIFT_PER_MS = 1e-4;
/** From so much difference between the two clocks of a device on, one of them was set or stood still. Less is rounding. */
const GAP_MS_MAX = 200;

/** The two clocks of a device, in milliseconds. */
export interface DeviceClocks {
	/** From any start. Never set, but on some systems it stands still while the device sleeps. */
	monotonic(): number;
	/** Since the epoch. May be wrong by any amount, and may be set; it goes on while the device sleeps. */
	wall(): number;
}

/**
 * The server's clock as this device can know it. Runs on the monotonic clock, so that a device whose clock is wrong or is set
 * meanwhile shows the right time left.
 */
export class ServerClock {
	readonly #device: DeviceClocks;
	#offset: number;
	/** The time of the probe that the offset rests on, there and back, and when it was made by the monotonic clock. */
	#roundTrip = Infinity;
	#measuredAt = 0;
	/** Wall clock minus monotonic clock, when the offset was made. */
	#wallOffset: number;

	/** `serverNow` in epoch milliseconds, as of about now. */
	constructor(serverNow: number, device: DeviceClocks) {
		this.#device = device;
		this.#offset = serverNow - device.monotonic();
		this.#wallOffset = device.wall() - device.monotonic();
	}

	/** Epoch milliseconds of the server. */
	now(): number {
		return this.#device.monotonic() + this.#offset;
	}

	/** Whether the device slept, or its clock was set, since the offset was made: time to measure again. */
	get isInDoubt(): boolean {
		return Math.abs(this.#gap()) > GAP_MS_MAX;
	}

	/**
	 * Without an answer of the server: time that only the wall clock saw go by is taken for sleep, and counted. A wall clock that was
	 * set back says nothing. Either way the doubt is over until the next gap, and the next measurement is believed.
	 */
	settle(): void {
		const gap = this.#gap();
		if (Math.abs(gap) <= GAP_MS_MAX) return;
		if (gap > 0) this.#offset += gap;
		this.#wallOffset += gap;
		this.#roundTrip = Infinity;
	}

	/** Measures again. `ask` resolves with the server's time; its rejection is passed on. */
	async measure(ask: () => Promise<number>): Promise<void> {
		for (let probe = 0; probe < PROBES; probe += 1) {
			const start = this.#device.monotonic();
			const gap = this.#gap();
			const serverNow = await ask();
			// A probe that was under way while the device slept seems quicker than it was.
			if (Math.abs(this.#gap() - gap) > GAP_MS_MAX) continue;
			this.#take(serverNow, this.#device.monotonic() - start);
		}
	}

	/**
	 * The server gave its time somewhere in this round trip, so now it is between `serverNow` and `roundTrip` later. A clock within
	 * these bounds is not made worse by a probe that is slower than the one it rests on.
	 */
	#take(serverNow: number, roundTrip: number): void {
		const monotonic = this.#device.monotonic();
		const late = this.now() - serverNow;
		const isPossible = late >= 0 && late <= roundTrip && !this.isInDoubt;
		const known = this.#roundTrip + 2 * DRIFT_PER_MS * (monotonic - this.#measuredAt);
		if (isPossible && roundTrip >= known) return;
		this.#offset = serverNow + roundTrip / 2 - monotonic;
		this.#roundTrip = roundTrip;
		this.#measuredAt = monotonic;
		this.#wallOffset = this.#device.wall() - monotonic;
	}

	/** How much longer the wall clock says it has been than the monotonic clock. */
	#gap(): number {
		return this.#device.wall() - this.#device.monotonic() - this.#wallOffset;
	}
}
