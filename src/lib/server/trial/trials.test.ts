import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Worksession } from '#lib/domain/worksession.ts';
import { createApp, type App } from '../app.ts';
import { attachGateway } from '../gateway.ts';
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

function cardCount(state: Worksession): number {
	return Object.values(state.rounds).reduce((sum, round) => sum + round.cardCount, 0);
}

test.each([1, 5, 20] as const)('people have joined and written within two seconds at %s×', async (speed) => {
	const sessionId = await app.trials.start(speed, null);
	await expect.poll(async () => cardCount(await stateOf(sessionId)), { timeout: 2000 }).toBeGreaterThan(0);
	const state = await stateOf(sessionId);
	expect(Object.keys(state.participations)).toHaveLength(24);
	expect(state.isTrial).toBe(true);
});

test('the autopilot stops and goes on by the switch', async () => {
	const sessionId = await app.trials.start(20, null);
	expect(app.trials.stateOf(sessionId)).toEqual({ speed: 20, isAutopilot: true });
	await expect.poll(async () => (await stateOf(sessionId)).currentItemId).not.toBeNull();
	app.trials.setAutopilot(sessionId, false);
	expect(app.trials.stateOf(sessionId)).toEqual({ speed: 20, isAutopilot: false });
	app.trials.setAutopilot(sessionId, true);
	app.trials.setSpeed(sessionId, 5);
	expect(app.trials.stateOf(sessionId)).toEqual({ speed: 5, isAutopilot: true });
});

test('the simulated people leave when the day is closed', async () => {
	const sessionId = await app.trials.start(20, null);
	await expect.poll(() => app.presence.of(sessionId, 'facilitator').online).toBe(24);
	await app.rooms.run(sessionId, {
		actor: { role: 'facilitator', accountId: 'a' },
		envelope: { commandId: app.system.newId(), command: { type: 'CloseWorksession' } },
		proofOf: () => null,
		newPerson: null
	});
	await expect.poll(() => app.presence.of(sessionId, 'facilitator').online).toBe(0);
	expect(app.trials.stateOf(sessionId)).toBeNull();
});

test('a removed trial is gone, and another worksession cannot be removed as one', async () => {
	const sessionId = await app.trials.start(1, null);
	await app.trials.remove(sessionId);
	expect(await app.rooms.open(sessionId)).toBeNull();
	expect(app.trials.stateOf(sessionId)).toBeNull();
	const [other] = await app.store.worksessions();
	if (!other) throw new Error('the prepared worksessions are there');
	await app.trials.remove(other.id);
	expect(await app.store.worksession(other.id)).not.toBeNull();
});
