import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createApp, type App } from '#lib/server/app.ts';
import { attachGateway } from '#lib/server/gateway.ts';
import { createRealtime } from '#lib/server/realtime.ts';
import { temporaryFolder } from './folder.ts';

export interface ServedApp {
	readonly app: App;
	/** http://host:port; sockets only, no pages. */
	readonly url: string;
}

/** The production app with its sockets in this process; gone after the test. */
export async function serveApp(): Promise<ServedApp> {
	const dataDir = await temporaryFolder();
	const app = await createApp({ host: '127.0.0.1', port: 0, dataDir, origin: undefined, logLevel: 'silent' });
	const realtime = createRealtime(undefined);
	attachGateway(realtime.io, app);
	const server = createServer();
	server.on('upgrade', (request, socket, head) => realtime.engine.handleUpgrade(request, socket, head));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(async () => {
		await app.trials.close();
		await realtime.close();
		await app.close();
		server.close();
	});
	return { app, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
