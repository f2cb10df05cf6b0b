import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { initialState } from '#lib/domain/worksession.ts';
import { memoryStore } from '#lib/server/store/memory.ts';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { aCreation, anAppend } from '../kit/appends.ts';
import { failingStore } from '../kit/failing-store.ts';
import { accountsContract } from './accounts.contract.ts';
import { participationsContract } from './participations.contract.ts';
import { programmeContract } from './programme.contract.ts';
import { recordsContract } from './records.contract.ts';
import { searchContract } from './search.contract.ts';
import { storeContract } from './store.contract.ts';
import { worksessionsContract } from './worksessions.contract.ts';

const folders: string[] = [];

async function newFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'waaier-store-'));
	folders.push(folder);
	return folder;
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

for (const contract of [
	storeContract,
	worksessionsContract,
	recordsContract,
	participationsContract,
	accountsContract,
	programmeContract,
	searchContract
]) {
	contract('memory', () => Promise.resolve(memoryStore()));
	contract('sqlite', async () => openSqliteStore({ dataDir: await newFolder() }));
}

describe('sqlite, opened again', () => {
	test('gives back everything that was in it', async () => {
		const dataDir = await newFolder();
		const before = await openSqliteStore({ dataDir });
		await before.append([
			aCreation('s', { people: [{ participationId: 'p', name: 'Anna', tokenHash: 't' }] })
		]);
		await before.append([anAppend('s', 1)]);
		await before.saveSnapshot('s', { version: 2, format: 1, state: initialState('s') });
		await before.saveProgramme({ id: 'p', name: 'Datadeal', secret: 'geheim', createdAt: 1 });
		const contents = await contentsOf(before);
		await before.close();

		const after = await openSqliteStore({ dataDir });
		expect(await contentsOf(after)).toEqual(contents);
		expect(await after.append([anAppend('s', 2)])).toEqual(['appended']);
		await after.close();
	});
});

const contentsOf = async (store: Store) => [
	await store.worksessions(),
	await store.read('s', 0),
	await store.snapshot('s'),
	await store.people('s'),
	await store.programme()
];

describe('failing store', () => {
	const failSecond = (moment: 'before-commit' | 'after-commit') =>
		failingStore(memoryStore(), (nth) => (nth === 2 ? moment : undefined));

	test.each([
		['before-commit', 1],
		['after-commit', 2]
	] as const)('fails the planned append %s, which leaves %i events', async (moment, eventCount) => {
		const store = failSecond(moment);
		await store.append([aCreation('s')]);
		await expect(store.append([anAppend('s', 1)])).rejects.toThrow(moment);
		expect(await store.read('s', 0)).toHaveLength(eventCount);
		expect(await store.append([anAppend('s', eventCount)])).toEqual(['appended']);
	});
});
