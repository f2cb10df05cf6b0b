import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong codes per address and minute; beyond it every wrong answer waits. Right codes are never limited, so a hall behind one address can join together. */
const WRONG_PER_ADDRESS_MAX = 10;
/** Wrong codes of everyone together per minute. Beyond it every wrong answer waits, so that guessing in parallel gains nothing. */
const WRONG_IN_ALL_MAX = 300;
const WINDOW_SECONDS = 60;
const BRAKE_MS = 1000;

/** Keeps codes from being guessed. */
export class CodeGuard {
	readonly #perAddress = new RateLimiterMemory({ points: WRONG_PER_ADDRESS_MAX, duration: WINDOW_SECONDS });
	readonly #inAll = new RateLimiterMemory({ points: WRONG_IN_ALL_MAX, duration: WINDOW_SECONDS });
	readonly #later: (ms: number, run: () => void) => void;

	constructor(later: (ms: number, run: () => void) => void) {
		this.#later = later;
	}

	/** Whether this address may try at all. */
	async mayTry(address: string): Promise<boolean> {
		const used = await this.#perAddress.get(address);
		return !used || used.consumedPoints < WRONG_PER_ADDRESS_MAX;
	}

	/** Counts a wrong code, also of whoever may not try; slows down, never locks out, when one or everyone together guesses too much. */
	async countWrong(address: string): Promise<void> {
		const isFew = await passed(this.#perAddress.consume(address));
		const areFew = await passed(this.#inAll.consume('all'));
		if (isFew && areFew) return;
		await new Promise<void>((resolve) => this.#later(BRAKE_MS, resolve));
	}
}

/** The limiter rejects with its own result when the points are gone, and with an error when it is broken. */
async function passed(consumed: Promise<RateLimiterRes>): Promise<boolean> {
	try {
		await consumed;
		return true;
	} catch (result) {
		if (result instanceof RateLimiterRes) return false;
		throw result;
	}
}
