import { firstLook, invitation, signedIn, worksessionRow } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, cookies, locals } = event;
	const account = await signedIn(event);
	const row = await worksessionRow(event, params.id);
	const visitor = await locals.app.visitors.facilitator(params.id, (name) => cookies.get(name));
	const { code, joinUrl, qr } = invitation(event, row);
	return {
		fresh: await firstLook(event, visitor),
		code,
		joinUrl,
		qr,
		screenUrl: `/scherm#${locals.app.worksessions.screenToken(params.id)}`,
		account: { name: account.name }
	};
};
