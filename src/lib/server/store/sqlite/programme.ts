import { asc, eq, gt, max } from 'drizzle-orm';
import { promised } from '../promised.ts';
import type { ProgrammeAct, ProgrammeStore } from '../store.ts';
import type { Queries } from './queries.ts';
import { programme, programmeEvent, template } from './schema.ts';

/** The programme's settings, templates and log. */
export function programmes(queries: Queries, noteWrite: () => void): ProgrammeStore {
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
			written(() =>
				queries.transaction(() => append(queries, expectedVersion, act), { behavior: 'immediate' })
			),
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
	{ events, ...act }: ProgrammeAct
): 'appended' | 'stale' {
	const last = queries
		.select({ version: max(programmeEvent.version) })
		.from(programmeEvent)
		.get();
	if ((last?.version ?? 0) !== expectedVersion) return 'stale';
	const rows = events.map((event, index) => ({ ...act, event, version: expectedVersion + index + 1 }));
	queries.insert(programmeEvent).values(rows).run();
	return 'appended';
}

/** There is one programme; saving it under another id replaces it. */
function saveProgramme(queries: Queries, row: typeof programme.$inferInsert): void {
	queries.transaction((tx) => {
		tx.delete(programme).run();
		tx.insert(programme).values(row).run();
	});
}
