import { and, eq, sql } from 'drizzle-orm';
import type { Append, AppendResult, Creation } from '../store.ts';
import { fix } from './fixing.ts';
import type { Queries } from './queries.ts';
import { participationWrites } from './participations.ts';
import { redact } from './redacting.ts';
import { event, sessionFacilitator, worksession } from './schema.ts';

const value = sql.placeholder;

function insertWorksession(queries: Queries) {
	const statement = queries
		.insert(worksession)
		.values({
			id: value('id'),
			code: value('code'),
			screenTokenHash: value('screenTokenHash'),
			isTrial: value('isTrial'),
			createdAt: value('createdAt'),
			version: value('version'),
			summary: value('summary')
		})
		.onConflictDoNothing({ target: worksession.id })
		.prepare();
	return (row: typeof worksession.$inferInsert) => statement.run({ ...row }).changes === 1;
}

function insertEvent(queries: Queries) {
	const statement = queries
		.insert(event)
		.values({
			sessionId: value('sessionId'),
			version: value('version'),
			commandId: value('commandId'),
			type: value('type'),
			data: value('data'),
			at: value('at')
		})
		.prepare();
	return (row: typeof event.$inferInsert) => statement.run({ ...row });
}

/** Moves the version on when it is still the expected one; this is what refuses a second writer. */
function advance(queries: Queries) {
	const statement = queries
		.update(worksession)
		.set({ version: sql`${value('version')}`, summary: sql`${value('summary')}` })
		.where(and(eq(worksession.id, value('id')), eq(worksession.version, value('expected'))))
		.prepare();
	return ({ sessionId, expectedVersion, summary }: Append, version: number) =>
		statement.run({ id: sessionId, expected: expectedVersion, version, summary: JSON.stringify(summary) })
			.changes === 1;
}

/**
 * Prepares the writing of one log, to be called inside a transaction; throws when it cannot write. `noteLost` hears which texts are taken
 * away.
 */
export function prepareAppending(
	queries: Queries,
	noteLost: (texts: readonly string[]) => void
): (append: Append) => AppendResult {
	const writeWorksession = insertWorksession(queries);
	const writeEvent = insertEvent(queries);
	const participations = participationWrites(queries);
	const advanceTo = advance(queries);

	const create = ({ sessionId: id, at, summary }: Append, creation: Creation, version: number): boolean => {
		const { madeBy, ...found } = creation;
		if (!writeWorksession({ ...found, id, createdAt: at, version, summary })) return false;
		if (madeBy !== null)
			queries.insert(sessionFacilitator).values({ sessionId: id, accountId: madeBy, since: at }).run();
		return true;
	};
	const reserve = (append: Append, version: number): boolean =>
		append.expectedVersion > 0 ? advanceTo(append, version) : create(append, creationOf(append), version);

	return (append) => {
		const { sessionId, expectedVersion, at, commands } = append;
		const events = commands.flatMap(({ commandId, events }) => events.map((data) => ({ commandId, data })));
		if (!reserve(append, expectedVersion + events.length)) return 'stale';
		for (const [index, { commandId, data }] of events.entries()) {
			writeEvent({ sessionId, version: expectedVersion + index + 1, commandId, type: data.type, data, at });
		}
		for (const person of append.people) participations.add(sessionId, person);
		for (const merge of append.merged) participations.merge(sessionId, merge);
		if (append.fixedRecord) fix(queries, sessionId, append.fixedRecord);
		if (append.taken) noteLost(redact(queries, append, append.taken));
		return 'appended';
	};
}

function creationOf({ creation }: Append): Creation {
	if (!creation) throw new Error('The first append of a worksession needs its creation');
	return creation;
}
