import { existsSync } from 'node:fs';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { readEnv, type Env } from './lib/server/env.ts';
import { admit, isForSockets } from './lib/server/front-door.ts';
import { handedOver } from './lib/server/handover.ts';
import { checkPortIsFree, listenFault, localAddress, welcome } from './lib/server/listening.ts';
import { checkNodeVersion } from './lib/server/node-version.ts';
import type { Running } from './lib/server/running.ts';
import { isStartupFault, StartupFault } from './lib/server/startup-fault.ts';
import { reportOf } from './lib/server/startup-report.ts';

/** How long requests under way get at the end; with what follows it stays below the promised 5 s. */
const DRAIN_MS_MAX = 3000;
const STOP_MS_MAX = 4500;
/** A header of our own that tells the built server the scheme; never what a request itself claims. */
const SCHEME_HEADER = 'x-waaier-scheme';
/** Of a posted form; five hundred cards of the longest kind, with their municipalities, stay under it. */
const BODY_SIZE_MAX = '1M';

/** What adapter-node's entry exports; it listens as soon as it is imported. */
interface BuiltServer {
	server: { server: Server };
}

/** The built server takes https for granted, which would refuse every form post over plain http. */
function configureBuiltServer(env: Env): void {
	for (const untrusted of ['HOST_HEADER', 'PORT_HEADER', 'SOCKET_PATH', 'ORIGIN'])
		delete process.env[untrusted];
	if (env.origin !== undefined) process.env.ORIGIN = env.origin;
	else delete process.env.ADDRESS_HEADER;
	process.env.PROTOCOL_HEADER = SCHEME_HEADER;
	process.env.PORT = String(env.port);
	process.env.HOST = env.host;
	process.env.BODY_SIZE_LIMIT = BODY_SIZE_MAX;
	process.env.SHUTDOWN_TIMEOUT = String(DRAIN_MS_MAX / 1000);
}

async function importBuiltServer(): Promise<Server> {
	const entry = new URL('../build/index.js', import.meta.url);
	if (!existsSync(entry)) throw new StartupFault('not-built');
	const built = (await import(entry.href)) as BuiltServer;
	return built.server.server;
}

/** Puts the front door before the pages and passes socket traffic to the engine that the pages share. */
function connect(httpServer: Server, { env, realtime }: Running): void {
	const pages = httpServer.listeners('request') as RequestListener[];
	httpServer.removeAllListeners('request');
	httpServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
		if (!admit(request, response, env.origin)) return;
		if (isForSockets(request)) {
			realtime.engine.handleRequest(request, response);
			return;
		}
		request.headers[SCHEME_HEADER] = 'http';
		for (const listener of pages) listener(request, response);
	});
	httpServer.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		if (!isForSockets(request)) socket.destroy();
		else {
			realtime.engine.handleUpgrade(request, socket, head);
		}
	});
}

/** Sockets first, then the requests under way (adapter-node closes the listening port on the same signal), then the database. */
async function stop(httpServer: Server, { app, realtime }: Running): Promise<void> {
	setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
	const drained = httpServer.listening ? once(httpServer, 'close') : Promise.resolve();
	await realtime.close();
	await Promise.race([drained, delay(DRAIN_MS_MAX)]);
	await app.close();
	process.exit(0);
}

async function main(): Promise<void> {
	checkNodeVersion(process.versions.node);
	const env = readEnv(process.env);
	await checkPortIsFree(env.host, env.port);
	configureBuiltServer(env);
	const httpServer = await importBuiltServer();
	httpServer.on('error', (error) => fail(listenFault(error, env.host, env.port)));
	const running = await handedOver();
	if (running === undefined) throw new StartupFault('not-built');
	connect(httpServer, running);
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.once(signal, () => void stop(httpServer, running).catch(fail));
	}
	if (!httpServer.listening) await once(httpServer, 'listening');
	const { port } = httpServer.address() as AddressInfo;
	const ownAddress = localAddress(env.host, port);
	const address = env.origin ?? ownAddress;
	running.app.trials.listeningAt({ url: ownAddress, origin: address });
	const organiserLink = await running.app.issueFirstSignInLink(address);
	process.stdout.write(welcome(address, env.host, port, organiserLink));
}

/** A reason the person can mend is one sentence with its own exit code; anything else is a crash with its trace. */
function fail(error: unknown): void {
	if (!isStartupFault(error)) {
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
		process.exit(1);
	}
	const { sentence, exitCode } = reportOf(error);
	process.stderr.write(`${sentence}\n`);
	process.exit(exitCode);
}

await main().catch(fail);
