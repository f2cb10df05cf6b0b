import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anInvited, anOrganiser, enterSocket, makeWorksession, type Browser } from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let organiser: Browser;
let key: string;
const ids: string[] = [];

beforeAll(async () => {
	server = await startServer();
	organiser = await anOrganiser(server);
	for (const title of ['Eerste dag', 'Tweede dag', 'Nog open']) {
		const { id } = await makeWorksession(server, organiser, title);
		if (title === 'Nog open') continue;
		ids.push(id);
		const facilitator = await enterSocket(server, organiser, id, 'facilitator');
		await facilitator.send(`close-worksession-${id}`, { type: 'CloseWorksession' });
		await facilitator.leave();
	}
	const { text } = await organiser.post('/accounts?/makeKey', { name: 'Dashboard' });
	key = /key:"([\w.-]+)"/.exec(text)?.[1] ?? '';
});
afterAll(() => server.dispose());

interface Answered {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Record<string, unknown>;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answered> {
	const headers = { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) };
	const response = await fetch(`${server.url}/v1${path}`, { ...init, headers, redirect: 'manual' });
	const body = response.headers.get('content-type')?.includes('json')
		? ((await response.json()) as Record<string, unknown>)
		: {};
	return { status: response.status, headers: response.headers, body };
}

describe('[E2] the API', () => {
	test('lists closed sessions alone, page by page, with the ways to the others', async () => {
		const { status, headers, body } = await ask('/sessies?aantal=1');
		expect([status, headers.get('api-version'), body['totaal']]).toEqual([200, '1.0.0', 2]);
		expect(body['_links']).toEqual({
			self: { href: '/v1/sessies?aantal=1&pagina=1' },
			next: { href: '/v1/sessies?aantal=1&pagina=2' }
		});
		const next = await ask('/sessies?aantal=1&pagina=2');
		const both = [body['sessies'], next.body['sessies']].flat() as { titel: string }[];
		expect(both.map(({ titel }) => titel).sort()).toEqual(['Eerste dag', 'Tweede dag']);
	});

	test('gives the record as it was fixed, its cards, the comparison and the dossiers', async () => {
		const record = await ask(`/sessies/${ids[0] ?? ''}`);
		expect(record.body['session']).toMatchObject({ id: ids[0], status: 'gesloten' });
		expect((await ask(`/sessies/${ids[0] ?? ''}/kaarten`)).body).toMatchObject({ totaal: 0, kaarten: [] });
		const compared = await ask('/vergelijkingen?peildatum=2026-01-01');
		expect(compared.body['peildatum']).toBe('2026-01-01');
		expect((await ask('/praktijkvoorbeelden')).body).toMatchObject({ totaal: 0 });
	});

	test.each([
		['/sessies/onbekend', 404],
		['/bestaat-niet', 404],
		['/sessies/', 404],
		['/sessies?pagina=0', 400],
		['/sessies?aantal=101', 400],
		['/sessies?iets=1', 400],
		['/vergelijkingen?peildatum=2026-02-31', 400]
	])('answers %s with a problem: %i', async (path, wanted) => {
		const { status, headers, body } = await ask(path);
		expect([status, body['status']]).toEqual([wanted, wanted]);
		expect(headers.get('content-type')).toBe('application/problem+json');
		expect(headers.get('api-version')).toBe('1.0.0');
		expect(body['detail']).toMatch(/\w/);
	});

	test.each([
		['none', {}],
		['a wrong one', { authorization: 'Bearer x.y' }],
		['half of one', { authorization: 'Bearer ' }]
	])('needs a key that works: %s is refused', async (_, headers) => {
		const response = await fetch(`${server.url}/v1/sessies`, { headers });
		expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
	});

	test('changes nothing: every other method is refused', async () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const { status, headers } = await ask('/sessies', { method, headers: { origin: server.url } });
			expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
		}
	});

	test('describes itself to everybody, and every described address answers', async () => {
		const response = await fetch(`${server.url}/v1/openapi.json`);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		const described = (await response.json()) as { openapi: string; paths: Record<string, object> };
		expect(described.openapi).toMatch(/^3\./);
		const paths = Object.keys(described.paths);
		expect(paths.length).toBeGreaterThan(4);
		for (const path of paths) {
			expect(path).toMatch(/^(\/([a-z-]+|\{id\}))+$/);
			const { status } = await ask(path.replace('{id}', ids[0] ?? ''));
			expect([path, [200, 404].includes(status)]).toEqual([path, true]);
		}
	});

	test('a key that ended reads nothing, and nobody but an organiser makes one', async () => {
		const { text } = await organiser.visit('/accounts');
		const id = new RegExp(`id:"([\\w-]+)",name:"Dashboard"`).exec(text)?.[1] ?? '';
		const rachid = await anInvited(server, organiser, 'Rachid', 'facilitator');
		expect((await rachid.post('/accounts?/makeKey', { name: 'x' })).status).toBe(403);
		await organiser.post('/accounts?/endKey', { id });
		expect((await ask('/sessies')).status).toBe(401);
	});
});
