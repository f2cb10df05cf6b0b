import { redactedProgrammeLog } from '#lib/domain/programme/redacted-programme-log.ts';
import { promised } from '../promised.ts';
import type { Programme, ProgrammeAct, ProgrammeStore, StoredProgrammeFact, Template } from '../store.ts';
import { addNew } from './add-new.ts';
import { byCreation } from './by-creation.ts';

export type TemplatesById = Map<string, Template>;

/** The programme's settings and templates. */
export function memoryProgramme(templates: TemplatesById): ProgrammeStore {
	let programme: Programme | null = null;
	let facts: readonly StoredProgrammeFact[] = [];

	return {
		programme: () => promised(() => programme && { ...programme }),
		saveProgramme: (saved) =>
			promised(() => {
				programme = { ...saved };
			}),
		addTemplate: (template) => promised(() => addNew(templates, template.id, structuredClone(template))),
		templates: () => promised(() => structuredClone([...templates.values()].sort(byCreation))),
		renameTemplate: (id, name) =>
			promised(() => {
				const template = templates.get(id);
				if (template) templates.set(id, { ...template, name });
				return template !== undefined;
			}),
		removeTemplate: (id) => promised(() => void templates.delete(id)),
		appendProgramme: (expectedVersion, act) =>
			promised(() => {
				if (facts.length !== expectedVersion) return 'stale';
				const changed = redactedProgrammeLog(
					facts.map(({ event }) => event),
					act.events
				);
				const left = facts.map((fact, index) => ({ ...fact, event: changed.get(index) ?? fact.event }));
				facts = [...left, ...factsOf(structuredClone(act), expectedVersion)];
				return 'appended';
			}),
		readProgramme: (afterVersion) => promised(() => structuredClone(facts.slice(afterVersion)))
	};
}

function factsOf({ events, ...act }: ProgrammeAct, version: number): readonly StoredProgrammeFact[] {
	return events.map((event, index) => ({ ...act, event, version: version + index + 1 }));
}
