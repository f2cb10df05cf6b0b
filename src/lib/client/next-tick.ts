import type { Timer } from '#lib/domain/day/timer.ts';

const TICK_MS = 250;
/** A timeout may end a fraction of a millisecond early, which would show the old digits for one tick more. */
const SLACK_MS = 1;

/**
 * Milliseconds until the time on the screen is drawn again, `now` in epoch milliseconds of the server. Four times a second, and each
 * time at the moment at which a running timer goes to its next second, so that all screens in a room turn together.
 */
export function nextTickIn(timer: Timer, now: number): number {
	const left = timer.kind === 'running' ? timer.endsAt - now : -now;
	const toBoundary = ((left % TICK_MS) + TICK_MS) % TICK_MS;
	return Math.ceil(toBoundary === 0 ? TICK_MS : toBoundary) + SLACK_MS;
}
