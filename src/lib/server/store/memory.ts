import type { WorksessionEvent } from '#lib/domain/events.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { memoryAccounts, type AccountsById } from './memory/accounts.ts';
import { appendTo } from './memory/append.ts';
import { byCreation } from './memory/by-creation.ts';
import { parsed, rowOf, type Kept, type KeptById } from './memory/kept.ts';
import { memoryParticipations } from './memory/participations.ts';
import { memoryProgramme, type TemplatesById } from './memory/programme.ts';
import { memorySearch } from './memory/search.ts';
import { memoryValidationLinks } from './memory/validation-links.ts';
import { promised } from './promised.ts';
import type { Snapshot, Store, StoredEvent, WorksessionRow } from './store.ts';

/** The same promises as a database's but for surviving the process: for tests and simulations. */
export function memoryStore(): Store {
	const kept: KeptById = new Map();
	const accounts: AccountsById = new Map();
	const templates: TemplatesById = new Map();
	return {
		...memoryAccounts(kept, accounts),
		...memoryParticipations(kept),
		...memoryProgramme(templates),
		...memorySearch(kept),
		...memoryValidationLinks(kept),
		append: (batch) => promised(() => appendTo(kept, accounts, templates, batch)),
		read: (sessionId, afterVersion) => promised(() => eventsAfter(kept.get(sessionId), afterVersion)),
		answered: (sessionId, commandIds) => promised(() => versionsOf(kept.get(sessionId), new Set(commandIds))),
		saveSnapshot: (sessionId, snapshot) => promised(() => saveSnapshot(kept.get(sessionId), snapshot)),
		snapshot: (sessionId) => promised(() => snapshotOf(kept.get(sessionId))),
		sessionIdByCode: (code) => promised(() => idWhere(kept, (session) => session.code === code)),
		sessionIdByScreenToken: (hash) =>
			promised(() => idWhere(kept, (session) => session.screenTokenHash === hash)),
		sessionIdByTakeOver: (hash) =>
			promised(() => idWhere(kept, (session) => session.takeOver.codeHash === hash)),
		renewTakeOver: (sessionId, generation, hash) =>
			promised(() => renewTakeOver(kept, sessionId, generation, hash)),
		worksessions: () => promised(() => [...kept.values()].map(rowOf).sort(byPlannedDate)),
		worksession: (sessionId) =>
			promised(() => {
				const session = kept.get(sessionId);
				return session ? rowOf(session) : null;
			}),
		removeWorksession: (sessionId) => promised(() => void kept.delete(sessionId)),
		earlierRecords: (sessionId) => promised(() => kept.get(sessionId)?.earlierRecords ?? []),
		fixedRecord: (sessionId) => promised(() => kept.get(sessionId)?.fixedRecord ?? null),
		isWritable: () => Promise.resolve(true),
		close: () => Promise.resolve()
	};
}

function eventsAfter(session: Kept | undefined, afterVersion: number): readonly StoredEvent[] {
	const later = session?.events.slice(afterVersion) ?? [];
	return later.map(({ json }, index) => ({
		version: afterVersion + index + 1,
		event: parsed<WorksessionEvent>(json)
	}));
}

function versionsOf(session: Kept | undefined, commandIds: ReadonlySet<string>): ReadonlyMap<string, number> {
	const versions = new Map<string, number>();
	for (const [index, { commandId }] of (session?.events ?? []).entries()) {
		if (commandIds.has(commandId)) versions.set(commandId, index + 1);
	}
	return versions;
}

/** A snapshot of a worksession that was just removed is not kept; an older one does not replace a newer one. */
function saveSnapshot(session: Kept | undefined, { version, format, state }: Snapshot): void {
	if (!session || (session.snapshot?.version ?? 0) > version) return;
	session.snapshot = { version, format, json: JSON.stringify(state) };
}

function snapshotOf(session: Kept | undefined): Snapshot | null {
	if (!session?.snapshot) return null;
	const { version, format, json } = session.snapshot;
	return { version, format, state: parsed<Worksession>(json) };
}

function idWhere(kept: KeptById, isWanted: (session: Kept) => boolean): string | null {
	return [...kept.values()].find(isWanted)?.id ?? null;
}

function renewTakeOver(kept: KeptById, sessionId: string, generation: number, codeHash: string): boolean {
	const session = kept.get(sessionId);
	if (session?.takeOver.generation !== generation - 1) return false;
	if (idWhere(kept, ({ takeOver }) => takeOver.codeHash === codeHash) !== null)
		throw new Error('A code, token or id is in use already');
	session.takeOver = { generation, codeHash };
	return true;
}

function byPlannedDate(one: WorksessionRow, other: WorksessionRow): number {
	const [date, otherDate] = [one.summary.facts.date ?? '', other.summary.facts.date ?? ''];
	if (date !== otherDate) return date > otherDate ? -1 : 1;
	return byCreation(one, other);
}
