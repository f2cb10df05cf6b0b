import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import type { Store } from '../store.ts';
import { prepareAppending } from './appending.ts';
import { promised } from '../promised.ts';
import type { Queries } from './queries.ts';
import { event, snapshot, worksession } from './schema.ts';

type Log = Pick<Store, 'append' | 'read' | 'answered' | 'saveSnapshot' | 'snapshot'>;

/** The logs with their snapshots. `cleanUp` leaves no byte of the texts that an append took away. */
export function eventLog(
	queries: Queries,
	noteWrite: () => void,
	cleanUp: (texts: readonly string[]) => void
): Log {
	let lost: readonly string[] = [];
	const add = prepareAppending(queries, (texts) => (lost = [...lost, ...texts]));
	const read = prepareRead(queries);
	const versionOf = prepareAnswered(queries);

	return {
		append: (batch) =>
			promised(() => {
				lost = [];
				const results = queries.transaction(() => batch.map(add), { behavior: 'immediate' });
				noteWrite();
				if (batch.some(({ taken }) => taken !== null)) cleanUp(lost);
				return results;
			}),
		read: (sessionId, after) => promised(() => read.all({ sessionId, after })),
		answered: (sessionId, commandIds) =>
			promised(() => {
				const found = commandIds.map(
					(id) => [id, versionOf.get({ sessionId, id })?.version ?? null] as const
				);
				return new Map(found.filter((entry): entry is [string, number] => entry[1] !== null));
			}),
		saveSnapshot: (sessionId, { version, format, state }) =>
			promised(() => {
				saveSnapshot(queries, { sessionId, version, state: { format, state } });
				noteWrite();
			}),
		snapshot: (sessionId) =>
			promised(() => {
				const columns = { version: snapshot.version, state: snapshot.state };
				const row = queries.select(columns).from(snapshot).where(eq(snapshot.sessionId, sessionId)).get();
				return row && 'format' in row.state ? { version: row.version, ...row.state } : null;
			})
	};
}

function prepareRead(queries: Queries) {
	return queries
		.select({ version: event.version, event: event.data })
		.from(event)
		.where(
			and(eq(event.sessionId, sql.placeholder('sessionId')), gt(event.version, sql.placeholder('after')))
		)
		.orderBy(asc(event.version))
		.prepare();
}

function prepareAnswered(queries: Queries) {
	return queries
		.select({ version: max(event.version) })
		.from(event)
		.where(and(eq(event.sessionId, sql.placeholder('sessionId')), eq(event.commandId, sql.placeholder('id'))))
		.prepare();
}

/** A snapshot of a worksession that was just removed is not kept; an older one does not replace a newer one. */
function saveSnapshot(queries: Queries, row: typeof snapshot.$inferInsert): void {
	queries.transaction(
		(tx) => {
			const { sessionId, version, state } = row;
			if (!tx.select({ id: worksession.id }).from(worksession).where(eq(worksession.id, sessionId)).get())
				return;
			tx.insert(snapshot)
				.values(row)
				.onConflictDoUpdate({
					target: snapshot.sessionId,
					set: { version, state },
					setWhere: lte(snapshot.version, version)
				})
				.run();
		},
		{ behavior: 'immediate' }
	);
}
