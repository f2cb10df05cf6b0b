import { invalidateAll } from '$app/navigation';
import { askProgramme } from './programme-acts.ts';
import type { ProgrammeCommand } from '#lib/domain/programme/programme-acts.ts';
import { programmeRejectionText } from '#lib/i18n/programme-rejections.ts';
import { m } from '#lib/i18n/words.ts';

/** Asks it and shows what came of it; gives what went wrong in words, and nothing when it is done. */
export async function act(command: ProgrammeCommand): Promise<string> {
	const result = await askProgramme(command);
	if (result.type === 'failed') return m.errors_programme_failed();
	if (result.type === 'refused') return programmeRejectionText(result.rejection);
	await invalidateAll();
	return '';
}
