import { error, fail, redirect } from '@sveltejs/kit';
import { participationCookie, refusalOf } from '#lib/server/access/visitors.ts';
import { firstLook, invitation, worksessionRow } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

/** The participant's room. Whoever has not joined, or joined in another browser, starts at the code; whoever was sent away is told so. */
export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const token = cookies.get(participationCookie(params.id));
	const visitor = await locals.app.visitors.participant(params.id, token, null);
	if (typeof visitor === 'string') redirect(303, '/');
	const room = await locals.app.rooms.open(params.id);
	const refusal = room && refusalOf(room.world.state, visitor);
	if (refusal === 'sent-away') error(403, refusal);
	if (refusal) redirect(303, '/');
	const { code, joinUrl } = invitation(event, await worksessionRow(event, params.id));
	return { fresh: await firstLook(event, visitor), code, joinUrl };
};

export const actions: Actions = {
	/** A one-time link to another device, without the key that the browser adds to it. */
	otherDevice: async ({ params, cookies, locals, url }) => {
		const token = cookies.get(participationCookie(params.id));
		const visitor = await locals.app.visitors.participant(params.id, token, null);
		if (typeof visitor === 'string' || !visitor.identity) return fail(403, { fault: 'not-joined' as const });
		const { participationId } = visitor.identity;
		const page = `${locals.app.addressForOthers(url.origin)}/verder`;
		return { page, token: await locals.app.deviceLinks.make({ sessionId: params.id, participationId }) };
	}
};
