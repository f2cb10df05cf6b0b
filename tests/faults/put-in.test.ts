import { afterAll, beforeAll, expect, test } from 'vitest';
import { CARD_TEXT_LENGTH_MAX, ITEMS_PER_COMMAND_MAX } from '#lib/domain/limits.ts';
import {
	anInvited,
	anOrganiser,
	aParticipant,
	Browser,
	enterSocket,
	lookIn,
	makeWorksession,
	type MadeWorksession
} from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const TEXT = 'kaart vooraf';

let server: TestServer;
let organiser: Browser;
let a: MadeWorksession;
let roundId: string;
let commands = 0;

beforeAll(async () => {
	server = await startServer();
	organiser = await anOrganiser(server);
	a = await makeWorksession(server, organiser, 'Een dag');
	const { shared } = await lookIn(server, organiser, a.id, 'facilitator');
	roundId = shared.agenda.find(({ kind }) => kind === 'round')?.id ?? '';
});

afterAll(() => server.dispose());

function fieldsOf(cards: unknown, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
	commands += 1;
	return { commandId: `put-in-cards-${commands}`, roundId, cards: JSON.stringify(cards), ...changes };
}

async function post(fields: Readonly<Record<string, string>>, browser = organiser): Promise<number> {
	return (await browser.post(`/sessies/${a.id}?/putIn`, fields)).status;
}

/** Texts of what is ready, as a facilitator is shown them. */
async function ready(): Promise<readonly string[]> {
	const { shared } = await lookIn(server, organiser, a.id, 'facilitator');
	return Object.values(shared.facilitator?.putIn ?? {}).map(({ text }) => text);
}

const card = (text: string, municipalities: readonly string[] = []) => ({ text, municipalities });
const many = (count: number, text: string) => Array.from({ length: count }, () => card(text));

test('whoever does not lead this worksession puts nothing in', async () => {
	const anna = await aParticipant(server, a, 'Anna');
	const rachid = await anInvited(server, organiser, 'Rachid', 'facilitator');
	const path = `/sessies/${a.id}?/putIn`;
	for (const browser of [new Browser(server), anna])
		expect((await browser.post(path, fieldsOf([card(TEXT)]))).location).toBe('/inloggen');
	expect(await post(fieldsOf([card(TEXT)]), rachid)).toBe(404);
	expect((await organiser.post(path, fieldsOf([card(TEXT)]), 'http://evil.example')).status).toBe(403);
	expect(await ready()).toEqual([]);
});

test('a form that is anything else than cards is refused whole', async () => {
	const hostile = [
		fieldsOf([card(TEXT)], { cards: '[{' }),
		fieldsOf([card(TEXT)], { cards: '\u0000PK' }),
		fieldsOf({ text: TEXT }),
		fieldsOf([{ ...card(TEXT), author: 'iemand anders' }]),
		fieldsOf([card(TEXT)], { commandId: 'kort' }),
		fieldsOf([{ text: TEXT, municipalities: Array.from({ length: 41 }, () => 'GM0014') }]),
		fieldsOf(many(ITEMS_PER_COMMAND_MAX + 1, TEXT)),
		{}
	];
	for (const fields of hostile) expect(await post(fields)).toBe(400);
	expect(await ready()).toEqual([]);
});

test('one card that cannot be refuses them all', async () => {
	for (const wrong of [card(' '), card('x'.repeat(CARD_TEXT_LENGTH_MAX + 1)), card(TEXT, ['XX0001'])])
		expect(await post(fieldsOf([card(TEXT), wrong]))).toBe(409);
	expect(await post(fieldsOf([card(TEXT)], { roundId: 'nergens' }))).toBe(409);
	expect(await ready()).toEqual([]);
});

test('a form that is sent twice counts once, and a formula stays a text', async () => {
	const fields = fieldsOf([card('=HYPERLINK("http://evil.example")', ['GM0014']), card('<b>vet</b>')]);
	expect([await post(fields), await post(fields)]).toEqual([200, 200]);
	expect([...(await ready())].sort()).toEqual(['<b>vet</b>', '=HYPERLINK("http://evil.example")']);
});

test('five hundred cards of the longest kind fit in one form, and a larger one is not read', async () => {
	const longest = '😀'.repeat(CARD_TEXT_LENGTH_MAX);
	const before = (await ready()).length;
	expect(await postMultipart(fieldsOf(many(ITEMS_PER_COMMAND_MAX, longest)))).toBe(200);
	expect(await ready()).toHaveLength(before + ITEMS_PER_COMMAND_MAX);
	expect(await postMultipart(fieldsOf(many(1, 'x'.repeat(1_100_000))))).toBe(413);
});

test('once the room sees the cards of a round nothing can be put in beforehand', async () => {
	const facilitator = await enterSocket(server, organiser, a.id, 'facilitator');
	await facilitator.send('start-the-round', { type: 'StartItem', itemId: roundId });
	for (const stage of ['writing', 'sharing'] as const)
		await facilitator.send(`to-stage-${stage}`, { type: 'MoveStage', roundId, stage });
	await facilitator.leave();
	expect(await post(fieldsOf([card(TEXT)]))).toBe(409);
	expect(await ready()).toEqual([]);
});

/** As the page sends it. */
async function postMultipart(fields: Readonly<Record<string, string>>): Promise<number> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const headers = { origin: server.url, cookie: organiser.cookie, accept: 'text/html' };
	const path = `/sessies/${a.id}?/putIn`;
	return (await fetch(server.url + path, { method: 'POST', body, headers })).status;
}
