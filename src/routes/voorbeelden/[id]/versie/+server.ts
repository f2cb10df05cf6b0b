import { dossierOf, dossierReader, dossierVersion } from '#lib/server/dossiers.ts';
import type { RequestHandler } from './$types';

/** Whether somebody else saved it, for a page on which it is being filled in. */
export const GET: RequestHandler = async (event) => {
	await dossierReader(event);
	return dossierVersion(event, await dossierOf(event, event.params.id), { names: true });
};
