import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from 'better-sqlite3';
import { EVENTS_WITH_TEXT, redactedLog } from '#lib/domain/redaction.ts';
import { log } from '../../log.ts';
import { redactedFixed } from '../redacted-fixed.ts';
import type { Append } from '../store.ts';
import type { Queries } from './queries.ts';
import { event, fixedRecord, redaction, snapshot } from './schema.ts';

/** Rewrites everything that is kept of a worksession without the text of these cards; to be called inside a transaction. */
export function redact(queries: Queries, { sessionId, at, redacted }: Append): void {
	const rows = queries
		.select({ version: event.version, data: event.data })
		.from(event)
		.where(and(eq(event.sessionId, sessionId), inArray(event.type, EVENTS_WITH_TEXT)))
		.orderBy(asc(event.version))
		.all();
	const events = rows.map(({ data }) => data);
	const { changed, retitled } = redactedLog(events, new Set(redacted.keys()));
	for (const [position, data] of changed) {
		const version = rows[position]?.version ?? 0;
		queries
			.update(event)
			.set({ data })
			.where(and(eq(event.sessionId, sessionId), eq(event.version, version)))
			.run();
	}
	queries.delete(snapshot).where(eq(snapshot.sessionId, sessionId)).run();
	const ofSession = eq(fixedRecord.sessionId, sessionId);
	const fixed = queries.select().from(fixedRecord).where(ofSession).get();
	if (fixed)
		queries.update(fixedRecord).set(redactedFixed(fixed, { at, redacted, retitled })).where(ofSession).run();
	for (const cardId of redacted.keys())
		queries.insert(redaction).values({ sessionId, cardId, at }).onConflictDoNothing().run();
}

/** Whether texts were taken away whose bytes may still stand in the files. */
function isUnclean(queries: Queries): boolean {
	return queries.select().from(redaction).where(eq(redaction.isClean, false)).get() !== undefined;
}

/**
 * Leaves no byte of what was taken away. SQLite zeroes what it frees (`secure_delete`), but a page that was split or merged before can
 * hold a copy beside its cells, and its log holds every page as it was: so the file is written anew from what is left, and the log
 * is emptied. The new file is made in memory, not in a folder for everybody. On a full disk it waits for the next time.
 */
export function clean(db: Database, queries: Queries): void {
	if (!isUnclean(queries)) return;
	try {
		db.pragma('temp_store = MEMORY');
		db.exec('VACUUM');
		emptyLog(db);
		queries.update(redaction).set({ isClean: true }).where(eq(redaction.isClean, false)).run();
	} catch (err) {
		log.warn({ err }, 'cleaning failed');
	}
}

/** All of SQLite's log into the file, and the log to no bytes. */
function emptyLog(db: Database): void {
	const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
	if (result?.busy !== 0) throw new Error('The log could not be emptied');
}
