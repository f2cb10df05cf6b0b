import { error, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { showCode } from './access/codes.ts';
import { mayAskProgramme, mayMakeWorksessions, mayManageAccounts, reachOf } from './access/rights.ts';
import { SIGN_IN_COOKIE } from './access/sign-ins.ts';
import type { Visitor } from './access/visitors.ts';
import type { FreshView, Refusal } from '#lib/protocol/messages.ts';
import type { QrImage } from '#lib/protocol/qr-image.ts';
import { renderQr } from './qr.ts';
import type { Account, WorksessionRow } from './store/store.ts';

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

/** Who is signed in; whoever is not goes to the sign-in page. */
export async function signedIn({ cookies, locals }: Event): Promise<Account> {
	const account = await locals.app.signIns.account(cookies.get(SIGN_IN_COOKIE));
	if (!account) redirect(303, '/inloggen');
	return account;
}

/** Who is signed in and may prepare, lead and read this worksession; 404 for whoever may not, as when there is none. */
export async function facilitator(
	event: Event,
	sessionId: string
): Promise<{ readonly account: Account; readonly row: WorksessionRow }> {
	const account = await signedIn(event);
	const isOwn = (await reachOf(event.locals.app.store, account))(sessionId);
	if (!isOwn) error(404);
	return { account, row: await worksessionRow(event, sessionId) };
}

/** Who is signed in and may make worksessions. */
export async function maker(event: Event): Promise<Account> {
	const account = await signedIn(event);
	if (!mayMakeWorksessions(account.role)) error(403);
	return account;
}

/** Who is signed in and may manage accounts. */
export async function accountManager(event: Event): Promise<Account> {
	const account = await signedIn(event);
	if (!mayManageAccounts(account.role)) error(403);
	return account;
}

/** What pages show of whoever is signed in. */
export interface ShownAccount {
	readonly id: string;
	readonly name: string;
	readonly managesAccounts: boolean;
	/** Whether the practice examples of the programme are theirs to read. */
	readonly readsExamples: boolean;
	/** Whether they may take away for good what somebody left with the programme. */
	readonly takesWordsAway: boolean;
}

export function shown({ id, name, role }: Account): ShownAccount {
	return {
		id,
		name,
		managesAccounts: mayManageAccounts(role),
		readsExamples: mayAskProgramme(role, 'ChangeDossier'),
		takesWordsAway: mayAskProgramme(role, 'RedactProgramme')
	};
}

/** The worksession of a page; 404 when there is none. Whether its visitor may be there is asked before. */
export async function worksessionRow({ locals }: Event, sessionId: string): Promise<WorksessionRow> {
	const row = await locals.app.store.worksession(sessionId);
	if (!row) error(404);
	return row;
}

/** The first view of a page, for whoever was admitted. */
export async function firstLook({ locals }: Event, visitor: Visitor | Refusal): Promise<FreshView> {
	if (typeof visitor === 'string') error(403);
	const fresh = await locals.app.worksessions.look(visitor);
	if (!fresh) error(404);
	const isGone = visitor.identity !== null && fresh.own === null;
	if (isGone) error(403);
	return fresh;
}

/** How people come in: the code as it is shown, the address, and both as a picture. */
export interface Invitation {
	readonly code: string;
	readonly joinUrl: string;
	readonly qr: QrImage;
}

/**
 * The address is the one this page was asked at, unless that is this machine itself: nobody else can reach "localhost", so then it is
 * an address on the local network.
 */
export function invitation({ locals, url }: Event, row: WorksessionRow): Invitation {
	const code = showCode(row.code);
	const joinUrl = `${locals.app.addressForOthers(url.origin)}/deelnemen/${code}`;
	return { code, joinUrl, qr: renderQr(joinUrl) };
}

const DAY_SECONDS = 24 * 60 * 60;
const PARTICIPATION_SECONDS = 60 * DAY_SECONDS;

/** Sets a cookie that scripts cannot read and other sites cannot send; Secure wherever the page came over https. */
export function setSecret(
	{ cookies, url }: { cookies: Cookies; url: URL },
	name: string,
	value: string,
	maxAge = PARTICIPATION_SECONDS
): void {
	cookies.set(name, value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge
	});
}

/** A text field of a posted form; an empty text when it is missing or a file. */
export function field(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
