import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, open, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/store/sqlite/open.ts';
import { knownMigrations } from '#lib/server/store/sqlite/migrations.ts';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import { aCreation, anAppend, textEvent } from '../kit/appends.ts';
import { temporaryFolder } from '../kit/folder.ts';
import { startStoreProcess } from '../kit/store-process.ts';

const FAULT_MS_MAX = 3_000;
const PAGE_BYTES = 4096;

const fileIn = (dataDir: string) => path.join(dataDir, 'waaier.db');
const hashOf = async (file: string) =>
	createHash('sha256')
		.update(await readFile(file))
		.digest('hex');

/** A folder with a database of some hundred pages that was closed in order. */
async function ourFolder(): Promise<string> {
	const dataDir = await temporaryFolder();
	const store = await openSqliteStore({ dataDir });
	const events = Array.from({ length: 500 }, (_, n) => textEvent(`${n}`.repeat(200)));
	await store.append([aCreation('s', { commands: [{ commandId: 'one', events }] })]);
	await store.close();
	return dataDir;
}

async function folderWith(prepare: (file: string) => unknown): Promise<string> {
	const dataDir = await temporaryFolder();
	await prepare(fileIn(dataDir));
	return dataDir;
}

/** Runs statements in a process that is then killed, so that what it wrote stays in the log beside the file. */
function writeAndDie(file: string, ...statements: readonly string[]): void {
	const program = `
		const db = new (require('better-sqlite3'))(${JSON.stringify(file)});
		for (const statement of ${JSON.stringify(statements)}) db.exec(statement);
		process.kill(process.pid, 'SIGKILL');`;
	expect(spawnSync(process.execPath, ['-e', program]).signal).toBe('SIGKILL');
}

const otherProgram = (file: string, ...statements: readonly string[]) => {
	const db = new Database(file);
	for (const statement of statements) db.exec(statement);
	db.close();
};

const migrationFromTheFuture = `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)`;

async function overwrite(file: string, bytes: Uint8Array, at: number): Promise<void> {
	const handle = await open(file, 'r+');
	await handle.write(bytes, 0, bytes.length, at);
	await handle.close();
}

describe('[A7] a database that cannot be used is named as such and left as it was', () => {
	const cases: readonly (readonly [what: string, code: string, prepare: () => Promise<string>])[] = [
		[
			'a text file',
			'database-foreign',
			() => folderWith((file) => writeFile(file, 'geen database'.repeat(99)))
		],
		[
			'the database of another program',
			'database-foreign',
			() => folderWith((file) => otherProgram(file, 'CREATE TABLE event (id)'))
		],
		[
			'a database with the mark of another program',
			'database-foreign',
			() => folderWith((file) => otherProgram(file, 'PRAGMA application_id = 7', 'CREATE TABLE event (id)'))
		],
		[
			'the database of another program that crashed',
			'database-foreign',
			() =>
				folderWith((file) =>
					writeAndDie(file, 'PRAGMA journal_mode = WAL', 'CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)')
				)
		],
		[
			'a page of nonsense',
			'database-corrupt',
			async () => {
				const dataDir = await ourFolder();
				await overwrite(fileIn(dataDir), new Uint8Array(PAGE_BYTES).fill(255), 30 * PAGE_BYTES);
				return dataDir;
			}
		],
		[
			'half a file',
			'database-corrupt',
			async () => {
				const dataDir = await ourFolder();
				await truncate(fileIn(dataDir), 20 * PAGE_BYTES);
				return dataDir;
			}
		],
		[
			'a newer Waaier',
			'database-newer',
			async () => {
				const dataDir = await ourFolder();
				otherProgram(fileIn(dataDir), migrationFromTheFuture);
				return dataDir;
			}
		],
		[
			'a newer Waaier that crashed',
			'database-newer',
			async () => {
				const dataDir = await ourFolder();
				writeAndDie(fileIn(dataDir), migrationFromTheFuture);
				return dataDir;
			}
		]
	];

	test.each(cases)('%s → %s', async (_, code, prepare) => {
		const dataDir = await prepare();
		const before = await hashOf(fileIn(dataDir));
		const startedAt = performance.now();
		await expect(openSqliteStore({ dataDir })).rejects.toMatchObject({ code, detail: fileIn(dataDir) });
		expect(performance.now() - startedAt).toBeLessThan(FAULT_MS_MAX);
		expect(await hashOf(fileIn(dataDir))).toBe(before);
	});
});

describe('[A7] a folder that cannot be used', () => {
	test('that another Waaier uses is refused until that one ends, however it ends', async () => {
		const dataDir = await temporaryFolder();
		const other = startStoreProcess(dataDir);
		await other.linesUntil('open');
		const startedAt = performance.now();
		const refused = { code: 'data-folder-in-use', detail: dataDir };
		await expect(openSqliteStore({ dataDir })).rejects.toMatchObject(refused);
		expect(performance.now() - startedAt).toBeLessThan(FAULT_MS_MAX);
		other.tell('append 1');
		expect(await other.nextLine()).toBe('ack command-1');
		await other.kill();
		const store = await openSqliteStore({ dataDir });
		expect(await store.read('s', 0)).toHaveLength(1);
		await expect(openSqliteStore({ dataDir })).rejects.toMatchObject(refused);
		await store.close();
	});

	test('that lies where a file is', async () => {
		const file = path.join(await temporaryFolder(), 'file');
		await writeFile(file, '');
		const dataDir = path.join(file, 'data');
		const refused = { code: 'data-folder-not-writable', detail: dataDir };
		await expect(openSqliteStore({ dataDir })).rejects.toMatchObject(refused);
	});

	test.skipIf(process.getuid?.() === 0).each([
		['folder', (dataDir: string) => dataDir, 0o500],
		['file', fileIn, 0o400]
	] as const)('with a read-only %s (skipped as root, who may write anywhere)', async (_, which, mode) => {
		const dataDir = await ourFolder();
		const before = await hashOf(fileIn(dataDir));
		await chmod(which(dataDir), mode);
		const refused = { code: 'data-folder-not-writable', detail: dataDir };
		await expect(openSqliteStore({ dataDir })).rejects.toMatchObject(refused);
		await chmod(dataDir, 0o700);
		expect(await hashOf(fileIn(dataDir))).toBe(before);
	});
});

describe('a database that can be used', () => {
	test('is made in a folder that is not there yet', async () => {
		const dataDir = path.join(await temporaryFolder(), 'a', 'b');
		const store = await openSqliteStore({ dataDir });
		expect(await store.append([aCreation('s')])).toEqual(['appended']);
		await store.close();
	});

	test('is made where a first start was cut off in mid-write', async () => {
		const dataDir = await ourFolder();
		const cutOff = await temporaryFolder();
		const db = new Database(fileIn(cutOff));
		db.pragma('cache_size = 1');
		db.exec('BEGIN; CREATE TABLE t (a); CREATE TABLE u (a)');
		const insert = db.prepare('INSERT INTO t VALUES (?)');
		for (let n = 0; n < 200; n += 1) insert.run('x'.repeat(1000));
		await copyFile(fileIn(cutOff), fileIn(dataDir));
		await copyFile(`${fileIn(cutOff)}-journal`, `${fileIn(dataDir)}-journal`);
		db.close();
		const store = await openSqliteStore({ dataDir });
		expect(await store.worksessions()).toEqual([]);
		await store.close();
	});

	test('keeps the log of a crash, and a clean close leaves everything in the one file', async () => {
		const dataDir = await temporaryFolder();
		const child = startStoreProcess(dataDir);
		child.tell('append 3');
		await child.linesUntil('ack', 3);
		await child.kill();
		const store = await openSqliteStore({ dataDir });
		expect(await store.append([anAppend('s', 3)])).toEqual(['appended']);
		await store.close();
		await expect(readFile(`${fileIn(dataDir)}-wal`)).rejects.toThrow('ENOENT');
	});
});

describe('[A8] an upgrade', () => {
	const upgraded = (dataDir: string, ...sql: readonly string[]) =>
		openDatabase(dataDir, [
			...knownMigrations(),
			{ sql: [...sql], folderMillis: 9_999_999_999_999, hash: 'x' }
		]);
	const rebuilt = (which: string) => [
		`CREATE TABLE rebuilt AS SELECT * FROM worksession WHERE ${which}`,
		'DROP TABLE worksession',
		'ALTER TABLE rebuilt RENAME TO worksession',
		'CREATE UNIQUE INDEX worksession_id ON worksession (id)'
	];

	test.each([
		['rows', ['DELETE FROM event WHERE version > 400'], 'would leave 400 of 500 rows in event'],
		['what others refer to', rebuilt('0'), 'would leave 0 of 1 rows in worksession'],
		['what others refer to by another id', [`UPDATE worksession SET id = 'x'`], 'rows that refer to nothing']
	])('that would lose %s is undone as a whole', async (_, sql, message) => {
		const dataDir = await ourFolder();
		expect(() => upgraded(dataDir, ...sql)).toThrow(message);
		const store = await openSqliteStore({ dataDir });
		expect(await store.read('s', 0)).toHaveLength(500);
		await store.close();
	});

	test('that rebuilds a table keeps what refers to it, and is done once', async () => {
		const dataDir = await ourFolder();
		upgraded(dataDir, ...rebuilt('1')).close();
		const db = upgraded(dataDir, 'this is no SQL and may not run');
		expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(500);
		expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
		db.close();
	});
});
