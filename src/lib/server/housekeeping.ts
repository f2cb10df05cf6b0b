import type { OnFault } from './rooms.ts';
import type { Store } from './store/store.ts';
import type { System } from './system.ts';

const EVERY_MS = 60 * 60_000;

/** Deletes sign-ins and links whose time is over, now and every hour; the answer ends it. */
export async function startHousekeeping(store: Store, system: System, onFault: OnFault): Promise<() => void> {
	await store.removeExpired(system.now());
	let cancel = system.later(EVERY_MS, again);
	function again(): void {
		store.removeExpired(system.now()).catch((error: unknown) => onFault(error, 'housekeeping'));
		cancel = system.later(EVERY_MS, again);
	}
	return () => cancel();
}
