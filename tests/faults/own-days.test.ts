import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	anInvited,
	anOrganiser,
	aParticipant,
	Browser,
	makeWorksession,
	takeOver,
	takeOverCode,
	type MadeWorksession,
	type Page
} from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const TITLE = 'Kanarietitel';

let server: TestServer;
let a: MadeWorksession;
let organiser: Browser;
/** Leads a, which they took over. */
let noor: Browser;
/** Leads nothing. */
let rachid: Browser;
/** Leads a, without an account. */
let guest: Browser;

beforeAll(async () => {
	server = await startServer();
	organiser = await anOrganiser(server);
	a = await makeWorksession(server, organiser, TITLE);
	noor = await anInvited(server, organiser, 'Noor', 'facilitator');
	rachid = await anInvited(server, organiser, 'Rachid', 'facilitator');
	guest = new Browser(server);
	const code = await takeOverCode(organiser, a);
	await takeOver(noor, code, 'Noor');
	await takeOver(guest, code, 'Marieke');
	await aParticipant(server, a, 'Kanarievogel');
});

afterAll(() => server.dispose());

/** Status of a refusal, with its reason when there is one. */
function outcome({ status, text }: Page): string {
	const fault = /fault:"([\w-]+)"/.exec(text)?.[1];
	return fault ? `${status} ${fault}` : String(status);
}

/** Name → id and whether this browser may change it, as the page of a new worksession tells. */
async function templatesOf(
	browser: Browser
): Promise<ReadonlyMap<string, { id: string; mayChange: boolean }>> {
	const { text } = await browser.visit('/sessies/nieuw');
	const found = text.matchAll(/\{id:"([\w-]+)",name:"([^"]+)",group:"\w+",createdAt:\d+,mayChange:(\w+)/g);
	return new Map([...found].map(([, id = '', name = '', may]) => [name, { id, mayChange: may === 'true' }]));
}

async function idOf(name: string): Promise<string> {
	return (await templatesOf(organiser)).get(name)?.id ?? '';
}

describe('templates', () => {
	test('are kept of a worksession by whoever leads it and makes worksessions', async () => {
		const keep = (browser: Browser, name: string) =>
			browser.post('/sessies?/keepTemplate', { id: a.id, name }).then(outcome);
		expect(await keep(rachid, 'Dag')).toBe('404');
		expect(await keep(guest, 'Dag')).toBe('403');
		expect(await keep(noor, '  ')).toBe('400 name-empty');
		expect(await keep(noor, 'Dag van Noor')).toBe('200');
		expect(await keep(organiser, 'dag van noor')).toBe('400 name-taken');
		const seen = (browser: Browser) => templatesOf(browser).then((all) => all.get('Dag van Noor')?.mayChange);
		expect([await seen(noor), await seen(rachid), await seen(organiser)]).toEqual([true, false, true]);
	});

	test('get another name from their maker or an organiser', async () => {
		const id = await idOf('Dag van Noor');
		const rename = (browser: Browser, name: string) =>
			browser.post('/sessies?/renameTemplate', { id, name }).then(outcome);
		expect(await rename(rachid, 'Van mij')).toBe('403 not-your-template');
		expect(await rename(guest, 'Van mij')).toBe('403');
		expect(await rename(noor, '')).toBe('400 name-empty');
		expect(await rename(organiser, 'Lange dag')).toBe('200');
		expect([...(await templatesOf(noor)).keys()]).toEqual(['Lange dag']);
	});

	test('are begun with by everybody who makes worksessions', async () => {
		const fields = { theme: 'ondermijning', group: 'follower' };
		const begin = (template: string) => rachid.post('/sessies/nieuw', { ...fields, template });
		expect((await begin(await idOf('Lange dag'))).location).toMatch(/^\/sessies\/[\w-]+$/);
		const gone = await begin('nergens');
		expect([gone.status, gone.text.includes('template-gone')]).toEqual([400, true]);
	});

	test('go when their maker says so, and not before', async () => {
		const id = await idOf('Lange dag');
		const remove = (browser: Browser) => browser.post('/sessies?/removeTemplate', { id }).then(outcome);
		expect([await remove(rachid), await remove(guest)]).toEqual(['403 not-your-template', '403']);
		expect(await idOf('Lange dag')).toBe(id);
		expect([await remove(noor), await remove(noor)]).toEqual(['200', '200']);
		expect((await templatesOf(organiser)).size).toBe(0);
	});
});

test('a worksession is copied by whoever leads it and makes worksessions, without its people', async () => {
	const duplicate = (browser: Browser) => browser.post('/sessies?/duplicate', { id: a.id });
	expect([(await duplicate(rachid)).status, (await duplicate(guest)).status]).toEqual([404, 403]);
	expect((await organiser.visit('/sessies')).text).not.toContain(`${TITLE} (kopie)`);
	expect((await duplicate(noor)).status).toBe(200);
	const { text: list } = await noor.visit('/sessies');
	const copy = /href="\/sessies\/([\w-]+)"[^>]*>Kanarietitel \(kopie\)</.exec(list)?.[1] ?? '';
	const { status, text } = await noor.visit(`/sessies/${copy}/regie`);
	expect([status, text.includes(`${TITLE} (kopie)`), text.includes('Kanarievogel')]).toEqual([
		200,
		true,
		false
	]);
	expect((await rachid.visit(`/sessies/${copy}`)).status).toBe(404);
});

test('a trial is paused, stopped and cleared by whoever leads it, and is never copied', async () => {
	const { location } = await noor.post('/sessies?/trial', { speed: '20', like: a.id });
	const regie = location ?? '';
	const id = regie.split('/')[2] ?? '';
	const state = async () => /trial:(null|\{[^}]*\})/.exec((await noor.visit(regie)).text)?.[1];
	const stranger = [
		await rachid.post(`${regie}?/pauseTrial`, { paused: 'on' }),
		await rachid.post(`${regie}?/stopTrial`, {}),
		await rachid.post(`${regie}?/clearTrial`, {})
	];
	expect(stranger.map(({ status }) => status)).toEqual([404, 404, 404]);
	expect(await state()).toContain('isPaused:false');
	await noor.post(`${regie}?/pauseTrial`, { paused: 'on' });
	expect(await state()).toContain('isPaused:true');
	await noor.post(`${regie}?/pauseTrial`, { paused: 'off' });
	expect(await state()).toContain('isPaused:false');
	expect((await noor.post('/sessies?/duplicate', { id })).status).toBe(400);
	await noor.post(`${regie}?/stopTrial`, {});
	expect(await state()).toBe('null');
	await noor.post(`${regie}?/clearTrial`, {});
	expect((await noor.visit(regie)).status).toBe(404);
	expect((await noor.visit(`/sessies/${a.id}`)).status).toBe(200);
});
