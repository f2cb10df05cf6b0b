import { dossierOf, dossierReader } from '#lib/server/dossiers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await dossierReader(event);
	const { id, facts, version } = await dossierOf(event, event.params.id);
	return { id, facts, version };
};
