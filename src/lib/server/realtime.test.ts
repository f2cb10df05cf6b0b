import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io as connect, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRealtime, type Realtime } from '#lib/server/realtime.ts';

let realtime: Realtime;
let httpServer: Server;
let url: string;
let socket: Socket | undefined;

beforeEach(async () => {
	realtime = createRealtime(undefined);
	httpServer = createServer((request, response) => {
		realtime.engine.handleRequest(request, response);
	});
	httpServer.on('upgrade', (request, duplex, head) => {
		realtime.engine.handleUpgrade(request, duplex, head);
	});
	httpServer.listen(0, '127.0.0.1');
	await once(httpServer, 'listening');
	url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
});

afterEach(async () => {
	socket?.disconnect();
	socket = undefined;
	await realtime.close();
	httpServer.close();
});

/** 'connected', or the reason of the refusal. */
async function attempt(origin: string | undefined): Promise<string> {
	const client = connect(url, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: origin === undefined ? {} : { origin }
	});
	socket = client;
	return new Promise((resolve) => {
		client.once('connect', () => {
			resolve('connected');
		});
		client.once('connect_error', () => {
			resolve('refused');
		});
	});
}

test('a socket from our own page is admitted', async () => {
	expect(await attempt(url)).toBe('connected');
});

test.each([
	['another site', 'http://evil.example'],
	['the same host on another port', 'http://127.0.0.1:1'],
	['a sandboxed frame', 'null'],
	['nowhere in particular', undefined]
])('a socket from %s is refused', async (_where, origin) => {
	expect(await attempt(origin)).toBe('refused');
});

test('long polling is refused, also from our own page', async () => {
	const response = await fetch(`${url}/socket.io/?EIO=4&transport=polling`, { headers: { origin: url } });
	expect(response.status).toBe(400);
});

test('a frame above the limit closes its own socket', async () => {
	await attempt(url);
	const reason = new Promise<string>((resolve) => {
		socket?.once('disconnect', resolve);
	});
	socket?.emit('anything', 'x'.repeat(64 * 1024 + 1));
	expect(await reason).toMatch(/transport/);
});
