import { error } from '@sveltejs/kit';
import { choiceDocument } from '#lib/export/document/choice-document.ts';
import { docx, DOCX_TYPE } from '#lib/export/document/docx.ts';
import { choiceOf } from '#lib/server/choice.ts';
import { download } from '#lib/server/download.ts';
import type { RequestHandler } from './$types';

const FILE = 'beslisblad.docx';

/** The decision sheet as a Word file. */
export const GET: RequestHandler = async (event) => {
	const { all, ...choice } = await choiceOf(event);
	if (event.params.file !== FILE) error(404);
	const sheet = choiceDocument({ ...choice, municipalities: all.length });
	return download({ type: DOCX_TYPE, pieces: docx(sheet) }, FILE);
};
