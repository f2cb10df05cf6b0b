import { postAction } from './post-action.ts';

/** Makes a copy of a worksession, without people and cards. The path at which it is prepared; null when there is no copy. */
export async function duplicateSession(id: string): Promise<string | null> {
	const posted = await postAction<{ id: string }>('/sessies?/duplicate', { id });
	return posted.type === 'success' ? `/sessies/${posted.data.id}` : null;
}
