import { error } from '@sveltejs/kit';
import { facilitator, shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account } = await facilitator(event, event.params.id);
	const readable = await event.locals.app.worksessions.record(event.params.id);
	if (!readable) error(404);
	const { record, fixed } = readable;
	return { record, fixed, account: shown(account) };
};
