import { fail, redirect } from '@sveltejs/kit';
import { NAME_LENGTH_MAX } from '#lib/domain/limits.ts';
import { m } from '#lib/i18n/words.ts';
import { SIGN_IN_COOKIE, SIGN_IN_SECONDS } from '#lib/server/access/sign-ins.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	/** Only the very first sign-in asks for a name. */
	asksName: !(await locals.app.signIns.hasAccount())
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const name = [...field(form, 'name').trim()].slice(0, NAME_LENGTH_MAX).join('');
		const secret = await event.locals.app.signIns.useLink(
			field(form, 'token'),
			name || m.common_role_organiser()
		);
		if (!secret) return fail(400, { error: 'link-used' as const });
		setSecret(event, SIGN_IN_COOKIE, secret, SIGN_IN_SECONDS);
		redirect(303, '/sessies');
	}
};
