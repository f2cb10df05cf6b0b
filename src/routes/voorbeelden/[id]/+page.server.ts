import { ideasOn, saidAbout } from '#lib/domain/programme/dossier-said.ts';
import { readableRecords } from '#lib/server/compared.ts';
import { dossierOf, dossierReader, nameOf, takenFrom } from '#lib/server/dossiers.ts';
import { BY_LINK } from '#lib/server/programme-desk.ts';
import { shown } from '#lib/server/entrance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = await dossierReader(event);
	const dossier = await dossierOf(event, event.params.id);
	const { app } = event.locals;
	const { dossierLinks, store } = app;
	const token = dossierLinks.tokenOf(dossier);
	const [programme, records, taken, changedBy] = await Promise.all([
		store.programme(),
		readableRecords(app, account),
		takenFrom(app, dossier.id),
		nameOf(app, dossier.changedBy)
	]);
	return {
		account: shown(account),
		programme: programme?.name ?? '',
		dossier: { id: dossier.id, facts: dossier.facts, version: dossier.version, changedAt: dossier.changedAt },
		changedBy,
		isByLink: dossier.changedBy === BY_LINK,
		taken,
		days: saidAbout(records, dossier.id),
		ideas: ideasOn(records, dossier.id),
		link:
			token === null
				? null
				: {
						address: `${app.addressForOthers(event.url.origin)}/voorbeeld/${token}`,
						expiresAt: dossier.link?.expiresAt ?? 0
					}
	};
};
