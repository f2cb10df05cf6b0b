import { eq } from 'drizzle-orm';
import type { FixedRecord } from '../store.ts';
import type { Queries } from './queries.ts';
import { earlierRecord, fixedRecord } from './schema.ts';
import { indexRecord } from './searching.ts';

/** Keeps a version of a record as the last one, and the one before beside it; to be called inside a transaction. */
export function fix(queries: Queries, sessionId: string, record: FixedRecord): void {
	const ofSession = eq(fixedRecord.sessionId, sessionId);
	const before = queries.select().from(fixedRecord).where(ofSession).get();
	if (before) {
		queries.insert(earlierRecord).values(before).run();
		queries.delete(fixedRecord).where(ofSession).run();
	}
	queries
		.insert(fixedRecord)
		.values({ sessionId, ...record })
		.run();
	indexRecord(queries, sessionId, record);
}
