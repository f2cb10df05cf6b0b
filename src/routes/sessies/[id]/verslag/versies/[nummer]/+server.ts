import { error } from '@sveltejs/kit';
import { download } from '#lib/server/download.ts';
import { facilitator } from '#lib/server/entrance.ts';
import type { RequestHandler } from './$types';

/** One version of the record, exactly the bytes that were hashed. */
export const GET: RequestHandler = async (event) => {
	const { id, nummer } = event.params;
	await facilitator(event, id);
	const version = await event.locals.app.worksessions.version(id, Number(nummer));
	if (!version) error(404);
	const file = { type: 'application/json; charset=utf-8', pieces: [version.json] };
	return download(file, `intakeverslag-versie-${version.version}.json`);
};
