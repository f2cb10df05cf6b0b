import { fail, redirect } from '@sveltejs/kit';
import { hashOf } from '#lib/server/access/tokens.ts';
import { screenCookie } from '#lib/server/access/visitors.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const token = field(await event.request.formData(), 'token');
		const sessionId = await event.locals.app.store.sessionIdByScreenToken(hashOf(token));
		if (!sessionId) return fail(400, { error: 'link-unknown' as const });
		setSecret(event, screenCookie(sessionId), token);
		redirect(303, `/sessie/${sessionId}/scherm`);
	}
};
