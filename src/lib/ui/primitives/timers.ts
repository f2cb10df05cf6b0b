/** The clock of a controller, handed in so that a test can turn it. Both return a function that stops it. */
export interface Timers {
	after(delayMs: number, run: () => void): () => void;
	every(intervalMs: number, run: () => void): () => void;
}

export const browserTimers: Timers = {
	after(delayMs, run) {
		const id = setTimeout(run, delayMs);
		return () => clearTimeout(id);
	},
	every(intervalMs, run) {
		const id = setInterval(run, intervalMs);
		return () => clearInterval(id);
	}
};
