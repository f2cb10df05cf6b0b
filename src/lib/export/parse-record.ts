import * as v from 'valibot';
import { withLaterFields } from '#lib/domain/record/later-fields.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { RecordSchema } from './record-schema.ts';

/** Where a file differs from a record: `path` such as "cards.3.text", empty for the file as a whole. */
interface RecordProblem {
	readonly path: string;
	readonly message: string;
}

export type ParsedRecord =
	| {
			readonly ok: true;
			readonly record: IntakeRecord;
			/** Whether the file itself says with which code book it was made; else it counts as made with the first. */
			readonly tellsCodeBook: boolean;
	  }
	| { readonly ok: false; readonly problem: RecordProblem };

const WITH_CODE_BOOK = v.object({ session: v.object({ codeBookVersion: v.number() }) });

/**
 * Reads a downloaded record back. A file of ours gives the same record, and `recordJson` of it the same bytes; one from before
 * a field existed says of it what `later-fields.ts` says. Unknown keys are refused, so that nothing is lost silently; the first problem is told.
 */
export function parseRecord(json: string): ParsedRecord {
	let input: unknown;
	let tellsCodeBook: boolean;
	try {
		const file: unknown = JSON.parse(json);
		tellsCodeBook = v.is(WITH_CODE_BOOK, file);
		input = withLaterFields(file);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return { ok: false, problem: { path: '', message: error.message } };
	}
	const result = v.safeParse(RecordSchema, input, { abortEarly: true });
	if (result.success) return { ok: true, record: result.output, tellsCodeBook };
	const [issue] = result.issues;
	return { ok: false, problem: { path: v.getDotPath(issue) ?? '', message: issue.message } };
}
