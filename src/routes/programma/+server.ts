import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { ProgrammeEnvelopeSchema } from '#lib/protocol/programme-acts.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { readableRecords } from '#lib/server/compared.ts';
import { signedIn } from '#lib/server/entrance.ts';
import type { RequestHandler } from './$types';

/** Longer than any act; more is no act of ours. */
const BODY_BYTES_MAX = 64 * 1024;

/** An act over closed worksessions, as JSON; answered with what came of it. */
export const POST: RequestHandler = async (event) => {
	const account = await signedIn(event);
	const body = await event.request.text();
	if (body.length > BODY_BYTES_MAX) error(413);
	const parsed = v.safeParse(ProgrammeEnvelopeSchema, jsonOf(body), { abortEarly: true });
	if (!parsed.success) error(400);
	const { commandId, command } = parsed.output;
	if (!mayAskProgramme(account.role, command.type)) error(403);
	const records = await readableRecords(event.locals.app, account);
	return json(await event.locals.app.programmeDesk.perform({ commandId, command, by: account.id, records }));
};

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
