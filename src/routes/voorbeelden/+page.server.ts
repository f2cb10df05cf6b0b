import { answeredCount } from '#lib/domain/programme/dossier-facts.ts';
import { presentDossiers } from '#lib/domain/programme/dossiers.ts';
import { dossierReader } from '#lib/server/dossiers.ts';
import { shown } from '#lib/server/entrance.ts';
import { BY_LINK } from '#lib/server/programme-desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await dossierReader(event);
	const { programmeDesk, store, dossierLinks } = event.locals.app;
	const [{ dossiers }, programme, accounts] = await Promise.all([
		programmeDesk.programme(),
		store.programme(),
		store.accounts()
	]);
	const names = new Map(accounts.map(({ id, name }) => [id, name]));
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
			changedBy: names.get(dossier.changedBy) ?? null,
			isByLink: dossier.changedBy === BY_LINK,
			linkUntil: dossierLinks.tokenOf(dossier) ? (dossier.link?.expiresAt ?? null) : null
		}))
	};
};
