import { error } from '@sveltejs/kit';
import { termVersions } from '#lib/domain/programme/term-versions.ts';
import { codeBookFile } from '#lib/export/code-book-files.ts';
import { download } from '#lib/server/download.ts';
import { signedIn } from '#lib/server/entrance.ts';
import type { RequestHandler } from './$types';

/** The code book as a file, for whoever may read its page. */
export const GET: RequestHandler = async (event) => {
	await signedIn(event);
	const { store, programmeDesk } = event.locals.app;
	const [{ codeBook }, facts, accounts, programme] = await Promise.all([
		programmeDesk.programme(),
		store.readProgramme(0),
		store.accounts(),
		store.programme()
	]);
	const made = codeBookFile(event.params.file, {
		title: programme?.name ?? '',
		version: codeBook.version,
		terms: termVersions(facts),
		names: new Map(accounts.map(({ id, name }) => [id, name]))
	});
	if (!made) error(404);
	return download(made, event.params.file);
};
