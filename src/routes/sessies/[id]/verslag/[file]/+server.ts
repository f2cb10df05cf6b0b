import { error } from '@sveltejs/kit';
import { actionsCsv } from '#lib/export/actions-csv.ts';
import { decisionsCsv } from '#lib/export/decisions-csv.ts';
import { ideasCsv } from '#lib/export/ideas-csv.ts';
import { recordCsv } from '#lib/export/record-csv.ts';
import { stepsCsv } from '#lib/export/steps-csv.ts';
import { facilitator } from '#lib/server/entrance.ts';
import type { RequestHandler } from './$types';

/** The record as a file: exactly the bytes that were hashed, or a table of its cards, steps, ideas, decisions or actions. */
export const GET: RequestHandler = async (event) => {
	await facilitator(event, event.params.id);
	const readable = await event.locals.app.worksessions.record(event.params.id);
	if (!readable) error(404);
	switch (event.params.file) {
		case 'intakeverslag.json':
			return file(readable.json, 'application/json; charset=utf-8', event.params.file);
		case 'intakeverslag.csv':
			return file(
				recordCsv(readable.record, { withByteOrderMark: true }),
				'text/csv; charset=utf-8',
				event.params.file
			);
		case 'processtappen.csv':
			return file(stepsCsv(readable.record), 'text/csv; charset=utf-8', event.params.file);
		case 'productideeen.csv':
			return file(ideasCsv(readable.record), 'text/csv; charset=utf-8', event.params.file);
		case 'besluiten.csv':
			return file(decisionsCsv(readable.record), 'text/csv; charset=utf-8', event.params.file);
		case 'acties.csv':
			return file(actionsCsv(readable.record), 'text/csv; charset=utf-8', event.params.file);
		default:
			error(404);
	}
};

function file(body: string, type: string, name: string): Response {
	return new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
}
