import { invalidateAll } from '$app/navigation';
import { postAction } from '#lib/client/post-action.ts';
import type { AccountFault } from './account-words.ts';

/** Somebody's new link. */
interface MadeLink {
	readonly name: string;
	readonly link: string;
}

/** What an action of the accounts page answers. */
export interface Answer {
	readonly isDone: boolean;
	/** Undefined when it failed for another reason. */
	readonly fault?: AccountFault;
	readonly made?: MadeLink;
}

/** Posts to an action of this page and shows what is so afterwards. */
export async function ask(action: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
	const posted = await postAction<MadeLink | undefined, { fault: AccountFault }>(`?/${action}`, fields);
	await invalidateAll();
	switch (posted.type) {
		case 'success':
			return { isDone: true, made: posted.data };
		case 'refused':
			return { isDone: false, fault: posted.data.fault };
		case 'failed':
			return { isDone: false };
	}
}
