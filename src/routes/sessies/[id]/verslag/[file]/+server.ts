import { error } from '@sveltejs/kit';
import { withLater } from '#lib/domain/programme/coded-record.ts';
import { recordFile } from '#lib/export/record-files.ts';
import { download } from '#lib/server/download.ts';
import { facilitator } from '#lib/server/entrance.ts';
import { compileTypst, makesPdf } from '#lib/server/typst.ts';
import type { RequestHandler } from './$types';

/** The record as a file: exactly the bytes that were hashed, or what is made of them. `?bom=nee` leaves out the byte order mark of CSV. */
export const GET: RequestHandler = async (event) => {
	await facilitator(event, event.params.id);
	const readable = await event.locals.app.worksessions.record(event.params.id);
	if (!readable) error(404);
	const { store, system, programmeDesk } = event.locals.app;
	const record = withLater(readable.record, await programmeDesk.programme());
	const programme = await store.programme();
	const withByteOrderMark = event.url.searchParams.get('bom') !== 'nee';
	const made = await recordFile(
		event.params.file,
		{ ...readable, record },
		{
			withByteOrderMark,
			compile: makesPdf ? compileTypst : null,
			archive: { organisation: programme?.name ?? '', madeAt: new Date(system.now()).toISOString() }
		}
	);
	if (!made) error(404);
	return download(made, event.params.file);
};
