import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { keepStory, tokenOf } from '../../../tests/kit/live.ts';
import { anOpenWorksession, type Who } from '../../../tests/kit/worksession.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/messages.ts';
import { createApp, type App } from './app.ts';
import { attachGateway } from './gateway.ts';
import { createRealtime, type Realtime } from './realtime.ts';

const SESSION = 'open';

let app: App;
let realtime: Realtime;
let server: Server;
let dataDir: string;
let url: string;
const unhandled: unknown[] = [];
const noteUnhandled = (error: unknown) => void unhandled.push(error);

beforeEach(async () => {
	dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-gateway-'));
	app = await createApp({ host: '127.0.0.1', port: 0, dataDir, origin: undefined, logLevel: 'silent' });
	await keepStory(app.store, SESSION, anOpenWorksession());
	realtime = createRealtime(undefined);
	attachGateway(realtime.io, app);
	server = createServer();
	server.on('upgrade', (request, socket, head) => realtime.engine.handleUpgrade(request, socket, head));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	unhandled.length = 0;
	process.on('unhandledRejection', noteUnhandled);
});

afterEach(async () => {
	process.off('unhandledRejection', noteUnhandled);
	await realtime.close();
	await app.close();
	server.close();
	await rm(dataDir, { recursive: true, force: true });
});

/** A participant of whom every byte is ours; connected once the first view is in. */
async function enter(who: Who): Promise<WebSocket> {
	const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
		headers: { origin: url }
	});
	await once(socket, 'open');
	const hello = { protocol: PROTOCOL_VERSION, sessionId: SESSION, audience: 'participant', authorKey: null };
	const view = new Promise<void>((resolve) => {
		socket.on('message', (data: Buffer) => data.toString().startsWith('42["view"') && resolve());
	});
	socket.send(`40${JSON.stringify({ ...hello, token: tokenOf(SESSION, who) })}`);
	await view;
	return socket;
}

/** In one piece, so that the server reads all of it in one turn. */
function sendAtOnce(socket: WebSocket, frames: readonly string[]): void {
	for (const frame of frames) socket.send(frame);
}

test('whoever is thrown out and asks for the view in the same breath does not take the server along', async () => {
	const socket = await enter('anna');
	const gone = once(socket, 'close');
	const nonsense = Array.from({ length: 8 }, (_, index) => `42${index}["command",{}]`);
	sendAtOnce(socket, [...nonsense, '42["resync"]', '42["resync"]']);
	await gone;
	const other = await enter('bram');
	expect(unhandled).toEqual([]);
	other.close();
});
