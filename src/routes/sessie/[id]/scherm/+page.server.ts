import { redirect } from '@sveltejs/kit';
import { firstLook, invitation, worksessionRow } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

/** The screen of the hall, for a device that came by its link or on which a facilitator is signed in. */
export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const visitor = await locals.app.visitors.screen(params.id, (name) => cookies.get(name));
	if (typeof visitor === 'string') redirect(303, '/scherm');
	const row = await worksessionRow(event, params.id);
	return { fresh: await firstLook(event, visitor), ...invitation(event, row) };
};
