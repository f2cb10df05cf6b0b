import { error } from '@sveltejs/kit';
import { signedIn } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await signedIn(event);
	const readable = await event.locals.app.worksessions.record(event.params.id);
	if (!readable) error(404);
	const { record, fixed } = readable;
	return { record, fixed, account: { name: account.name } };
};
