import { untrack } from 'svelte';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { Regie } from './regie.svelte.ts';

/**
 * Keeps in the history of a page what others change on the board while this page looks on. What changes while an act of its own is on its way is taken
 * for that; what changed while there was no connection is not known act by act. Call while a component starts.
 */
export function watchOthers(regie: Regie): void {
	let last: Worksession | null = null;
	$effect(() => {
		const { client } = regie;
		const now = client.connection === 'online' ? client.known : null;
		untrack(() => {
			const roundId = regie.round?.id;
			if (last && now && last !== now && roundId !== undefined && !regie.isArranging)
				regie.history.see(last, now, roundId, client.shared);
			last = now;
		});
	});
}
