import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { eventLog } from '#lib/server/store/sqlite/log.ts';
import { openDatabase } from '#lib/server/store/sqlite/open.ts';
import { queriesOf } from '#lib/server/store/sqlite/queries.ts';
import { openSqliteStore } from '#lib/server/store/sqlite/store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { sha256 } from '#lib/server/system.ts';
import { anAppend } from '../kit/appends.ts';
import { temporaryFolder } from '../kit/folder.ts';
import { keepStory, LiveRooms } from '../kit/live.ts';
import { anOpenWorksession, participationId, roundId } from '../kit/worksession.ts';

const ROUND = roundId('bottlenecks');
/** In no word of ours, so that every byte of it in a file is the card's. */
const CANARY = 'Kanariepiet';
/** Enough for a state to be kept, and for pages of the database to have been split and filled again. */
const OTHER_CARDS = 450;

/** How often the canary stands in the files of a folder, also in part of a file that SQLite does not use any more. */
async function bytesLeft(folder: string): Promise<number> {
	const files = await readdir(folder, { recursive: true, withFileTypes: true });
	const contents = await Promise.all(
		files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name)))
	);
	return contents.reduce((sum, bytes) => sum + bytes.toString('latin1').split(CANARY).length - 1, 0);
}

/** A day on disk on which Anna's card went through everything that keeps it; gives the card's id. */
async function playDay(store: Store): Promise<{ readonly live: LiveRooms; readonly cardId: string }> {
	const story = anOpenWorksession().at('bottlenecks', 'writing');
	await keepStory(store, 's', story);
	const live = new LiveRooms(store);
	const done = async (who: string, command: Command) => {
		const answer = await live.act('s', who, command);
		if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
	};
	const post = (text: string): Command => ({ type: 'PostCard', roundId: ROUND, text, stepId: null });
	await done('anna', post(`${CANARY} een`));
	const posted = (await store.read('s', 0)).at(-1)?.event;
	const cardId = posted?.type === 'CardPosted' ? posted.cardId : '';
	for (let n = 0; n < OTHER_CARDS; n += 1) {
		await done('bram', post(`kaart ${n} ${'x'.repeat(n % 200)}`));
		if (n % 50 === 0)
			await done('anna', { type: 'EditCard', roundId: ROUND, cardId, text: `${CANARY} ${n}`, stepId: null });
	}
	await done('facilitator', { type: 'MoveStage', roundId: ROUND, stage: 'sharing' });
	const title = `${CANARY} 400`;
	await done('facilitator', { type: 'AddStep', title, tableId: null, roundId: ROUND, cardIds: [cardId] });
	await done('facilitator', { type: 'CloseWorksession' });
	return { live, cardId };
}

function redact(cardId: string): Command {
	return { type: 'RedactCard', roundId: ROUND, cardId, reason: 'Een naam' };
}

describe('a text that was taken away', () => {
	test('[X6] stands in no byte of any file when it is acknowledged, and everything else still does', async () => {
		const dataDir = await temporaryFolder();
		const store = await openSqliteStore({ dataDir });
		const { live, cardId } = await playDay(store);
		const fixedBefore = await store.fixedRecord('s');
		const eventsBefore = await store.read('s', 0);
		expect(await bytesLeft(dataDir)).toBeGreaterThan(3);

		expect(await live.act('s', 'facilitator', redact(cardId))).toMatchObject({ ok: true });
		expect(await bytesLeft(dataDir)).toBe(0);

		const events = await store.read('s', 0);
		expect(events).toHaveLength(eventsBefore.length + 1);
		expect(JSON.stringify(events)).toContain('kaart 449');
		const fixed = await store.fixedRecord('s');
		expect(fixed).toMatchObject({ redactedAt: live.clockwork.now, fixedAt: fixedBefore?.fixedAt });
		expect(fixed?.sha256).not.toBe(fixedBefore?.sha256);
		expect(fixed?.sha256).toBe(sha256(fixed?.json ?? ''));
		const room = await live.rooms.open('s');
		expect(JSON.stringify(room?.world.state)).not.toContain(CANARY);
		expect(room?.world.state.participations[participationId('anna')]).toBeDefined();
		expect(live.faults).toEqual([]);
		await store.close();
	});

	test('[X7] is gone after the next start when the process died before the files were cleaned', async () => {
		const [dataDir, left] = [await temporaryFolder(), await temporaryFolder()];
		const first = await openSqliteStore({ dataDir });
		const { live, cardId } = await playDay(first);
		await live.rooms.quiet();
		await first.close();

		const db = openDatabase(dataDir);
		const dying = eventLog(
			queriesOf(db),
			() => undefined,
			() => undefined
		);
		const version = (await dying.read('s', 0)).length;
		const redaction = { by: 'facilitator', reason: 'Een naam', at: 7 } as const;
		const events = [{ type: 'CardRedacted', roundId: ROUND, cardId, redaction }] as const;
		const commands = [{ commandId: 'last', events }];
		const redacted = new Map([[cardId, redaction]]);
		expect(await dying.append([anAppend('s', version, { commands, redacted })])).toEqual(['appended']);
		// What a process that is killed here leaves behind.
		await cp(dataDir, left, { recursive: true });
		db.close();
		expect(await bytesLeft(left)).toBeGreaterThan(0);

		const next = await openSqliteStore({ dataDir: left });
		expect(await bytesLeft(left)).toBe(0);
		expect(await next.read('s', 0)).toHaveLength(version + 1);
		await next.close();
	});
});
