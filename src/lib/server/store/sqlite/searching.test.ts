import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { anAppend } from '../../../../../tests/kit/appends.ts';
import { aClosedDay } from '../../../../../tests/kit/closed-days.ts';
import { aCard, aRecord } from '../../../../../tests/kit/record.ts';
import { DATABASE_FILE } from './open.ts';
import { openSqliteStore } from './store.ts';

let dataDir: string;
beforeEach(async () => {
	dataDir = await mkdtemp(path.join(tmpdir(), 'waaier-search-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** A word that no other card holds, also not a part of it that is long enough to tell. */
function ownWord(index: number): string {
	const letters = [...String(index * 7_919 + 100_000)].map((digit) => 'bdfgklmnpr'[Number(digit)] ?? '');
	return `${letters.join('e')}${letters.toReversed().join('a')}`;
}

const TEXTS = Array.from({ length: 300 }, (_, index) => `Iedereen kent ${ownWord(index)} wel`);

/** A closed day with a card for each text, and the log that says so. */
function aDayOf(texts: readonly string[]) {
	const known = aRecord();
	const cards = texts.map((text, index) => aCard({ id: `c${index}`, text }));
	const events = cards.map(({ id, text }): WorksessionEvent => ({
		type: 'CardPosted',
		roundId: 'r3',
		cardId: id,
		draftId: `draft ${id}`,
		text,
		stepId: null,
		author: { kind: 'facilitator' },
		municipalities: [],
		organisation: '',
		isWithoutOrigin: false,
		tableId: null,
		isShared: true,
		isLate: false,
		isWrittenFor: false,
		at: 1
	}));
	const record = { ...known, session: { ...known.session, id: 's', isTrial: false }, clusters: [], cards };
	return { ...aClosedDay(record), commands: [{ commandId: 'posted', events }] };
}

test('no byte of a word that only what was taken away held is left, also not folded in the index', async () => {
	const store = await openSqliteStore({ dataDir });
	await store.append([aDayOf(TEXTS)]);
	const gone = TEXTS.map((_, index) => index).filter((index) => index % 6 === 0);
	const redaction = { by: 'facilitator', reason: 'Een naam', at: 2 } as const;
	for (const [count, index] of gone.entries()) {
		const cardId = `c${index}`;
		const events = [{ type: 'CardRedacted', roundId: 'r3', cardId, redaction }] as const;
		await store.append([
			anAppend('s', TEXTS.length + count, {
				commands: [{ commandId: `gone ${index}`, events }],
				taken: { texts: new Map([[cardId, redaction]]), kept: null }
			})
		]);
	}
	const bytes = ['', '-wal']
		.map((end) => readFileSync(path.join(dataDir, DATABASE_FILE + end), 'latin1'))
		.join('');
	await store.close();
	// In the index a word may stand without the letters that it shares with the word before it.
	const endOf = (index: number) => ownWord(index).slice(3);
	expect(gone.filter((index) => bytes.includes(endOf(index)))).toEqual([]);
	expect(bytes.includes(endOf(1))).toBe(true);
});

test('records of which the index does not know are indexed when the store opens', async () => {
	const before = await openSqliteStore({ dataDir });
	await before.append([aDayOf(['Geen geld'])]);
	await before.close();
	const db = new Database(path.join(dataDir, DATABASE_FILE));
	db.exec('DELETE FROM search_text; DELETE FROM searched_record');
	db.close();
	const after = await openSqliteStore({ dataDir });
	const query = { words: ['geld'], sessionIds: ['s'], rounds: null, limit: 10 };
	expect((await after.search(query)).total).toBe(1);
	await after.close();
});
