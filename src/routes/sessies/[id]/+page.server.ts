import { fail } from '@sveltejs/kit';
import { mayAskProgramme, mayMakeWorksessions, reachOf } from '#lib/server/access/rights.ts';
import { dossierChoices } from '#lib/server/dossiers.ts';
import { facilitator, firstLook, invitation, shown } from '#lib/server/entrance.ts';
import { putIn, statusOf } from '#lib/server/put-in.ts';
import type { Account, Store } from '#lib/server/store/store.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const { account, row } = await facilitator(event, params.id);
	const visitor = await locals.app.visitors.facilitator(params.id, (name) => cookies.get(name));
	const { code, joinUrl, qr } = invitation(event, row);
	return {
		fresh: await firstLook(event, visitor),
		code,
		joinUrl,
		qr,
		screenUrl: `/scherm#${locals.app.worksessions.screenToken(params.id)}`,
		account: shown(account),
		mayMake: mayMakeWorksessions(account.role),
		dossiers: mayAskProgramme(account.role, 'ChangeDossier') ? await dossierChoices(event) : [],
		earlier: await earlierOf(locals.app.store, account, params.id)
	};
};

/** Other worksessions of this account in which cards were written: their records can be drawn from. */
async function earlierOf(store: Store, account: Account, sessionId: string) {
	const [all, isOwn] = await Promise.all([store.worksessions(), reachOf(store, account)]);
	return all
		.filter(({ id, summary }) => id !== sessionId && isOwn(id) && summary.cardCount > 0)
		.map(({ id, summary: { facts, cardCount } }) => ({
			id,
			title: facts.title,
			date: facts.date,
			cardCount
		}));
}

export const actions: Actions = {
	putIn: async (event) => {
		const sessionId = event.params.id;
		const { account } = await facilitator(event, sessionId);
		const form = await event.request.formData();
		const answer = await putIn(event.locals.app.rooms, { sessionId, accountId: account.id }, form);
		return answer.ok ? undefined : fail(statusOf(answer), { answer });
	}
};
