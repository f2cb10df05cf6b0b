import { error, type RequestEvent } from '@sveltejs/kit';
import { answeredCount } from '#lib/domain/programme/dossier-facts.ts';
import { presentDossier, presentDossiers, type Dossier } from '#lib/domain/programme/dossiers.ts';
import type { DossierVersion } from '#lib/protocol/dossier-version.ts';
import { mayAskProgramme } from './access/rights.ts';
import { signedIn } from './entrance.ts';
import { BY_LINK } from './programme-desk.ts';
import type { App } from './app.ts';
import type { Account } from './store/store.ts';

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

/** Who is signed in and may read and fill dossiers: whoever makes worksessions, and no guest of one day. */
export async function dossierReader(event: Event): Promise<Account> {
	const account = await signedIn(event);
	if (!mayAskProgramme(account.role, 'ChangeDossier')) error(403);
	return account;
}

/** A dossier of the programme; 404 when there is none or it was taken away. */
export async function dossierOf(event: Event, dossierId: string): Promise<Dossier> {
	const { dossiers } = await event.locals.app.programmeDesk.programme();
	return presentDossier(dossiers, dossierId) ?? error(404);
}

/** The dossier that a link opens, without an account; 404 for every link that does not work, whatever the reason. */
export async function dossierByLink({ locals }: Event, token: string): Promise<Dossier> {
	return (await locals.app.dossierLinks.dossierOf(token)) ?? error(404);
}

/** What can be brought into a worksession, with how far each is and who changed it last. */
export async function dossierChoices({ locals }: Event) {
	const { programmeDesk, store } = locals.app;
	const [{ dossiers }, accounts] = await Promise.all([programmeDesk.programme(), store.accounts()]);
	const names = new Map(accounts.map(({ id, name }) => [id, name]));
	return presentDossiers(dossiers).map(({ id, facts, changedAt, changedBy }) => ({
		id,
		name: facts.name,
		summary: facts.summary,
		municipalities: facts.municipalities,
		answered: answeredCount(facts),
		changedAt,
		changedBy: names.get(changedBy) ?? null,
		isByLink: changedBy === BY_LINK
	}));
}

/** What was taken away for good from a dossier: which part, why, when and by whom, as far as the account is there. */
export async function takenFrom({ programmeDesk, store }: App, dossierId: string) {
	const [{ redactions }, accounts] = await Promise.all([programmeDesk.programme(), store.accounts()]);
	const names = new Map(accounts.map(({ id, name }) => [id, name]));
	return Object.values(redactions).flatMap(({ text, reason, at, by }) =>
		text.kind === 'dossier' && text.dossierId === dossierId
			? [{ part: text.part, reason, at, who: names.get(by) ?? null }]
			: []
	);
}

/** What whoever did something is called; null where there is no such account, or not any more. */
export async function nameOf({ store }: App, accountId: string): Promise<string | null> {
	return (await store.accounts()).find(({ id }) => id === accountId)?.name ?? null;
}

/**
 * Which version of a dossier is held, who made it and when (epoch ms), under its number as entity tag; 304 for whoever knows that one.
 * `nameOf` tells what an account is called; null for somebody with a link, who learns no names of accounts.
 */
export async function dossierVersion(
	request: Request,
	{ version, changedAt, changedBy }: Pick<Dossier, 'version' | 'changedAt' | 'changedBy'>,
	nameOf: ((accountId: string) => Promise<string | null>) | null
): Promise<Response> {
	const headers = { etag: `"${version}"`, 'cache-control': 'no-store' };
	if (request.headers.get('if-none-match') === headers.etag)
		return new Response(null, { status: 304, headers });
	const isByLink = changedBy === BY_LINK;
	const name = nameOf && !isByLink ? await nameOf(changedBy) : null;
	return Response.json({ version, changedAt, name, isByLink } satisfies DossierVersion, { headers });
}
