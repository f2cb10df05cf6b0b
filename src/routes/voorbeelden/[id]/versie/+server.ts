import { dossierOf, dossierReader, dossierVersion, nameOf } from '#lib/server/dossiers.ts';
import type { RequestHandler } from './$types';

/** Whether somebody else saved it, for a page on which it is being filled in. */
export const GET: RequestHandler = async (event) => {
	await dossierReader(event);
	const dossier = await dossierOf(event, event.params.id);
	return dossierVersion(event.request, dossier, (accountId) => nameOf(event.locals.app, accountId));
};
