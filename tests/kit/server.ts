import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/server.ts', import.meta.url));
const START_MS_MAX = 20_000;

export interface ServerOptions {
	/** An existing folder to use and to keep; by default a new one that `stop` removes. */
	dataDir?: string;
	env?: Record<string, string>;
}

/** The real built server as a process of its own, on a free port of 127.0.0.1. */
export interface TestServer {
	/** http://127.0.0.1:PORT; stays the same over a restart. */
	readonly url: string;
	readonly port: number;
	readonly dataDir: string;
	/** Of the process that runs now. */
	readonly pid: number;
	/** The one-time link of the first start, when the server issued one. */
	readonly organiserLink: string | undefined;
	/** The log so far, over all restarts. */
	readonly log: string;
	/** What stood in the terminal beside the log, over all restarts. */
	readonly output: string;
	/** Asks for an orderly end; resolves with the exit code. */
	stop(): Promise<number | null>;
	/** Ends the process at once, as a power cut would for the process. */
	kill(): Promise<void>;
	/** Starts again on the same port and folder, after `stop`, `kill` or an orderly end now. */
	restart(): Promise<void>;
	/** Stops when need be and removes the folder, unless it was given. */
	dispose(): Promise<void>;
}

/** What one attempt to start came to: for the tests of start-up failures. */
export interface StartAttempt {
	exitCode: number | null;
	stdout: string;
	stderr: string;
}

interface Launch {
	child: ChildProcess;
	address: string;
	organiserLink: string | undefined;
}

function spawnServer(dataDir: string, port: number, env: Record<string, string>): ChildProcess {
	const child = spawn(process.execPath, [ENTRY], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			HOST: '127.0.0.1',
			ORIGIN: '',
			LOG_LEVEL: 'info',
			...env,
			PORT: String(port),
			DATA_DIR: dataDir
		}
	});
	// A test that fails halfway must not leave its server behind.
	const end = (): void => void child.kill('SIGKILL');
	process.once('exit', end);
	child.once('exit', () => process.off('exit', end));
	return child;
}

const lineAfter = (label: string, text: string): string | undefined =>
	new RegExp(`^${label}: (\\S+)$`, 'm').exec(text)?.[1];

interface Keep {
	log: (text: string) => void;
	output: (text: string) => void;
}

/** Resolves once the welcome is whole: it ends after the organiser's link, when there is one. */
async function launch(child: ChildProcess, keep: Keep): Promise<Launch> {
	let stdout = '';
	let stderr = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
		keep.log(text);
	});
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			child.kill('SIGKILL');
			reject(new Error(`The server did not start within ${START_MS_MAX} ms:\n${stdout}${stderr}`));
		}, START_MS_MAX);
		child.once('exit', (code) => {
			clearTimeout(timer);
			reject(new Error(`The server ended with exit code ${code} while starting:\n${stdout}${stderr}`));
		});
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
			keep.output(text);
			const address = lineAfter('Adres', stdout);
			if (address === undefined) return;
			clearTimeout(timer);
			resolve({ child, address, organiserLink: lineAfter('Organisator', stdout) });
		});
	});
}

async function ended(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return child.exitCode;
}

/** Starts a server that is expected to refuse, and gives what it said. */
export async function attemptStart(env: Record<string, string>): Promise<StartAttempt> {
	const child = spawn(process.execPath, [ENTRY], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, HOST: '127.0.0.1', ORIGIN: '', ...env }
	});
	const attempt: StartAttempt = { exitCode: null, stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (attempt.stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (attempt.stderr += text));
	const timer = setTimeout(() => child.kill('SIGKILL'), START_MS_MAX);
	[attempt.exitCode] = (await once(child, 'close')) as [number | null];
	clearTimeout(timer);
	return attempt;
}

/** Starts the built server; run `npm run build` (or any npm test script) first. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
	const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'waaier-data-')));
	const env = options.env ?? {};
	let log = '';
	let output = '';
	const keep: Keep = { log: (text) => (log += text), output: (text) => (output += text) };
	const first = await launch(spawnServer(dataDir, 0, env), keep);
	const port = Number(new URL(first.address).port);
	let child = first.child;

	const stop = (): Promise<number | null> => {
		child.kill('SIGTERM');
		return ended(child);
	};
	return {
		url: first.address,
		port,
		dataDir,
		organiserLink: first.organiserLink,
		get pid() {
			return child.pid ?? 0;
		},
		get log() {
			return log;
		},
		get output() {
			return output;
		},
		stop,
		async kill() {
			child.kill('SIGKILL');
			await ended(child);
		},
		async restart() {
			await stop();
			({ child } = await launch(spawnServer(dataDir, port, env), keep));
		},
		async dispose() {
			await stop();
			if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
		}
	};
}
