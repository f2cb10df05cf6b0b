import type { FreshView } from '#lib/protocol/messages.ts';
import { RawSocket } from './raw-socket.ts';
import type { TestServer } from './server.ts';

/** What an answer to a visit comes to. */
export interface Page {
	readonly status: number;
	/** Path to which the visitor is sent on, or null. */
	readonly location: string | null;
	readonly text: string;
}

/** A browser without a screen: pages and forms over http, with its own cookies. It follows no redirect by itself. */
export class Browser {
	readonly #url: string;
	readonly #cookies = new Map<string, string>();
	/** Every Set-Cookie header so far. */
	readonly cookiesSet: string[] = [];

	constructor({ url }: Pick<TestServer, 'url'>) {
		this.#url = url;
	}

	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	visit(path: string): Promise<Page> {
		return this.#fetch(path, {});
	}

	/** Posts a form as a page of ours would, unless another origin is given; null sends none. */
	post(
		path: string,
		fields: Readonly<Record<string, string>>,
		origin: string | null = this.#url
	): Promise<Page> {
		const headers = origin === null ? undefined : { origin };
		return this.#fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers });
	}

	async #fetch(path: string, init: RequestInit): Promise<Page> {
		const given = init.headers as Record<string, string> | undefined;
		const headers = { ...given, accept: 'text/html', cookie: this.cookie };
		const response = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' });
		for (const set of response.headers.getSetCookie()) this.#keep(set);
		return {
			status: response.status,
			location: response.headers.get('location'),
			text: await response.text()
		};
	}

	#keep(set: string): void {
		this.cookiesSet.push(set);
		const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
		if (/max-age=0|expires=thu, 01 jan 1970/i.test(set)) this.#cookies.delete(name);
		else this.#cookies.set(name, value);
	}
}

/** A worksession as an organiser made it through the pages. */
export interface MadeWorksession {
	readonly id: string;
	/** Two times four characters. */
	readonly code: string;
	readonly screenToken: string;
}

/** Signs in by the link of the terminal. */
export async function anOrganiser(server: TestServer): Promise<Browser> {
	const organiser = new Browser(server);
	const token = server.organiserLink?.split('#')[1] ?? '';
	const { location } = await organiser.post('/inloggen', { token, name: 'Meike' });
	if (location !== '/sessies') throw new Error('The first link signs in');
	return organiser;
}

/** Signs in by an invitation of the organiser, with a role. */
export async function anInvited(
	server: TestServer,
	organiser: Browser,
	name: string,
	role: 'organiser' | 'facilitator'
): Promise<Browser> {
	const { text } = await organiser.post('/accounts?/invite', { name, role });
	const token = /\/inloggen#([\w-]+)/.exec(text)?.[1] ?? '';
	const browser = new Browser(server);
	const { location } = await browser.post('/inloggen', { token, name: 'een andere naam' });
	if (location !== '/sessies') throw new Error(`The invitation of ${name} signs in`);
	return browser;
}

/** The code by which others lead this worksession too, as a facilitator reads it. */
export async function takeOverCode(facilitator: Browser, { id }: MadeWorksession): Promise<string> {
	const { text } = await facilitator.post(`/sessies/${id}/regie?/takeOver`, {});
	const code = /code:"([\w-]{9})",page:/.exec(text)?.[1];
	if (code === undefined) throw new Error('A facilitator is shown the take-over code');
	return code;
}

/** Fills in a take-over code, as whoever this browser is signed in as or else as a guest. */
export async function takeOver(browser: Browser, code: string, name: string): Promise<void> {
	const { location, text } = await browser.post('/overnemen', { code, name });
	if (!location?.endsWith('/regie')) throw new Error(`${name} could not take over: ${text}`);
}

/** Prepares a worksession and opens its doors. */
export async function makeWorksession(
	server: TestServer,
	organiser: Browser,
	title: string
): Promise<MadeWorksession> {
	const fields = { theme: 'ondermijning', group: 'follower', date: '', startsAt: '09:30', place: '', title };
	const { location } = await organiser.post('/sessies/nieuw', fields);
	const id = /^\/sessies\/([\w-]+)$/.exec(location ?? '')?.[1] ?? '';
	const { text } = await organiser.visit(`/sessies/${id}`);
	const code = /\/deelnemen\/([\w-]{9})/.exec(text)?.[1] ?? '';
	const screenToken = /\/scherm#([\w-]+)/.exec(text)?.[1] ?? '';
	const facilitator = await enterSocket(server, organiser, id, 'facilitator');
	await facilitator.send(`open-the-doors-of-${id}`, { type: 'OpenDoors' });
	await facilitator.leave();
	return { id, code, screenToken };
}

/** Joins by the code, as somebody without an account. */
export async function aParticipant(
	server: TestServer,
	{ code, id }: MadeWorksession,
	name: string
): Promise<Browser> {
	const browser = new Browser(server);
	const fields = { name, municipality: 'GM0014', functionName: '', joinKey: `key of ${name}` };
	const { location, text } = await browser.post(`/deelnemen/${code}`, fields);
	if (location !== `/sessie/${id}`) throw new Error(`${name} could not join: ${text}`);
	return browser;
}

const VIEW = '42["view",';

/** What a socket is shown on coming in. */
export async function lookIn(
	server: TestServer,
	browser: Browser,
	sessionId: string,
	audience: 'facilitator' | 'participant'
): Promise<FreshView> {
	const frames: string[] = [];
	const socket = await enterSocket(server, browser, sessionId, audience, (frame) => frames.push(frame));
	await socket.leave();
	const view = frames.find((frame) => frame.startsWith(VIEW));
	if (view === undefined) throw new Error('Whoever comes in gets a view');
	return JSON.parse(view.slice(VIEW.length, -1)) as FreshView;
}

/** Lets people write in the first round; gives its id. */
export async function startWriting(
	server: TestServer,
	organiser: Browser,
	sessionId: string
): Promise<string> {
	const { shared } = await lookIn(server, organiser, sessionId, 'facilitator');
	const first = shared.agenda.find(({ kind }) => kind === 'round');
	if (!first) throw new Error('The standard day has rounds');
	const facilitator = await enterSocket(server, organiser, sessionId, 'facilitator');
	await facilitator.send(`start-round-${first.id}`, { type: 'StartItem', itemId: first.id });
	await facilitator.send(`write-in-${first.id}`, { type: 'MoveStage', roundId: first.id, stage: 'writing' });
	await facilitator.leave();
	return first.id;
}

/** The socket of a page. */
export function enterSocket(
	server: TestServer,
	browser: Browser,
	sessionId: string,
	audience: 'facilitator' | 'participant',
	onFrame: (frame: string) => void = () => undefined
): Promise<RawSocket> {
	return RawSocket.enter({
		url: server.url,
		cookie: browser.cookie,
		sessionId,
		audience,
		authorKey: null,
		onFrame
	});
}
