import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { mayMakeWorksessions, reachOf } from '#lib/server/access/rights.ts';
import { SIGN_IN_COOKIE } from '#lib/server/access/sign-ins.ts';
import { copyTitle } from '#lib/server/copy-title.ts';
import { facilitator, field, maker, shown, signedIn, worksessionRow } from '#lib/server/entrance.ts';
import type { Account, WorksessionRow } from '#lib/server/store/store.ts';
import type { TemplateFault } from '#lib/server/templates.ts';
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

/** Who is signed in, may make worksessions and leads this one, with what the form says; 404 as when there is no such worksession. */
async function makerOf(event: RequestEvent): Promise<{
	readonly account: Account;
	readonly row: WorksessionRow;
	readonly form: FormData;
}> {
	const account = await maker(event);
	const form = await event.request.formData();
	const id = field(form, 'id');
	const isOwn = await reachOf(event.locals.app.store, account);
	if (!isOwn(id)) error(404);
	return { account, row: await worksessionRow(event, id), form };
}

function faultStatus(fault: TemplateFault): 400 | 403 {
	return fault === 'not-your-template' ? 403 : 400;
}

export const actions: Actions = {
	duplicate: async (event) => {
		const { account, row } = await makerOf(event);
		// A trial is a play with invented people; its copy would have none.
		if (row.isTrial) error(400);
		const title = copyTitle(row.summary.facts.title);
		const id = await event.locals.app.worksessions.duplicate(row.id, title, account.id);
		return id === null ? error(404) : { id };
	},
	keepTemplate: async (event) => {
		const { account, row, form } = await makerOf(event);
		const fault = await event.locals.app.templates.keep(account, row.id, field(form, 'name'));
		return fault ? fail(faultStatus(fault), { fault }) : undefined;
	},
	renameTemplate: async (event) => {
		const account = await maker(event);
		const form = await event.request.formData();
		const { templates } = event.locals.app;
		const fault = await templates.rename(account, field(form, 'id'), field(form, 'name'));
		return fault ? fail(faultStatus(fault), { fault }) : undefined;
	},
	removeTemplate: async (event) => {
		const account = await maker(event);
		const id = field(await event.request.formData(), 'id');
		const fault = await event.locals.app.templates.remove(account, id);
		return fault ? fail(faultStatus(fault), { fault }) : undefined;
	},
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
