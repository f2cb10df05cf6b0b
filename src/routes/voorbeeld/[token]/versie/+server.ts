import { dossierByLink, dossierVersion } from '#lib/server/dossiers.ts';
import type { RequestHandler } from './$types';

/** Whether somebody else saved it, for whoever fills it in by its link. */
export const GET: RequestHandler = async (event) =>
	dossierVersion(event.request, await dossierByLink(event, event.params.token), null);
