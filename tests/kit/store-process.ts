import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('store-child.ts', import.meta.url));

/** store-child.ts in a process of its own; what it is told and answers is described there. */
export interface StoreProcess {
	readonly pid: number;
	tell(order: string): void;
	/** The next line; null when the process has ended. */
	nextLine(): Promise<string | null>;
	/** The next lines up to and with the first that begins so. Throws when the process ends before it. */
	linesUntil(beginning: string, count?: number): Promise<readonly string[]>;
	/** Ends it at once, and resolves when it is gone with what it had still answered. */
	kill(): Promise<readonly string[]>;
	/** Resolves with the exit code once it ended by itself. */
	ended(): Promise<number | null>;
}

/** @param around a command to run it under, such as strace with its options */
export function startStoreProcess(dataDir: string, around: readonly string[] = []): StoreProcess {
	const [command = '', ...args] = [...around, process.execPath, CHILD, dataDir];
	const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
	return storeProcess(child);
}

function storeProcess(child: ChildProcessByStdio<Writable, Readable, null>): StoreProcess {
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const exit = once(child, 'exit');
	// A process that was killed no longer reads its orders.
	child.stdin.on('error', () => undefined);

	const nextLine = async () => {
		const { done, value } = await lines.next();
		return done ? null : value;
	};
	const rest = async () => {
		const left: string[] = [];
		for (let line = await nextLine(); line !== null; line = await nextLine()) left.push(line);
		return left;
	};
	return {
		pid: child.pid ?? 0,
		tell: (order) => void child.stdin.write(`${order}\n`),
		nextLine,
		linesUntil: async (beginning, count = 1) => {
			const seen: string[] = [];
			for (let found = 0; found < count;) {
				const line = await nextLine();
				if (line === null)
					throw new Error(`It ended before "${beginning}", after: ${seen.slice(-3).join(' | ')}`);
				seen.push(line);
				if (line.startsWith(beginning)) found += 1;
			}
			return seen;
		},
		kill: async () => {
			child.kill('SIGKILL');
			await exit;
			return rest();
		},
		ended: async () => {
			const [code] = (await exit) as [number | null];
			return code;
		}
	};
}
