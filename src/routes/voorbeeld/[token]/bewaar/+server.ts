import { error, json } from '@sveltejs/kit';
import { DossierEnvelopeSchema } from '#lib/protocol/programme-acts.ts';
import { dossierByLink } from '#lib/server/dossiers.ts';
import { BY_LINK } from '#lib/server/programme-desk.ts';
import { bodyOf } from '#lib/server/programme-body.ts';
import type { RequestHandler } from './$types';

/** What somebody with the link tells about that one example, as JSON; answered with what came of it. */
export const POST: RequestHandler = async (event) => {
	const { id: dossierId } = await dossierByLink(event, event.params.token);
	const { commandId, changes, from } = await bodyOf(event.request, DossierEnvelopeSchema);
	// Which example it is and whose is the programme's: the link fills what is told about it.
	if (changes.municipalities || changes.theme) error(403);
	const command = { type: 'ChangeDossier', dossierId, changes, from } as const;
	return json(await event.locals.app.programmeDesk.perform({ commandId, command, by: BY_LINK, records: [] }));
};
