import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { knownMigrations } from './migrations.ts';
import { openDatabase } from './open.ts';
import { openSqliteStore } from './store.ts';

const INVITEE = { name: 'Els', role: 'facilitator' } as const;

/** As the first version of Waaier left it: one organiser, signed in, with a link of the terminal, and one person who joined. */
const FIRST_VERSION = `
	INSERT INTO account VALUES ('a', '"Noor"', 1);
	INSERT INTO sign_in VALUES ('signed-in', 'a', 100);
	INSERT INTO sign_in_link VALUES ('link', 100);
	INSERT INTO worksession VALUES ('s', 'ABCD2345', 'screen', 0, 1, 1, '{}');
	INSERT INTO person VALUES ('p', 's', '"Anna"', 'token');
`;

/** A folder with a database as it was when it knew this many migrations, filled by this SQL. */
async function olderDatabase(migrations: number, sql: string): Promise<string> {
	const dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-migration-'));
	onTestFinished(() => rm(dataDir, { recursive: true }));
	const before = openDatabase(dataDir, knownMigrations().slice(0, migrations));
	before.exec(sql);
	before.close();
	return dataDir;
}

test('a database of the first version keeps its people and ways in, and its account is an organiser', async () => {
	const store = await openSqliteStore({ dataDir: await olderDatabase(1, FIRST_VERSION) });
	onTestFinished(() => store.close());
	expect(await store.participationByToken('token')).toEqual({ sessionId: 's', participationId: 'p' });
	expect(await store.people('s')).toEqual([{ participationId: 'p', name: 'Anna' }]);
	const noor = { id: 'a', name: 'Noor', role: 'organiser', createdAt: 1 };
	expect(await store.accountBySignIn('signed-in', 1)).toEqual(noor);
	const link = { tokenHash: 'link', expiresAt: 100, accountId: null, invitee: null };
	expect(await store.useSignInLink('link', 1)).toEqual(link);
	expect((await store.worksession('s'))?.takeOverGeneration).toBe(0);
	await store.addSignInLink({ tokenHash: 'new', expiresAt: 9, accountId: null, invitee: INVITEE });
	expect(await store.invitations(1)).toEqual([{ tokenHash: 'new', expiresAt: 9, ...INVITEE }]);
});

test('a template from before its maker was written down has none', async () => {
	const kept = `INSERT INTO template VALUES ('t', '"Lange dag"', 'follower', '{"items":[]}', 1)`;
	const store = await openSqliteStore({ dataDir: await olderDatabase(2, kept) });
	onTestFinished(() => store.close());
	expect(await store.templates()).toEqual([
		{ id: 't', name: 'Lange dag', group: 'follower', plan: { items: [] }, madeBy: null, createdAt: 1 }
	]);
});
