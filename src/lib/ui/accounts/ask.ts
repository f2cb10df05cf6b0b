import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { AccountFault } from './account-words.ts';

/** What an action of the accounts page answers. */
export interface Answer {
	/** Undefined when it failed for another reason. */
	readonly fault?: AccountFault;
	/** Somebody's new link. */
	readonly made?: { readonly name: string; readonly link: string };
	readonly isDone: boolean;
}

/** Posts to an action of this page and shows what is so afterwards. */
export async function ask(action: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
	try {
		const headers = { 'x-sveltekit-action': 'true' };
		const response = await fetch(`?/${action}`, {
			method: 'POST',
			body: new URLSearchParams(fields),
			headers
		});
		const result = deserialize<
			{ name: string; link: string } | undefined,
			{ fault?: AccountFault } | undefined
		>(await response.text());
		await invalidateAll();
		if (result.type === 'failure') return { isDone: false, fault: result.data?.fault };
		return { isDone: result.type === 'success', made: result.type === 'success' ? result.data : undefined };
	} catch {
		return { isDone: false };
	}
}
