import { error } from '@sveltejs/kit';
import { codingHints, codingQueue } from '#lib/domain/programme/coding-queue.ts';
import { mayAskProgramme } from '#lib/server/access/rights.ts';
import { readableRecords } from '#lib/server/compared.ts';
import { facilitator } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { account } = await facilitator(event, event.params.id);
	if (!mayAskProgramme(account.role, 'AssignCoding')) error(403);
	const { app } = event.locals;
	const [records, programme] = await Promise.all([
		readableRecords(app, account),
		app.programmeDesk.programme()
	]);
	const record = records.find(({ session }) => session.id === event.params.id);
	// A trial session and what is still open count nowhere, so there is nothing to choose.
	if (!record) error(404);
	const { codings, codeBook } = programme;
	const pieces = codingQueue(record, codings);
	const hints = codingHints(pieces, records, codings);
	return { session: record.session, coding: { sessionId: record.session.id, pieces, hints, codeBook } };
};
