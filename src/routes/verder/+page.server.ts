import { fail, type RequestEvent } from '@sveltejs/kit';
import { participationCookie } from '#lib/server/access/visitors.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/**
	 * Sets the cookie of this device. The page goes on from there, because only the browser may know the key in the link. Asks first where
	 * the device is somebody else's in this worksession: their cookie goes, and with it the way to their cards.
	 */
	default: async (event) => {
		const form = await event.request.formData();
		const token = field(form, 'token');
		const somebodyElse = field(form, 'isSure') === 'yes' ? null : await somebodyElseHere(event, token);
		if (somebodyElse) return fail(409, { fault: 'somebody-else-here' as const, ...somebodyElse });
		const used = await event.locals.app.deviceLinks.use(token);
		if (!used) return fail(400, { fault: 'link-unknown' as const });
		const { sessionId, participationId, secret } = used;
		setSecret(event, participationCookie(sessionId), secret);
		return { sessionId, participationId };
	}
};

/** Names of whom this device and whom the link stand for; null where they are the same, or the device nobody's. */
async function somebodyElseHere({ cookies, locals }: RequestEvent, token: string) {
	const { deviceLinks, visitors, store } = locals.app;
	const owner = await deviceLinks.owner(token);
	if (!owner) return null;
	const { sessionId, participationId } = owner;
	const visitor = await visitors.participant(sessionId, cookies.get(participationCookie(sessionId)), null);
	const here = typeof visitor === 'string' ? undefined : visitor.identity?.participationId;
	if (here === undefined || here === participationId) return null;
	const names = new Map(
		(await store.people(sessionId)).map((person) => [person.participationId, person.name])
	);
	return { sessionId, here: names.get(here) ?? '', there: names.get(participationId) ?? '' };
}
