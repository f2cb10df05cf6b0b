import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { createApp, type App } from '../app.ts';
import { attachGateway } from '../gateway.ts';
import type { TrialState } from './trials.ts';
import { createRealtime, type Realtime } from '../realtime.ts';

let app: App;
let realtime: Realtime;
let server: Server;
let dataDir: string;

beforeEach(async () => {
	dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-trial-'));
	app = await createApp({
		host: '127.0.0.1',
		port: 0,
		dataDir,
		origin: undefined,
		logLevel: 'silent'
	});
	realtime = createRealtime(undefined);
	attachGateway(realtime.io, app);
	server = createServer();
	server.on('upgrade', (request, socket, head) => realtime.engine.handleUpgrade(request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	app.trials.listeningAt({ url, origin: url });
});

afterEach(async () => {
	await app.trials.close();
	await realtime.close();
	await app.close();
	server.close();
	await rm(dataDir, { recursive: true, force: true });
});

async function stateOf(sessionId: string): Promise<Worksession> {
	const room = await app.rooms.open(sessionId);
	if (!room) throw new Error('the trial is there');
	return room.world.state;
}

function aState(over: Partial<TrialState>): TrialState {
	return { speed: 1, isPaused: false, isAutopilot: true, people: 24, ...over };
}

function facilitate(sessionId: string, command: Command): Promise<unknown> {
	return app.rooms.run(sessionId, {
		actor: { role: 'facilitator', accountId: 'a' },
		envelope: { commandId: app.system.newId(), command },
		proofOf: () => null,
		newPerson: null
	});
}

function cardCount(state: Worksession): number {
	return Object.values(state.rounds).reduce((sum, round) => sum + round.cardCount, 0);
}

test.each([1, 5, 20] as const)('people have joined and written within two seconds at %s×', async (speed) => {
	const sessionId = await app.trials.start({ speed: speed, madeBy: null, like: null });
	await expect.poll(async () => cardCount(await stateOf(sessionId)), { timeout: 2000 }).toBeGreaterThan(0);
	const state = await stateOf(sessionId);
	expect(Object.keys(state.participations)).toHaveLength(24);
	expect(state.isTrial).toBe(true);
});

test('the autopilot stops and goes on by the switch', async () => {
	const sessionId = await app.trials.start({ speed: 20, madeBy: null, like: null });
	expect(app.trials.stateOf(sessionId)).toEqual(aState({ speed: 20 }));
	await expect.poll(async () => (await stateOf(sessionId)).currentItemId).not.toBeNull();
	app.trials.setAutopilot(sessionId, false);
	expect(app.trials.stateOf(sessionId)).toEqual(aState({ speed: 20, isAutopilot: false }));
	app.trials.setAutopilot(sessionId, true);
	app.trials.setSpeed(sessionId, 5);
	expect(app.trials.stateOf(sessionId)).toEqual(aState({ speed: 5 }));
});

test('the simulated people leave when the day is closed', async () => {
	const sessionId = await app.trials.start({ speed: 20, madeBy: null, like: null });
	await expect.poll(() => app.presence.of(sessionId, 'facilitator').online).toBe(24);
	await facilitate(sessionId, { type: 'CloseWorksession' });
	await expect.poll(() => app.presence.of(sessionId, 'facilitator').online).toBe(0);
	expect(app.trials.stateOf(sessionId)).toBeNull();
});

test('a removed trial is gone, and another worksession cannot be removed as one', async () => {
	const sessionId = await app.trials.start({ speed: 1, madeBy: null, like: null });
	await app.trials.remove(sessionId);
	expect(await app.rooms.open(sessionId)).toBeNull();
	expect(app.trials.stateOf(sessionId)).toBeNull();
	const [other] = await app.store.worksessions();
	if (!other) throw new Error('the prepared worksessions are there');
	await app.trials.remove(other.id);
	expect(await app.store.worksession(other.id)).not.toBeNull();
});

test('while paused nobody writes and the day stands still, and then it goes on', async () => {
	const sessionId = await app.trials.start({ speed: 60, madeBy: null, like: null });
	app.trials.setPaused(sessionId, true);
	expect(app.trials.stateOf(sessionId)).toEqual(aState({ speed: 60, isPaused: true }));
	const [room, paused] = [await app.rooms.open(sessionId), await stateOf(sessionId)];
	// What was on its way when the pause came still arrives.
	await app.rooms.quiet();
	const version = room?.world.version ?? 0;
	await facilitate(sessionId, { type: 'SendMessage', text: 'Even wachten' });
	expect(room?.world.version).toBeLessThanOrEqual(version + 2);
	expect((await stateOf(sessionId)).currentItemId).toBe(paused.currentItemId);
	app.trials.setPaused(sessionId, false);
	await expect
		.poll(async () => cardCount(await stateOf(sessionId)), { timeout: 3000 })
		.toBeGreaterThan(cardCount(paused));
});

test('once stopped all people are gone, with no socket and nothing that waits, and the worksession stays', async () => {
	const sessionId = await app.trials.start({ speed: 20, madeBy: null, like: null });
	await expect.poll(() => realtime.engine.clientsCount).toBe(24);
	await expect.poll(async () => cardCount(await stateOf(sessionId))).toBeGreaterThan(0);
	app.trials.stop(sessionId);
	await expect.poll(() => realtime.engine.clientsCount).toBe(0);
	await expect.poll(() => app.presence.of(sessionId, 'facilitator').online).toBe(0);
	expect(app.trials.stateOf(sessionId)).toBeNull();
	await app.rooms.quiet();
	const { doors, participations } = await stateOf(sessionId);
	expect([doors, Object.keys(participations).length]).toEqual(['open', 24]);
});

test('a trial of a prepared worksession has its tables, at which the people sit down', async () => {
	const [row] = await app.store.worksessions();
	if (!row) throw new Error('the prepared worksessions are there');
	const example = { name: 'Echt voorbeeld', summary: '', municipalities: ['GM0014'] };
	await facilitate(row.id, { type: 'AddExample', example });
	for (const name of ['Raam', 'Deur'])
		await facilitate(row.id, { type: 'AddTable', table: { name, exampleId: null } });
	const prepared = await stateOf(row.id);
	const sessionId = await app.trials.start({ speed: 60, madeBy: null, like: row.id });
	const seats = async (): Promise<readonly (string | null)[]> =>
		Object.values((await stateOf(sessionId)).participations).map(({ tableId }) => tableId);
	await expect.poll(async () => (await seats()).includes(null), { timeout: 5000 }).toBe(false);
	const { tables, examples, agenda } = await stateOf(sessionId);
	expect(tables.map(({ name }) => name)).toEqual(['Raam', 'Deur']);
	// The counts that people choose by come once a second, in which a trial at this speed sees nearly everybody choose.
	expect(new Set(await seats())).toEqual(new Set(tables.map(({ id }) => id)));
	expect(examples.map(({ name }) => name)).not.toContain('Echt voorbeeld');
	expect(agenda).toHaveLength(prepared.agenda.length);
	expect(await stateOf(row.id)).toBe(prepared);
});
