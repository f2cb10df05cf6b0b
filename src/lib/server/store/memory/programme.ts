import { promised } from '../promised.ts';
import type { Programme, ProgrammeStore, Template } from '../store.ts';
import { addNew } from './add-new.ts';
import { byCreation } from './by-creation.ts';

/** The programme's settings and templates. */
export function memoryProgramme(): ProgrammeStore {
	let programme: Programme | null = null;
	const templates = new Map<string, Template>();

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
		removeTemplate: (id) => promised(() => void templates.delete(id))
	};
}
