import { redirect } from '@sveltejs/kit';
import { participationCookie } from '#lib/server/access/visitors.ts';
import { firstLook, invitation, worksessionRow } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

/** The participant's room. Whoever has not joined, or joined in another browser, starts at the code. */
export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const token = cookies.get(participationCookie(params.id));
	const visitor = await locals.app.visitors.participant(params.id, token, null);
	if (typeof visitor === 'string') redirect(303, '/');
	const { code, joinUrl } = invitation(event, await worksessionRow(event, params.id));
	return { fresh: await firstLook(event, visitor), code, joinUrl };
};
