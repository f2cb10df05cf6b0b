import { error } from '@sveltejs/kit';
import { candidatesOf } from '#lib/domain/compare/candidates.ts';
import { withLater } from '#lib/domain/programme/coded-record.ts';
import { compare } from '#lib/domain/compare/comparison.ts';
import { judgedMatches } from '#lib/domain/compare/matches.ts';
import { FRAMED_TYPE } from '#lib/export/framed.ts';
import { programmeFile } from '#lib/export/programme-files.ts';
import { compared } from '#lib/server/compared.ts';
import { download } from '#lib/server/download.ts';
import type { RequestHandler } from './$types';

/** The records of `sessie` (every one that may be compared, where none is named) in one file. */
export const GET: RequestHandler = async (event) => {
	const { programme, records, day } = await compared(event);
	const wanted = new Set(event.url.searchParams.getAll('sessie'));
	const chosen = wanted.size === 0 ? records : records.filter(({ session }) => wanted.has(session.id));
	if (chosen.length < wanted.size) error(404);
	const { store, records: fixed, programmeDesk } = event.locals.app;
	const said = await programmeDesk.programme();
	const rows = (await store.worksessions()).filter(({ id }) =>
		chosen.some(({ session }) => session.id === id)
	);
	const made = programmeFile(event.params.file, {
		title: programme,
		records: (await fixed.of(rows)).map((record) => withLater(record, said)),
		comparison: compare(chosen, day),
		day,
		matches: judgedMatches(chosen, day, said.judgements),
		candidates: candidatesOf(chosen, said, day),
		jsonOf: async (sessionId) => (await store.fixedRecord(sessionId))?.json ?? ''
	});
	if (!made) error(404);
	const isFramed = event.request.headers.get('accept') === FRAMED_TYPE;
	return download(made, event.params.file, { isFramed });
};
