import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Hold } from '#lib/domain/board/holding.ts';

/** The server forgets what it has not heard of for three times as long. */
const SAY_AGAIN_MS = 5000;

/**
 * Tells the others what is picked up here: at once, now and then while it lasts, and when it is put down. Call while a component starts;
 * what is held is read live.
 */
export function tellHeld(client: WorksessionClient, held: () => Hold | null): void {
	/** The same in other objects is nothing new. */
	const json = $derived(JSON.stringify(held()));
	$effect(() => {
		if (client.connection !== 'online' || json === 'null') return;
		const hold = JSON.parse(json) as Hold;
		client.hold(hold);
		const timer = setInterval(() => client.hold(hold), SAY_AGAIN_MS);
		return () => {
			clearInterval(timer);
			client.hold(null);
		};
	});
}
