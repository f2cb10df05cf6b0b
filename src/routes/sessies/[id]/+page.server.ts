import { mayMakeWorksessions } from '#lib/server/access/rights.ts';
import { facilitator, firstLook, invitation, shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

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
		mayMake: mayMakeWorksessions(account.role)
	};
};
