import { dossierByLink } from '#lib/server/dossiers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { facts, link } = await dossierByLink(event, event.params.token);
	return { facts, expiresAt: link?.expiresAt ?? 0, token: event.params.token };
};
