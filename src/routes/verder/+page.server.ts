import { fail } from '@sveltejs/kit';
import { participationCookie } from '#lib/server/access/visitors.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Sets the cookie of this device. The page goes on from there, because only the browser may know the key in the link. */
	default: async (event) => {
		const used = await event.locals.app.deviceLinks.use(field(await event.request.formData(), 'token'));
		if (!used) return fail(400, { fault: 'link-unknown' as const });
		const { sessionId, participationId, secret } = used;
		setSecret(event, participationCookie(sessionId), secret);
		return { sessionId, participationId };
	}
};
