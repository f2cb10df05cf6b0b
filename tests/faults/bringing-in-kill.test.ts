import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import { temporaryFolder } from '../kit/folder.ts';

const CHILD = fileURLToPath(new URL('../kit/bringing-in-child.ts', import.meta.url));

test.each(['paper', 'record'])(
	'[F2] a worksession from %s is its facilitator’s, also when the process dies as soon as it is written',
	async (kind) => {
		const dataDir = await temporaryFolder();
		const before = await openSqliteStore({ dataDir });
		const rachid = { id: 'rachid', name: 'Rachid', role: 'facilitator', createdAt: 0 } as const;
		await before.addAccount(rachid, { tokenHash: 'first', accountId: rachid.id, expiresAt: 1 });
		await before.close();

		const { signal } = spawnSync(process.execPath, [CHILD, dataDir, kind], { stdio: 'inherit' });
		expect(signal).toBe('SIGKILL');

		const store = await openSqliteStore({ dataDir });
		const ids = (await store.worksessions()).map(({ id }) => id);
		expect(ids).toHaveLength(1);
		expect(await store.sessionIdsOf(rachid.id)).toEqual(new Set(ids));
		await store.close();
	}
);
