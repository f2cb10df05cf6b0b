import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from 'better-sqlite3';
import { EVENTS_WITH_TEXT, redactedLog, type Taken } from '#lib/domain/card/redacted-log.ts';
import { keptDayWithout } from '#lib/domain/day/template-redaction.ts';
import { log } from '../../log.ts';
import { redactedFixed } from '../redacted-fixed.ts';
import type { Append } from '../store.ts';
import { textsLost } from '../texts-lost.ts';
import type { Queries } from './queries.ts';
import { hasResidue } from './residue.ts';
import {
	earlierRecord,
	event,
	fixedRecord,
	programmeRedaction,
	redaction,
	snapshot,
	template
} from './schema.ts';
import { indexRecord } from './searching.ts';

/**
 * Rewrites everything that is kept of a worksession without what is taken away; to be called inside a transaction. Gives the texts
 * that went, for `clean`.
 */
export function redact(queries: Queries, { sessionId, at }: Append, taken: Taken): readonly string[] {
	const rows = queries
		.select({ version: event.version, data: event.data })
		.from(event)
		.where(and(eq(event.sessionId, sessionId), inArray(event.type, EVENTS_WITH_TEXT)))
		.orderBy(asc(event.version))
		.all();
	const events = rows.map(({ data }) => data);
	const { changed, ids, retitled, organisations } = redactedLog(events, taken);
	const lost: string[] = [];
	for (const [position, data] of changed) {
		const version = rows[position]?.version ?? 0;
		lost.push(...textsLost(rows[position]?.data, data));
		queries
			.update(event)
			.set({ data })
			.where(and(eq(event.sessionId, sessionId), eq(event.version, version)))
			.run();
	}
	queries.delete(snapshot).where(eq(snapshot.sessionId, sessionId)).run();
	const gone = { at, texts: taken.texts, people: taken.people, retitled, organisations };
	const ofSession = eq(fixedRecord.sessionId, sessionId);
	const fixed = queries.select().from(fixedRecord).where(ofSession).get();
	if (fixed) {
		const left = redactedFixed(fixed, gone);
		queries.update(fixedRecord).set(left).where(ofSession).run();
		lost.push(...indexRecord(queries, sessionId, left));
	}
	redactEarlier(queries, sessionId, gone);
	redactTemplates(queries, lost);
	for (const textId of ids)
		queries
			.insert(redaction)
			.values({ sessionId, textId, at })
			.onConflictDoUpdate({ target: [redaction.sessionId, redaction.textId], set: { at, isClean: false } })
			.run();
	return lost;
}

function redactEarlier(queries: Queries, sessionId: string, gone: Parameters<typeof redactedFixed>[1]): void {
	const ofSession = eq(earlierRecord.sessionId, sessionId);
	for (const record of queries.select().from(earlierRecord).where(ofSession).all()) {
		const isThis = and(ofSession, eq(earlierRecord.version, record.version));
		queries.update(earlierRecord).set(redactedFixed(record, gone)).where(isThis).run();
	}
}

/** Days that were kept, of this worksession or another, and say the same. */
function redactTemplates(queries: Queries, lost: readonly string[]): void {
	if (lost.length === 0) return;
	for (const kept of queries.select().from(template).all()) {
		const left = keptDayWithout(kept, lost);
		if (left !== kept) queries.update(template).set(left).where(eq(template.id, kept.id)).run();
	}
}

/** Whether texts were taken away whose bytes may still stand in the files. */
function isUnclean(queries: Queries): boolean {
	return [redaction, programmeRedaction].some(
		(table) => queries.select().from(table).where(eq(table.isClean, false)).get() !== undefined
	);
}

/**
 * Leaves no byte of these texts, or with null of whatever was taken away before. SQLite's log holds every page as it was, so it is
 * emptied; where the file holds a copy beside its rows, it is written anew from what is left. The new file is made in memory, not in a
 * folder for everybody. On a full disk it waits for the next time.
 */
export function clean(db: Database, queries: Queries, texts: readonly string[] | null): void {
	if (!isUnclean(queries)) return;
	try {
		emptyLog(db);
		if (texts === null || hasResidue(db.serialize(), texts)) writeAnew(db);
		for (const table of [redaction, programmeRedaction])
			queries.update(table).set({ isClean: true }).where(eq(table.isClean, false)).run();
	} catch (err) {
		log.warn({ err }, 'cleaning failed');
	}
}

function writeAnew(db: Database): void {
	db.pragma('temp_store = MEMORY');
	db.exec('VACUUM');
	emptyLog(db);
}

/** All of SQLite's log into the file, and the log to no bytes. */
function emptyLog(db: Database): void {
	const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
	if (result?.busy !== 0) throw new Error('The log could not be emptied');
}
