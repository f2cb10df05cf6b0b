import { expect, test } from 'vitest';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import { temporaryFolder } from '../kit/folder.ts';
import { startStoreProcess } from '../kit/store-process.ts';

const KILLS = 20;
/** Any spread will do; a fixed one makes a failure happen again. */
const acksBeforeKill = (round: number) => 1 + ((round * 37) % 40);

test(`[F1] ${KILLS} kills lose nothing that was acknowledged, double nothing and leave no gap`, async () => {
	const dataDir = await temporaryFolder();
	const acked: string[] = [];
	for (let round = 0; round < KILLS; round += 1) {
		const child = startStoreProcess(dataDir);
		await child.linesUntil('open');
		child.tell('append 100000 170');
		const before = await child.linesUntil('ack', acksBeforeKill(round));
		acked.push(...before, ...(await child.kill()));
	}

	const store = await openSqliteStore({ dataDir });
	const events = await store.read('s', 0);
	const ids = acked.map((line) => line.replace('ack ', ''));
	const answered = await store.answered('s', ids);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.filter((id) => !answered.has(id))).toEqual([]);
	expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
	expect((await store.worksession('s'))?.version).toBe(events.length);
	// Each kill may leave one append written whose acknowledgement was never sent.
	expect(events.length - ids.length).toBeGreaterThanOrEqual(0);
	expect(events.length - ids.length).toBeLessThanOrEqual(KILLS);
	await store.close();
});
