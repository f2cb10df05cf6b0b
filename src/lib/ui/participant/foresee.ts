import { untrack } from 'svelte';
import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { Command } from '#lib/domain/commands.ts';
import type { Rejection } from '#lib/domain/rejections.ts';

/** What the rules would say to this command: asked again when the view changes, and not at every tick of the clock. */
export function foresee(client: WorksessionClient, command: Command): Rejection | null {
	void client.shared;
	void client.own;
	return untrack(() => client.wouldRefuse(command));
}
