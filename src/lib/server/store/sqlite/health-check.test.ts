import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../store.ts';
import { DATABASE_FILE } from './open.ts';
import { openSqliteStore } from './store.ts';

const CHECKPOINT_MS = 1_000;
/** As many as a watcher asks in under an hour. */
const CHECKS = 600;

let dataDir: string;
let store: Store;

beforeEach(async () => {
	vi.useFakeTimers();
	dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-health-'));
	store = await openSqliteStore({ dataDir });
});

afterEach(async () => {
	await store.close();
	await rm(dataDir, { recursive: true, force: true });
	vi.useRealTimers();
});

/** Bytes of SQLite's log after many health checks and the checkpoint that follows. */
async function logBytesAfterChecks(): Promise<number> {
	for (let nth = 0; nth < CHECKS; nth += 1) await store.isWritable();
	vi.advanceTimersByTime(CHECKPOINT_MS);
	return statSync(path.join(dataDir, `${DATABASE_FILE}-wal`)).size;
}

test('health checks alone do not make the log of the database grow for ever', async () => {
	const bytes = await logBytesAfterChecks();
	expect(await logBytesAfterChecks()).toBeLessThan(bytes * 1.5);
});
