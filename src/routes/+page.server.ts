import { fail, redirect } from '@sveltejs/kit';
import { readCode, showCode } from '#lib/server/access/codes.ts';
import { SIGN_IN_COOKIE } from '#lib/server/access/sign-ins.ts';
import { field } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals }) => ({
	isSignedIn: (await locals.app.signIns.account(cookies.get(SIGN_IN_COOKIE))) !== null
});

export const actions: Actions = {
	default: async ({ request, locals, getClientAddress }) => {
		const typed = field(await request.formData(), 'code').slice(0, 40);
		const refused = (error: 'code-malformed' | 'code-unknown' | 'too-many-tries') =>
			fail(400, { code: typed, error });
		const { codeGuard, store } = locals.app;
		const address = getClientAddress();
		const code = readCode(typed);
		if (!code) return refused('code-malformed');
		if (await store.sessionIdByCode(code)) redirect(303, `/deelnemen/${showCode(code)}`);
		const mayTry = await codeGuard.mayTry(address);
		await codeGuard.countWrong(address);
		return refused(mayTry ? 'code-unknown' : 'too-many-tries');
	}
};
