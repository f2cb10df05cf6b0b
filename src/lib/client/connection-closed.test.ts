import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection } from './connection.ts';

let io: Server;

/** A page at the address of a server that shows everybody the door. */
beforeEach(async () => {
	const server = createServer();
	io = new Server(server, { transports: ['websocket'] });
	io.on('connection', (socket) => socket.disconnect(true));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}` });
	vi.stubGlobal('document', new EventTarget());
	vi.stubGlobal('window', new EventTarget());
});

afterEach(async () => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	await io.close();
});

/** A connection that the server has just ended; from that moment on timers wait for the test. */
async function anEndedConnection(): Promise<Connection> {
	const ignore = () => undefined;
	const hello = { sessionId: 'open', audience: 'participant', authorKey: null } as const;
	return new Promise((resolve) => {
		const connection = new Connection(hello, {
			view: ignore,
			shared: ignore,
			own: ignore,
			presence: ignore,
			attendance: ignore,
			held: ignore,
			refused: ignore,
			lost: () => {
				vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
				resolve(connection);
			}
		});
		connection.open();
	});
}

test('a page that is left does not come back by itself after the server ended its connection', async () => {
	const connection = await anEndedConnection();
	expect(vi.getTimerCount(), 'it would come back').toBe(1);
	connection.close();
	expect(vi.getTimerCount()).toBe(0);
});

test('a page that is one too many is told so, and comes in by itself when another is closed', async () => {
	let isFull = true;
	io.use((_, next) => next(isFull ? new Error('too-many') : undefined));
	const told: string[] = [];
	const refused = Promise.withResolvers<undefined>();
	const ignore = () => undefined;
	const hello = { sessionId: 'open', audience: 'participant', authorKey: null } as const;
	const connection = new Connection(hello, {
		view: ignore,
		shared: ignore,
		own: ignore,
		presence: ignore,
		attendance: ignore,
		held: ignore,
		refused: (refusal) => {
			told.push(refusal);
			isFull = false;
			vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
			refused.resolve(undefined);
		},
		lost: ignore
	});
	const entered = new Promise((resolve) => void io.on('connection', resolve));
	connection.open();
	await refused.promise;
	vi.runOnlyPendingTimers();
	vi.useRealTimers();
	await entered;
	expect(told).toEqual(['too-many']);
	connection.close();
});
