import { createHash, randomBytes } from 'node:crypto';

/** Time, chance and the turn of the event loop, handed in so that a simulation can replace them. */
export interface System {
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** A new unguessable id of 72 bits, in no order. */
	readonly newId: () => string;
	/** Runs when what has arrived in this turn of the event loop is in. */
	readonly afterTurn: (run: () => void) => void;
	/** Runs later, once; the answer cancels it. Never keeps the process alive. */
	readonly later: (ms: number, run: () => void) => () => void;
}

/** Short, because everyone receives the ids of what changes; they are no secrets, only not to be guessed in passing. */
const ID_BYTES = 9;

export const realSystem: System = {
	now: () => Date.now(),
	newId: () => randomBytes(ID_BYTES).toString('base64url'),
	afterTurn: (run) => void setImmediate(run),
	later: (ms, run) => {
		const timer = setTimeout(run, ms);
		timer.unref();
		return () => clearTimeout(timer);
	}
};

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
