import { browserTimers, type Timers } from '../primitives/timers.ts';

/** Often enough that nobody writes long beside somebody else, and no load for the server. */
const LOOK_EVERY_MS = 15_000;

/** Looks every 15 s while the page is in view, and when somebody comes back to it. Returns what stops it. */
export function lookNowAndThen(look: () => Promise<void>, timers: Timers = browserTimers): () => void {
	const lookIfSeen = () => {
		if (document.visibilityState === 'visible') void look();
	};
	const stop = timers.every(LOOK_EVERY_MS, lookIfSeen);
	document.addEventListener('visibilitychange', lookIfSeen);
	window.addEventListener('focus', lookIfSeen);
	return () => {
		stop();
		document.removeEventListener('visibilitychange', lookIfSeen);
		window.removeEventListener('focus', lookIfSeen);
	};
}
