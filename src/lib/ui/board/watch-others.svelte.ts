import { untrack } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import type { ActHistory } from './act-history.svelte.ts';

interface Watching {
	readonly client: WorksessionClient;
	readonly history: ActHistory;
	/** The round whose board is shown; read live. */
	readonly roundId: () => string | undefined;
	/** Whether an act of the reader is on its way; read live. */
	readonly isActing: () => boolean;
}

/**
 * Keeps in the history of a page what others change on the board while this page looks on. What changes while an act of its own is on its way is taken
 * for that; what changed while there was no connection is not known act by act. Call while a component starts.
 */
export function watchOthers({ client, history, roundId, isActing }: Watching): void {
	let last: Worksession | null = null;
	$effect(() => {
		const now = client.connection === 'online' ? client.known : null;
		untrack(() => {
			const id = roundId();
			if (last && now && last !== now && id !== undefined && !isActing()) history.see(last, now, id, client);
			last = now;
		});
	});
}
