import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Questions per key and minute: a program that copies everything page by page asks far fewer. */
export const QUESTIONS_PER_MINUTE_MAX = 120;
const WINDOW_SECONDS = 60;

/** Keeps one program from asking so much that people in a room notice. */
export class QuestionLimit {
	readonly #perKey: RateLimiterMemory;

	constructor(questionsPerMinuteMax = QUESTIONS_PER_MINUTE_MAX) {
		this.#perKey = new RateLimiterMemory({ points: questionsPerMinuteMax, duration: WINDOW_SECONDS });
	}

	/** Counts a question of this key: 0 when it may be asked, else after how many seconds. */
	async secondsToWait(keyId: string): Promise<number> {
		try {
			await this.#perKey.consume(keyId);
			return 0;
		} catch (result) {
			if (result instanceof RateLimiterRes) return Math.max(1, Math.ceil(result.msBeforeNext / 1000));
			throw result;
		}
	}
}
