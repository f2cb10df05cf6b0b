import { dossierByLink } from '#lib/server/dossiers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { facts, link, version } = await dossierByLink(event, event.params.token);
	const { token } = event.params;
	const address = `${event.locals.app.addressForOthers(event.url.origin)}/voorbeeld/${token}`;
	return { facts, version, expiresAt: link?.expiresAt ?? 0, token, address };
};
