import { eq, sql } from 'drizzle-orm';
import { keptRecord } from '#lib/domain/record/later-fields.ts';
import { searchedTexts, wordsOf } from '#lib/domain/compare/search.ts';
import { promised } from '../promised.ts';
import type { FixedRecord, Found, FoundText, SearchQuery, SearchStore } from '../store.ts';
import type { Queries } from './queries.ts';
import { fixedRecord, searchedRecord, searchText } from './schema.ts';

/**
 * Full text search by SQLite's FTS5. `search_text` holds the folded words of every text of the fixed records; triggers keep the index of
 * them in step, also when rows go with their worksession.
 */
export function searching(queries: Queries): SearchStore {
	return { search: (query) => promised(() => found(queries, query)) };
}

function found(queries: Queries, { words, sessionIds, rounds, limit }: SearchQuery): Found {
	const rows = queries.all<FoundText & { readonly total: number }>(sql`
		SELECT t.session_id AS sessionId, t.kind AS kind, t.item_id AS id, count(*) OVER () AS total
		FROM search_index
		JOIN search_text AS t ON t.id = search_index.rowid
		JOIN json_each(${JSON.stringify(sessionIds)}) AS asked ON asked.value = t.session_id
		WHERE search_index MATCH ${matchOf(words)}
		${rounds ? sql`AND t.round IN (SELECT value FROM json_each(${JSON.stringify(rounds)}))` : sql``}
		ORDER BY asked.key, t.position
		LIMIT ${limit}`);
	return {
		total: rows[0]?.total ?? 0,
		hits: rows.map(({ sessionId, kind, id }) => ({ sessionId, kind, id }))
	};
}

/** In FTS5's language: each word in quotes, as a beginning. Folded words hold no quote. */
function matchOf(words: readonly string[]): string {
	return words.map((word) => `"${word}"*`).join(' ');
}

/**
 * Makes the words of a fixed record findable, in place of those of the record before it; to be called inside a transaction. Only what
 * differs is written. Gives the words that are no more, as they stood in a row.
 */
export function indexRecord(
	queries: Queries,
	sessionId: string,
	{ json, sha256 }: Pick<FixedRecord, 'json' | 'sha256'>
): readonly string[] {
	const before = queries.select().from(searchText).where(eq(searchText.sessionId, sessionId)).all();
	// Our own record, as this server wrote it.
	const after = searchedTexts(keptRecord(json)).map(({ kind, id, round, text }, position) => ({
		sessionId,
		position,
		kind,
		itemId: id,
		round,
		words: wordsOf(text).join(' ')
	}));
	const kept = new Set(after.map(contentsOf));
	const gone = before.filter((row) => !kept.has(contentsOf(row)));
	for (const { id } of gone) queries.delete(searchText).where(eq(searchText.id, id)).run();
	const known = new Set(before.map(contentsOf));
	const add = prepareAdd(queries);
	for (const row of after) if (!known.has(contentsOf(row))) add.run(row);
	queries
		.insert(searchedRecord)
		.values({ sessionId, sha256 })
		.onConflictDoUpdate({ target: searchedRecord.sessionId, set: { sha256 } })
		.run();
	return gone.map(({ words }) => words);
}

type SearchRow = Omit<typeof searchText.$inferInsert, 'id' | 'sessionId'>;

function contentsOf({ position, kind, itemId, round, words }: SearchRow): string {
	return JSON.stringify([position, kind, itemId, round, words]);
}

function prepareAdd(queries: Queries) {
	const value = sql.placeholder;
	return queries
		.insert(searchText)
		.values({
			sessionId: value('sessionId'),
			position: value('position'),
			kind: value('kind'),
			itemId: value('itemId'),
			round: value('round'),
			words: value('words')
		})
		.prepare();
}

/** Indexes the fixed records of which the index does not know, such as those from before there was one. */
export function indexMissing(queries: Queries): void {
	const missing = queries
		.select({ sessionId: fixedRecord.sessionId, json: fixedRecord.json, sha256: fixedRecord.sha256 })
		.from(fixedRecord)
		.leftJoin(searchedRecord, eq(searchedRecord.sessionId, fixedRecord.sessionId))
		.where(sql`${searchedRecord.sha256} IS NOT ${fixedRecord.sha256}`)
		.all();
	queries.transaction((tx) => {
		for (const record of missing) indexRecord(tx, record.sessionId, record);
	});
}
