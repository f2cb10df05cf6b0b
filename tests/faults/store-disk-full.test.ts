import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import { temporaryFolder } from '../kit/folder.ts';
import { startStoreProcess, type StoreProcess } from '../kit/store-process.ts';

const succeeds = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;
const canLimit = succeeds('prlimit', '--fsize=1000000:unlimited', 'true');
const MEGABYTE = 1024 * 1024;

/** Appends until one is refused, then lets `makeRoom` and goes on; nothing acknowledged may be missing at the end. */
async function fillAndRecover(child: StoreProcess, dataDir: string, makeRoom: () => unknown): Promise<void> {
	await child.linesUntil('open');
	child.tell('append 2000 2000');
	const acked = (await child.linesUntil('refused')).filter((line) => line.startsWith('ack')).length;
	// The rest of the order; each of those is refused, or was small enough for what room was left.
	child.tell('count');
	const late = (await child.linesUntil('count')).filter((line) => line.startsWith('ack')).length;
	child.tell('append 1 200000');
	expect(await child.linesUntil('')).toEqual(['refused']);
	child.tell('count');
	expect(await child.nextLine()).toBe(`count ${acked + late}`);

	await makeRoom();
	child.tell('writable');
	expect(await child.nextLine()).toBe('writable true');
	child.tell('append 10 2000');
	await child.linesUntil('ack', 10);
	child.tell('close');
	expect(await child.ended()).toBe(0);

	const store = await openSqliteStore({ dataDir });
	const versions = (await store.read('s', 0)).map(({ version }) => version);
	await store.close();
	expect(versions).toEqual(Array.from({ length: acked + late + 10 }, (_, index) => index + 1));
}

describe('[A6] without room the store refuses, stays readable, and goes on once there is room', () => {
	test.skipIf(!canLimit)('when a file may not grow (skipped where prlimit cannot run)', async () => {
		const dataDir = await temporaryFolder();
		const child = startStoreProcess(dataDir, ['prlimit', `--fsize=${MEGABYTE}:unlimited`]);
		await fillAndRecover(child, dataDir, () =>
			expect(succeeds('prlimit', '--pid', String(child.pid), '--fsize=unlimited:unlimited')).toBe(true)
		);
	});

	test('when the disk is full (skipped where this account may not mount one)', async (context) => {
		const disk = await temporaryFolder();
		if (!succeeds('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk)) context.skip('no small disk');
		onTestFinished(() => expect(succeeds('umount', disk)).toBe(true));
		const dataDir = path.join(disk, 'data');
		const ballast = path.join(disk, 'ballast');
		await writeFile(ballast, new Uint8Array(2 * MEGABYTE));
		await fillAndRecover(startStoreProcess(dataDir), dataDir, () => rm(ballast));
	});
});
