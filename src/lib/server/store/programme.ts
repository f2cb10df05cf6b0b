import type { ProgrammeEvent } from '#lib/domain/programme/programme-acts.ts';
import type { ProgrammeFact } from '#lib/domain/programme/programme.ts';
import type { TemplatePlan } from '#lib/domain/day/template.ts';
import type { Group } from '#lib/domain/vocabulary.ts';

export interface Programme {
	readonly id: string;
	readonly name: string;
	/** The server's own secret, from which links are made that must be shown more than once. Never leaves the server. */
	readonly secret: string;
	readonly createdAt: number;
}

/** A day that somebody kept to use again. */
export interface Template {
	readonly id: string;
	readonly name: string;
	readonly group: Group;
	readonly plan: TemplatePlan;
	/** The account that kept it, which may be gone since; null for what was kept before this was written down. */
	readonly madeBy: string | null;
	readonly createdAt: number;
}

/** What somebody who is signed in did over closed worksessions. */
export interface ProgrammeAct {
	readonly commandId: string;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account, which may be gone since. */
	readonly by: string;
	/** At least one. */
	readonly events: readonly ProgrammeEvent[];
}

export interface StoredProgrammeFact extends ProgrammeFact {
	readonly version: number;
	readonly commandId: string;
}

/** The programme with what it holds beside its worksessions. */
export interface ProgrammeStore {
	/** The programme's settings, filled on first start. */
	programme(): Promise<Programme | null>;
	saveProgramme(programme: Programme): Promise<void>;

	addTemplate(template: Template): Promise<void>;
	/** All templates, oldest first. */
	templates(): Promise<readonly Template[]>;
	/** Whether there was such a template. */
	renameTemplate(templateId: string, name: string): Promise<boolean>;
	removeTemplate(templateId: string): Promise<void>;

	/** Adds to the log of the programme, on disk when the promise resolves; nothing when its version is no longer the expected one. */
	appendProgramme(expectedVersion: number, act: ProgrammeAct): Promise<'appended' | 'stale'>;
	/** What happened after a version, oldest first. Versions count its events from 1. */
	readProgramme(afterVersion: number): Promise<readonly StoredProgrammeFact[]>;
}
