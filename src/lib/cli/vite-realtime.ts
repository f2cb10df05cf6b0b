import type { IncomingMessage } from 'node:http';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import type { Plugin, ViteDevServer } from 'vite';
import { admit, isForSockets } from '../server/front-door.ts';
import type { Running } from '../server/running.ts';

const RUNNING_MODULE = '/src/lib/server/running.ts';

/** The same module instance as SvelteKit's pages have, because both ask Vite's own loader for it. */
async function load(vite: ViteDevServer): Promise<Running> {
	const { running } = (await vite.ssrLoadModule(RUNNING_MODULE)) as { running: () => Promise<Running> };
	return running();
}

async function announceOrganiserLink(vite: ViteDevServer): Promise<void> {
	const { app, env } = await load(vite);
	const address = vite.resolvedUrls?.local[0]?.replace(/\/$/, '');
	if (address !== undefined) app.trials.listeningAt({ url: address, origin: env.origin ?? address });
	const link = address === undefined ? undefined : await app.issueFirstSignInLink(address);
	if (link !== undefined) vite.config.logger.info(`Organisator: ${link}`);
}

async function upgrade(
	vite: ViteDevServer,
	request: IncomingMessage,
	socket: Duplex,
	head: Buffer
): Promise<void> {
	const { engine } = (await load(vite)).realtime;
	engine.handleUpgrade(request, socket, head);
}

/** Serves the sockets in development as src/server.ts does in production, behind the same front door. */
export function realtimeInDevelopment(): Plugin {
	return {
		name: 'waaier-realtime',
		apply: 'serve',
		configureServer(vite) {
			if (process.env.VITEST !== undefined || vite.httpServer === null) return;
			const report = (error: unknown): void => vite.config.logger.error(String(error));
			vite.middlewares.use((request, response, next) => {
				if (!admit(request, response, process.env.ORIGIN)) return;
				// Vite's overlay and modules are not written for this policy; SvelteKit still sets the one of our pages.
				response.removeHeader('Content-Security-Policy');
				next();
			});
			vite.httpServer.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
				if (!isForSockets(request)) return;
				upgrade(vite, request, socket, head).catch((error: unknown) => {
					report(error);
					socket.destroy();
				});
			});
			vite.httpServer.once('listening', () => void announceOrganiserLink(vite).catch(report));
		}
	};
}
