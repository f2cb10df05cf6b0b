import { answeredCount } from '#lib/domain/programme/dossier-facts.ts';
import { presentDossiers } from '#lib/domain/programme/dossiers.ts';
import { dossierReader } from '#lib/server/dossiers.ts';
import { shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await dossierReader(event);
	const { programmeDesk, store, dossierLinks } = event.locals.app;
	const [{ dossiers }, programme] = await Promise.all([programmeDesk.programme(), store.programme()]);
	return {
		account: shown(account),
		programme: programme?.name ?? '',
		dossiers: presentDossiers(dossiers).map((dossier) => ({
			id: dossier.id,
			name: dossier.facts.name,
			municipalities: dossier.facts.municipalities,
			theme: dossier.facts.theme,
			maturity: dossier.facts.maturity,
			answered: answeredCount(dossier.facts),
			changedAt: dossier.changedAt,
			linkUntil: dossierLinks.tokenOf(dossier) ? (dossier.link?.expiresAt ?? null) : null
		}))
	};
};
