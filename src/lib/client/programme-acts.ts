import type { DossierFacts } from '#lib/domain/programme/dossier-facts.ts';
import type { ProgrammeCommand, ProgrammeRejection } from '#lib/domain/programme/programme-acts.ts';
import { randomId } from './random-id.ts';

/** `'failed'`: nobody knows what came of it, and asking again does no harm. */
export type ProgrammeResult =
	| { readonly type: 'done' }
	| { readonly type: 'refused'; readonly rejection: ProgrammeRejection }
	| { readonly type: 'failed' };

const ATTEMPTS = 3;

/** Asks something of the programme; again where no answer came, under the same id, so that it is done once. */
export function askProgramme(command: ProgrammeCommand): Promise<ProgrammeResult> {
	return ask('/programma', { command });
}

/** As `askProgramme`, by the address of a link: changes the dossier that it opens. */
export function askDossier(
	address: string,
	changes: Partial<DossierFacts>,
	from: Partial<DossierFacts>
): Promise<ProgrammeResult> {
	return ask(address, { changes, from });
}

async function ask(address: string, what: object): Promise<ProgrammeResult> {
	const body = JSON.stringify({ commandId: randomId(), ...what });
	for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
		const answer = await post(address, body);
		if (answer) return answer.ok ? { type: 'done' } : { type: 'refused', rejection: answer.rejection };
	}
	return { type: 'failed' };
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly rejection: ProgrammeRejection };

async function post(address: string, body: string): Promise<Answer | null> {
	try {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(address, { method: 'POST', body, headers });
		return response.ok ? ((await response.json()) as Answer) : null;
	} catch {
		return null;
	}
}
