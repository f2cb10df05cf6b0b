import type { Running } from './running.ts';

declare global {
	/** Set by running.ts in whichever copy of it the pages use. */
	var waaierRunning: Promise<Running> | undefined;
}

/**
 * The one place where the pages' bundle hands what it runs to the process around it. The process cannot import
 * running.ts itself: it would get a second copy, with rooms and sockets of its own that the pages never see.
 */
export function handOver(running: Promise<Running>): void {
	globalThis.waaierRunning = running;
}

export function handedOver(): Promise<Running> | undefined {
	return globalThis.waaierRunning;
}
