import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../server.ts', import.meta.url));
const START_MS_MAX = 20_000;

/** The built server as a process of our own, on a free port and in an empty folder. */
export interface OwnServer {
	/** http://127.0.0.1:PORT */
	readonly url: string;
	/** The one-time link that signs the organiser in. */
	readonly organiserLink: string;
	readonly pid: number;
	/** Ends the process and removes its folder. */
	stop(): Promise<void>;
}

/**
 * Starts the built server and waits for its welcome.
 * @throws Error with what the server said, when it does not start
 */
export async function startOwnServer(): Promise<OwnServer> {
	const dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-'));
	const child = spawn(process.execPath, [ENTRY], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATA_DIR: dataDir,
			LOG_LEVEL: 'warn',
			NODE_ENV: 'production'
		}
	});
	const stop = async (): Promise<void> => {
		const isRunning = child.exitCode === null && child.signalCode === null;
		if (isRunning && child.kill('SIGTERM')) await once(child, 'exit');
		await rm(dataDir, { recursive: true, force: true });
	};
	let said = '';
	const welcome = Promise.withResolvers<{ url: string; organiserLink: string }>();
	const timer = setTimeout(() => welcome.reject(new Error(said)), START_MS_MAX);
	child.once('exit', () => welcome.reject(new Error(said)));
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const url = lineAfter('Adres', said);
			const organiserLink = lineAfter('Organisator', said);
			if (url && organiserLink) welcome.resolve({ url, organiserLink });
		});
	try {
		return { ...(await welcome.promise), pid: child.pid ?? 0, stop };
	} catch (error) {
		await stop();
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

function lineAfter(label: string, text: string): string | undefined {
	return new RegExp(`^${label}: (\\S+)\\n`, 'm').exec(text)?.[1];
}
