import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	anInvited,
	anOrganiser,
	aParticipant,
	Browser,
	enterSocket,
	lookIn,
	makeWorksession,
	startWriting,
	takeOver,
	takeOverCode
} from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let organiser: Browser;

beforeAll(async () => {
	server = await startServer();
	organiser = await anOrganiser(server);
});

afterAll(() => server.dispose());

test('the day goes on when the laptop of the only facilitator dies, and a guest takes over', async () => {
	const made = await makeWorksession(server, organiser, 'Een laptop valt uit');
	const code = await takeOverCode(organiser, made);
	const anna = await aParticipant(server, made, 'Anna');
	const writer = await enterSocket(server, anna, made.id, 'participant');
	const laptop = await enterSocket(server, organiser, made.id, 'facilitator');
	const roundId = await startWriting(server, organiser, made.id);
	const { timer } = (await lookIn(server, anna, made.id, 'participant')).shared;
	laptop.vanish();

	const card = { type: 'PostCard', roundId, text: 'Zonder gespreksleider', stepId: null } as const;
	expect(await writer.send('posted-without-facilitator', card)).toMatchObject({ ok: true });
	expect((await lookIn(server, anna, made.id, 'participant')).shared.timer).toEqual(timer);

	const guest = new Browser(server);
	await takeOver(guest, code, 'Marieke');
	const regie = await enterSocket(server, guest, made.id, 'facilitator');
	const shown = writer.nextFrame(/Zonder gespreksleider/);
	const share = { type: 'MoveStage', roundId, stage: 'sharing' } as const;
	expect(await regie.send('shared-by-the-guest', share)).toMatchObject({ ok: true });
	await shown;
	await Promise.all([writer.leave(), regie.leave()]);
});

test('a new code shuts the old one, and lets those who lead already go on', async () => {
	const made = await makeWorksession(server, organiser, 'Een nieuwe code');
	const old = await takeOverCode(organiser, made);
	const guest = new Browser(server);
	await takeOver(guest, old, 'Marieke');
	await guest.post(`/sessies/${made.id}/regie?/renewTakeOver`, {});
	const renewed = await takeOverCode(organiser, made);
	expect(renewed).not.toBe(old);
	expect((await new Browser(server).post('/overnemen', { code: old, name: 'Laat' })).status).toBe(400);
	await takeOver(new Browser(server), renewed, 'Op tijd');
	await (await enterSocket(server, guest, made.id, 'facilitator')).leave();
	await server.restart();
	expect(await takeOverCode(organiser, made), 'the same after a restart').toBe(renewed);
});

test('whoever is no longer an organiser loses the regie of others in the same act, and keeps their own', async () => {
	const [ours, theirs] = [
		await makeWorksession(server, organiser, 'Van ons'),
		await makeWorksession(server, await anInvited(server, organiser, 'Sam', 'facilitator'), 'Van Sam')
	];
	const els = await anInvited(server, organiser, 'Els', 'organiser');
	await takeOver(els, await takeOverCode(organiser, theirs), 'Els');
	const regie = await enterSocket(server, els, ours.id, 'facilitator');
	const ended = regie.ended();
	const { text } = await organiser.visit('/accounts');
	const id = /id:"([\w-]+)",name:"Els"/.exec(text)?.[1] ?? '';
	await organiser.post('/accounts?/role', { id, role: 'facilitator' });
	await ended;
	await expect(enterSocket(server, els, ours.id, 'facilitator')).rejects.toThrow('unknown-worksession');
	await (await enterSocket(server, els, theirs.id, 'facilitator')).leave();
	await organiser.post('/accounts?/remove', { id });
	expect((await els.visit('/sessies')).location).toBe('/inloggen');
});
