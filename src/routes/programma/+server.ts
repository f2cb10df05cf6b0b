import { error, json } from '@sveltejs/kit';
import { sessionIdsOf } from '#lib/domain/programme/programme-acts.ts';
import { ProgrammeEnvelopeSchema } from '#lib/protocol/programme-acts.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { readableRecords } from '#lib/server/compared.ts';
import { signedIn } from '#lib/server/entrance.ts';
import { bodyOf } from '#lib/server/programme-body.ts';
import type { RequestHandler } from './$types';

/** An act over closed worksessions, as JSON; answered with what came of it. */
export const POST: RequestHandler = async (event) => {
	const account = await signedIn(event);
	const { commandId, command } = await bodyOf(event.request, ProgrammeEnvelopeSchema);
	if (!mayAskProgramme(account.role, command.type)) error(403);
	const records = await readableRecords(event.locals.app, account, sessionIdsOf(command));
	return json(await event.locals.app.programmeDesk.perform({ commandId, command, by: account.id, records }));
};
