import type { ProgrammeResult } from '#lib/client/programme-acts.ts';
import type { DossierFacts } from '#lib/domain/programme/dossier-facts.ts';
import type { ProgrammeRejection } from '#lib/domain/programme/programme-acts.ts';
import { Draft, type SaveAnswer } from '../primitives/draft.svelte.ts';
import { browserTimers, type Timers } from '../primitives/timers.ts';

/** A dossier that is being filled: only what changed here is sent, so that two who fill different parts do not undo each other. */
export type DossierDraft = Draft<DossierFacts, Partial<DossierFacts>, ProgrammeRejection>;

/** Saves parts of a dossier. */
export type SaveDossier = (changes: Partial<DossierFacts>) => Promise<ProgrammeResult>;

export function dossierDraft(
	current: () => DossierFacts,
	save: SaveDossier,
	timers: Timers = browserTimers
): DossierDraft {
	const act = async (changes: Partial<DossierFacts>): Promise<SaveAnswer<ProgrammeRejection>> => {
		const result = await save(changes);
		if (result.type === 'done') return { ok: true };
		return result.type === 'refused' ? { ok: false, rejection: result.rejection } : { ok: false, fault: '' };
	};
	const source = { current, command: (_: DossierFacts, changed: Partial<DossierFacts>) => changed };
	return new Draft(source, { act, wouldRefuse: () => null }, timers);
}
