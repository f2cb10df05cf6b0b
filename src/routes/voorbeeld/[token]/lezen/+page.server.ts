import { dossierByLink } from '#lib/server/dossiers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { facts } = await dossierByLink(event, event.params.token);
	return { facts, token: event.params.token };
};
