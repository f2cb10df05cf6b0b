import { asc, eq, gt, max } from 'drizzle-orm';
import type { ProgrammeEvent } from '#lib/domain/programme/programme-acts.ts';
import { redactedProgrammeLog } from '#lib/domain/programme/redacted-programme-log.ts';
import { programmeTextKey } from '#lib/domain/programme/redaction.ts';
import { promised } from '../promised.ts';
import type { ProgrammeAct, ProgrammeStore } from '../store.ts';
import type { Queries } from './queries.ts';
import { textsLost } from '../texts-lost.ts';
import { programme, programmeEvent, programmeRedaction, template } from './schema.ts';

/** The programme's settings, templates and log. `cleanUp` leaves no byte of the texts that an act took away. */
export function programmes(
	queries: Queries,
	noteWrite: () => void,
	cleanUp: (texts: readonly string[]) => void
): ProgrammeStore {
	const written = <T>(work: () => T): Promise<T> =>
		promised(() => {
			const result = work();
			noteWrite();
			return result;
		});

	return {
		programme: () => promised(() => queries.select().from(programme).get() ?? null),
		saveProgramme: (row) => written(() => saveProgramme(queries, row)),
		addTemplate: (row) => written(() => void queries.insert(template).values(row).run()),
		templates: () =>
			promised(() =>
				queries.select().from(template).orderBy(asc(template.createdAt), asc(template.id)).all()
			),
		renameTemplate: (id, name) =>
			written(() => queries.update(template).set({ name }).where(eq(template.id, id)).run().changes === 1),
		removeTemplate: (id) => written(() => void queries.delete(template).where(eq(template.id, id)).run()),
		appendProgramme: (expectedVersion, act) =>
			written(() => {
				const lost: string[] = [];
				const result = queries.transaction(() => append(queries, expectedVersion, act, lost), {
					behavior: 'immediate'
				});
				if (result === 'appended' && act.events.some(isRedaction)) cleanUp(lost);
				return result;
			}),
		readProgramme: (afterVersion) =>
			promised(() =>
				queries
					.select()
					.from(programmeEvent)
					.where(gt(programmeEvent.version, afterVersion))
					.orderBy(asc(programmeEvent.version))
					.all()
			)
	};
}

function append(
	queries: Queries,
	expectedVersion: number,
	{ events, ...act }: ProgrammeAct,
	lost: string[]
): 'appended' | 'stale' {
	const last = queries
		.select({ version: max(programmeEvent.version) })
		.from(programmeEvent)
		.get();
	if ((last?.version ?? 0) !== expectedVersion) return 'stale';
	if (events.some(isRedaction)) lost.push(...redact(queries, events, act.at));
	const rows = events.map((event, index) => ({ ...act, event, version: expectedVersion + index + 1 }));
	queries.insert(programmeEvent).values(rows).run();
	return 'appended';
}

function isRedaction({ type }: ProgrammeEvent): boolean {
	return type === 'ProgrammeRedacted';
}

/** Rewrites the log without what these events take away; gives the texts that went. */
function redact(queries: Queries, last: readonly ProgrammeEvent[], at: number): readonly string[] {
	const rows = queries.select().from(programmeEvent).orderBy(asc(programmeEvent.version)).all();
	const changed = redactedProgrammeLog(
		rows.map(({ event }) => event),
		last
	);
	const lost: string[] = [];
	for (const [position, event] of changed) {
		const row = rows[position];
		if (!row) continue;
		lost.push(...textsLost(row.event, event));
		queries.update(programmeEvent).set({ event }).where(eq(programmeEvent.version, row.version)).run();
	}
	for (const event of last) {
		if (event.type !== 'ProgrammeRedacted') continue;
		const row = { textKey: programmeTextKey(event.text), at, isClean: false };
		queries
			.insert(programmeRedaction)
			.values(row)
			.onConflictDoUpdate({ target: programmeRedaction.textKey, set: row })
			.run();
	}
	return lost;
}

/** There is one programme; saving it under another id replaces it. */
function saveProgramme(queries: Queries, row: typeof programme.$inferInsert): void {
	queries.transaction((tx) => {
		tx.delete(programme).run();
		tx.insert(programme).values(row).run();
	});
}
