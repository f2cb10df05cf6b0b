import type { IncomingMessage } from 'node:http';
import { Server as Engine } from 'engine.io';
import { Server as SocketServer } from 'socket.io';
import { isFromOwnPage } from './front-door.ts';

/** A frame longer than this closes its socket: the longest command, a card of 280 characters, stays under 2 kB. */
const FRAME_BYTES_MAX = 64 * 1024;
/** Together 9 s: the longest that a browser can believe in a dead connection. Nobody may read "verbonden" for 10 s while nothing gets through. */
const PING_INTERVAL_MS = 5000;
const PING_TIMEOUT_MS = 4000;

/** Sockets and their server. Nothing listens here: the process, or Vite in development, passes requests on. */
export interface Realtime {
	engine: Engine;
	io: SocketServer;
	close(): Promise<void>;
}

/**
 * WebSocket only: the long-polling transport and the upgrade from it are where engine.io's known faults are. No
 * connection state recovery either: it brings a removed participant back without asking the gateway.
 * @param origin the configured origin, or nothing when each request's own host counts
 */
export function createRealtime(origin: string | undefined): Realtime {
	const engine = new Engine({
		transports: ['websocket'],
		allowUpgrades: false,
		perMessageDeflate: false,
		httpCompression: false,
		maxHttpBufferSize: FRAME_BYTES_MAX,
		pingInterval: PING_INTERVAL_MS,
		pingTimeout: PING_TIMEOUT_MS,
		allowRequest: (request: IncomingMessage, answer) => {
			answer(null, isFromOwnPage(request.headers, origin));
		}
	});
	const io = new SocketServer({ serveClient: false });
	io.bind(engine);
	return { engine, io, close: () => io.close() };
}
