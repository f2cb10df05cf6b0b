import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attemptStart, startServer } from '../kit/server.ts';

let dataDir: string;

beforeEach(async () => {
	dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-startup-'));
});

afterEach(async () => {
	await rm(dataDir, { recursive: true, force: true });
});

describe('a start that cannot succeed', () => {
	test.each([
		[{ PORT: '70000' }, 20, 'PORT moet een getal'],
		[{ HOST: 'somewhere' }, 21, 'HOST moet een IP-adres'],
		[{ DATA_DIR: ' ' }, 22, 'DATA_DIR mag niet leeg zijn'],
		[{ ORIGIN: 'https://waaier.example/pad' }, 23, 'ORIGIN moet een adres zonder pad zijn'],
		[{ LOG_LEVEL: 'loud' }, 24, 'LOG_LEVEL moet'],
		[{ HOST: '203.0.113.77' }, 32, 'heeft het adres 203.0.113.77 niet']
	])('%j says in one sentence what to change', async (env, exitCode, sentence) => {
		const attempt = await attemptStart({ PORT: '0', DATA_DIR: dataDir, ...env });
		expect(attempt.exitCode).toBe(exitCode);
		expect(attempt.stderr).toContain(sentence);
		expect(attempt.stderr.trim().split('\n')).toHaveLength(1);
		expect(attempt.stdout).toBe('');
	});

	test('a busy port is named, before anything is opened', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const attempt = await attemptStart({ PORT: String(port), DATA_DIR: dataDir });
		other.close();
		expect(attempt.exitCode).toBe(30);
		expect(attempt.stderr).toContain(`Poort ${port} is al in gebruik`);
	});
});

const databaseFile = (): string => path.join(dataDir, 'waaier.db');
const hashOf = async (file: string): Promise<string> =>
	createHash('sha256')
		.update(await readFile(file))
		.digest('hex');

/** A database that a Waaier made and closed, changed by `change` and closed again. */
async function ownDatabase(change: (database: Database.Database) => void): Promise<void> {
	const server = await startServer({ dataDir });
	await server.stop();
	const database = new Database(databaseFile());
	change(database);
	database.close();
}

describe('a data folder that cannot be used', () => {
	test('a folder that cannot be made is named', async () => {
		await writeFile(path.join(dataDir, 'file'), '');
		const attempt = await attemptStart({ PORT: '0', DATA_DIR: path.join(dataDir, 'file', 'data') });
		expect(attempt.exitCode).toBe(40);
		expect(attempt.stderr).toContain('Waaier kan niet schrijven in');
	});

	test('a folder that another Waaier uses is left to it', async () => {
		const server = await startServer({ dataDir });
		const attempt = await attemptStart({ PORT: '0', DATA_DIR: dataDir });
		expect(attempt.exitCode).toBe(41);
		expect((await fetch(server.url)).status).toBe(200);
		await server.stop();
	});

	test.each([
		[
			'of another program',
			42,
			async () => new Database(databaseFile()).exec('create table theirs (x)').close()
		],
		['that is no database', 42, async () => writeFile(databaseFile(), 'geen database, maar wel een bestand')],
		[
			'that is damaged',
			43,
			async () => {
				await ownDatabase(() => undefined);
				const bytes = await readFile(databaseFile());
				await writeFile(databaseFile(), bytes.fill(0x5a, 4096));
			}
		],
		[
			'of a newer Waaier',
			44,
			async () =>
				ownDatabase((database) => {
					database
						.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
						.run('later', Date.UTC(2100, 0));
				})
		]
	])('a file %s is refused within three seconds and left as it is', async (_what, exitCode, prepare) => {
		await mkdir(dataDir, { recursive: true });
		await prepare();
		const before = await hashOf(databaseFile());
		const started = performance.now();
		const attempt = await attemptStart({ PORT: '0', DATA_DIR: dataDir });
		expect(performance.now() - started).toBeLessThan(3000);
		expect(attempt.exitCode).toBe(exitCode);
		expect(attempt.stderr.trim().split('\n')).toHaveLength(1);
		expect(await hashOf(databaseFile())).toBe(before);
	});
});

describe('a server that runs', () => {
	test('stops in order on SIGTERM, and starts again at the same address', async () => {
		const server = await startServer({ dataDir });
		expect((await fetch(server.url)).status).toBe(200);
		await server.restart();
		expect((await fetch(server.url)).status).toBe(200);
		const before = performance.now();
		expect(await server.stop()).toBe(0);
		expect(performance.now() - before).toBeLessThan(5000);
	});

	test('accepts a write from its own page on any local address and none from elsewhere', async () => {
		const server = await startServer({ dataDir });
		const post = async (origin: string | undefined): Promise<number> => {
			const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
			if (origin !== undefined) headers.set('origin', origin);
			return (await fetch(server.url, { method: 'POST', headers, body: 'a=b' })).status;
		};
		expect(await post(server.url)).not.toBe(403);
		expect(await post('http://evil.example')).toBe(403);
		expect(await post('null')).toBe(403);
		expect(await post(undefined)).toBe(403);
		await server.stop();
	});

	test('gives every answer its security headers, pages, files and refusals alike', async () => {
		const server = await startServer({ dataDir });
		for (const address of [
			'/',
			'/favicon.svg',
			'/robots.txt',
			'/.well-known/security.txt',
			'/bestaat-niet'
		]) {
			const { headers } = await fetch(server.url + address);
			expect(headers.get('x-content-type-options'), address).toBe('nosniff');
			expect(headers.get('x-frame-options'), address).toBe('DENY');
			expect(headers.get('content-security-policy'), address).toContain("frame-ancestors 'none'");
			expect(headers.get('content-security-policy'), address).not.toContain('unsafe');
		}
		await server.stop();
	});
});
