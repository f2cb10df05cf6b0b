import { fail, redirect } from '@sveltejs/kit';
import { nameFault, type NameFault } from '#lib/server/access/accounts.ts';
import { readCode } from '#lib/server/access/codes.ts';
import { GUEST_SECONDS, SIGN_IN_COOKIE } from '#lib/server/access/sign-ins.ts';
import { field, setSecret } from '#lib/server/entrance.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals }) => {
	const account = await locals.app.signIns.account(cookies.get(SIGN_IN_COOKIE));
	return { signedInAs: account?.name ?? null };
};

export const actions: Actions = {
	/** Whoever is signed in leads this worksession too; anybody else becomes its guest. A wrong code tells nothing but that. */
	default: async (event) => {
		const { signIns, takeOvers, codeGuard } = event.locals.app;
		const form = await event.request.formData();
		const typed = field(form, 'code').slice(0, 40);
		const name = field(form, 'name').trim();
		const refused = (fault: NameFault | 'code-malformed' | 'code-unknown' | 'too-many-tries') =>
			fail(400, { code: typed, name, fault });

		const account = await signIns.account(event.cookies.get(SIGN_IN_COOKIE));
		const unfit = account ? null : nameFault(name);
		if (unfit) return refused(unfit);
		const code = readCode(typed);
		if (!code) return refused('code-malformed');
		const sessionId = await takeOvers.sessionId(code);
		if (!sessionId) {
			const address = event.getClientAddress();
			const mayTry = await codeGuard.mayTry(address);
			await codeGuard.countWrong(address);
			return refused(mayTry ? 'code-unknown' : 'too-many-tries');
		}
		if (account) await takeOvers.join(sessionId, account.id);
		else {
			const guest = await signIns.signInGuest(name);
			await takeOvers.join(sessionId, guest.accountId);
			setSecret(event, SIGN_IN_COOKIE, guest.secret, GUEST_SECONDS);
		}
		redirect(303, `/sessies/${sessionId}/regie`);
	}
};
