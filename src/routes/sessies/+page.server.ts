import { redirect } from '@sveltejs/kit';
import { mayMakeWorksessions, reachOf } from '#lib/server/access/rights.ts';
import { SIGN_IN_COOKIE } from '#lib/server/access/sign-ins.ts';
import { facilitator, field, maker, shown, signedIn } from '#lib/server/entrance.ts';
import type { WorksessionRow } from '#lib/server/store/store.ts';
import { askedSpeed } from '#lib/server/trial/speed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await signedIn(event);
	const { store } = event.locals.app;
	const [programme, all, isOwn] = await Promise.all([
		store.programme(),
		store.worksessions(),
		reachOf(store, account)
	]);
	const rows = all.filter(({ id }) => isOwn(id));
	const sessions = rows.map(({ id, code, isTrial, createdAt, summary }) => ({
		id,
		code,
		isTrial,
		createdAt,
		summary
	}));
	return {
		programme: { name: programme?.name ?? '' },
		account: shown(account),
		mayMake: mayMakeWorksessions(account.role),
		sessions,
		...coverageOf(rows)
	};
};

/** What each worksession adds to the coverage of the programme; trial sessions never count. */
function coverageOf(rows: readonly WorksessionRow[]) {
	const real = rows.filter((row) => !row.isTrial).map((row) => row.summary);
	const coverage = real.map(({ facts: { theme, group }, municipalities, doors }) => ({
		theme,
		group,
		municipalities,
		isLive: doors === 'open'
	}));
	return { coverage, municipalityCount: new Set(coverage.flatMap((entry) => entry.municipalities)).size };
}

export const actions: Actions = {
	trial: async (event) => {
		const account = await maker(event);
		const form = await event.request.formData();
		const like = field(form, 'like') || null;
		if (like !== null) await facilitator(event, like);
		const wish = { speed: askedSpeed(form), madeBy: account.id, like };
		redirect(303, `/sessies/${await event.locals.app.trials.start(wish)}/regie`);
	},
	removeTrial: async (event) => {
		const account = await signedIn(event);
		const id = field(await event.request.formData(), 'id');
		const { store, trials } = event.locals.app;
		const isOwn = await reachOf(store, account);
		if (isOwn(id)) await trials.remove(id);
	},
	signOut: async (event) => {
		const signIn = event.cookies.get(SIGN_IN_COOKIE) ?? '';
		await event.locals.app.signIns.end(signIn);
		event.locals.app.transport.signedOut(signIn);
		event.cookies.delete(SIGN_IN_COOKIE, { path: '/' });
		redirect(303, '/inloggen');
	}
};
