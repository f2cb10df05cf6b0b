import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../kit/folder.ts';
import { startStoreProcess } from '../kit/store-process.ts';

const APPENDS = 250;
const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** What a line of the trace is to durability: the log was written, the log reached the disk, an acknowledgement left. */
function stepOf(line: string): 'write' | 'sync' | 'ack' | null {
	if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) return 'write';
	if (/(fdatasync|fsync)\(\d+<[^>]*-wal>\)\s+= 0/.test(line)) return 'sync';
	return /write\(1<[^>]*>, "ack /.test(line) ? 'ack' : null;
}

/** How many acknowledgements left after a write that had reached the disk, and how many before. */
function judge(trace: string): { synced: number; unsynced: number } {
	const counts = { synced: 0, unsynced: 0 };
	let state: 'nothing' | 'written' | 'on-disk' = 'nothing';
	for (const step of trace.split('\n').map(stepOf)) {
		if (step === 'write') state = 'written';
		if (step === 'sync' && state === 'written') state = 'on-disk';
		if (step !== 'ack') continue;
		counts[state === 'on-disk' ? 'synced' : 'unsynced'] += 1;
		state = 'nothing';
	}
	return counts;
}

test.skipIf(!hasStrace)(
	`[A2] every acknowledgement leaves after the disk has the append (skipped where strace cannot run)`,
	async () => {
		const dataDir = await temporaryFolder();
		const traceFile = path.join(dataDir, 'trace');
		const calls = 'trace=write,pwrite64,fsync,fdatasync';
		const child = startStoreProcess(dataDir, [
			'strace',
			'-f',
			'-y',
			'-s',
			'16',
			'-e',
			calls,
			'-o',
			traceFile
		]);
		await child.linesUntil('open');
		child.tell(`append ${APPENDS} 170`);
		await child.linesUntil('ack', APPENDS);
		child.tell('close');
		expect(await child.ended()).toBe(0);
		expect(judge(await readFile(traceFile, 'utf8'))).toEqual({ synced: APPENDS, unsynced: 0 });
	}
);
