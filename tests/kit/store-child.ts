import process from 'node:process';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import { aCreation, anAppend, textEvent } from './appends.ts';

/**
 * A process that does nothing but write one log: `store-child.ts FOLDER`. Each line on its standard input is an order, each line
 * on its standard output an answer:
 *
 * - `append N LENGTH`: N appends of one command with a text of LENGTH, one after the other; each answers `ack COMMAND_ID` or `refused`
 * - `count`: answers `count EVENTS`
 * - `writable`: answers `writable true` or `writable false`
 * - `close`: closes the store and ends
 */
const SESSION = 's';
const [, , dataDir = ''] = process.argv;

const store = await openSqliteStore({ dataDir });
let version = (await store.worksession(SESSION))?.version ?? 0;
/**
 * Written at once and not through a stream, so that the order of system calls is the order of events. A reader that is slow to empty the
 * pipe is waited for.
 */
function answer(line: string): void {
	try {
		writeSync(1, `${line}\n`);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
		answer(line);
	}
}

async function appendOne(length: number): Promise<void> {
	const commandId = `command-${version + 1}`;
	const over = { commands: [{ commandId, events: [textEvent('x'.repeat(length))] }] };
	const append = version === 0 ? aCreation(SESSION, over) : anAppend(SESSION, version, over);
	const results = await store.append([append]).catch(() => ['refused'] as const);
	if (results[0] === 'appended') version += 1;
	answer(results[0] === 'appended' ? `ack ${commandId}` : 'refused');
}

const orders: Readonly<Record<string, (...numbers: number[]) => Promise<unknown>>> = {
	append: async (count = 1, length = 170) => {
		for (let n = 0; n < count; n += 1) await appendOne(length);
	},
	count: async () => answer(`count ${(await store.read(SESSION, 0)).length}`),
	writable: async () => answer(`writable ${await store.isWritable()}`),
	close: () => store.close().then(() => process.exit(0))
};

answer('open');
for await (const line of createInterface({ input: process.stdin })) {
	const [name = '', ...numbers] = line.split(' ');
	await orders[name]?.(...numbers.map(Number));
}
