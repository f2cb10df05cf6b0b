import * as v from 'valibot';
import { DossierVersionSchema, type DossierVersion } from '#lib/protocol/dossier-version.ts';

/** Asks which version of a dossier is held now; null where it is the known one, and where no answer came. */
export async function newerVersion(address: string, known: number): Promise<DossierVersion | null> {
	try {
		const headers = { 'if-none-match': `"${known}"` };
		const response = await fetch(address, { headers, cache: 'no-store', redirect: 'manual' });
		if (response.status !== 200) return null;
		const answer = v.safeParse(DossierVersionSchema, await response.json());
		return answer.success ? answer.output : null;
	} catch {
		return null;
	}
}
