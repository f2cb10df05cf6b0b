import process from 'node:process';
import { createApp, type App } from './app.ts';
import { readEnv, type Env } from './env.ts';
import { attachGateway } from './gateway.ts';
import { handedOver, handOver } from './handover.ts';
import { log } from './log.ts';
import { createRealtime, type Realtime } from './realtime.ts';

/** One process at work. Pages and sockets share this one, so that they share its rooms. */
export interface Running {
	env: Env;
	app: App;
	realtime: Realtime;
}

let current: Promise<Running> | undefined;

/**
 * The running process; the first call starts it.
 * @throws StartupFault when the environment, the data folder or the database cannot be used
 */
export function running(): Promise<Running> {
	if (current === undefined) {
		current = start(handedOver());
		handOver(current);
	}
	return current;
}

/** `previous` exists in development only: the same module before it was edited, whose sockets and database must go first. */
async function start(previous: Promise<Running> | undefined): Promise<Running> {
	if (previous !== undefined) await previous.then(stop, () => undefined);
	const env = readEnv(process.env);
	log.level = env.logLevel;
	const app = await createApp(env);
	const address = await previous?.then(({ app: before }) => before.trials.address).catch(() => null);
	if (address) app.trials.listeningAt(address);
	const realtime = createRealtime(env.origin);
	attachGateway(realtime.io, app);
	return { env, app, realtime };
}

async function stop({ app, realtime }: Running): Promise<void> {
	await realtime.close();
	await app.close();
}
