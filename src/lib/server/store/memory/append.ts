import type { WorksessionEvent } from '#lib/domain/events.ts';
import { redactedLog, type Taken } from '#lib/domain/card/redacted-log.ts';
import { keptDayWithout } from '#lib/domain/day/template-redaction.ts';
import type { Append, AppendResult, FixedRecord } from '../store.ts';
import { textsLost } from '../texts-lost.ts';
import { redactedFixed } from '../redacted-fixed.ts';
import type { AccountsById } from './accounts.ts';
import { created, parsed, type Kept, type KeptById } from './kept.ts';
import { writePeople } from './participations.ts';
import type { TemplatesById } from './programme.ts';

/** All of a batch or, when it throws, nothing: what is checked first is written after. */
export function appendTo(
	kept: KeptById,
	accounts: AccountsById,
	templates: TemplatesById,
	batch: readonly Append[]
): readonly AppendResult[] {
	const creations = new Map(
		batch.filter(({ expectedVersion }) => expectedVersion === 0).map((a) => [a, created(a)])
	);
	const versions = new Map<string, number>();
	const results = batch.map((append): AppendResult => {
		const version = versions.get(append.sessionId) ?? kept.get(append.sessionId)?.events.length ?? 0;
		if (version !== append.expectedVersion) return 'stale';
		versions.set(append.sessionId, version + countEvents(append));
		return 'appended';
	});
	const accepted = batch.filter((_, index) => results[index] === 'appended');
	const fresh = accepted.flatMap((append) => creations.get(append) ?? []);
	checkUnique(kept, fresh, accepted);
	if (fresh.some(({ facilitators }) => [...facilitators].some((id) => !accounts.has(id))))
		throw new Error('A worksession belongs to an account that is there');
	for (const worksession of fresh) kept.set(worksession.id, worksession);
	for (const append of accepted) write(kept, templates, append);
	return results;
}

const countEvents = ({ commands }: Append): number =>
	commands.reduce((sum, { events }) => sum + events.length, 0);

function checkUnique(kept: KeptById, fresh: readonly Kept[], accepted: readonly Append[]): void {
	if (fresh.length === 0 && accepted.every(({ people }) => people.length === 0)) return;
	const worksessions = [...kept.values()];
	const people = accepted.flatMap((append) => append.people);
	const all = [...worksessions, ...fresh];
	checkDistinct(all.map(({ code }) => code));
	checkDistinct(all.map(({ screenTokenHash }) => screenTokenHash));
	checkDistinct(
		[...worksessions.flatMap((each) => each.people), ...people].map(({ participationId }) => participationId)
	);
	const tokens = worksessions.flatMap((each) => [...each.tokens.keys()]);
	checkDistinct([...tokens, ...people.flatMap(({ tokenHash }) => tokenHash ?? [])]);
}

function checkDistinct(keys: readonly string[]): void {
	if (new Set(keys).size !== keys.length) throw new Error('A code, token or id is in use already');
}

interface Redacting {
	readonly at: number;
	readonly taken: Taken;
}

/** A state that was kept before goes: it is made again from the log. */
function redact(worksession: Kept, templates: TemplatesById, { at, taken }: Redacting): void {
	const events = worksession.events.map(({ json }) => parsed<WorksessionEvent>(json));
	const log = redactedLog(events, taken);
	const lost: string[] = [];
	for (const [position, event] of log.changed) {
		const kept = worksession.events[position];
		if (!kept) continue;
		lost.push(...textsLost(events[position], event));
		worksession.events[position] = { ...kept, json: JSON.stringify(event) };
	}
	worksession.snapshot = null;
	const { texts, people } = taken;
	const gone = { at, texts, people, retitled: log.retitled, organisations: log.organisations };
	const { fixedRecord, earlierRecords } = worksession;
	worksession.fixedRecord = fixedRecord && redactedFixed(fixedRecord, gone);
	worksession.earlierRecords = earlierRecords.map((record) => redactedFixed(record, gone));
	for (const [id, template] of templates) templates.set(id, keptDayWithout(template, lost));
}

function fix(worksession: Kept, record: FixedRecord): void {
	const { fixedRecord, earlierRecords } = worksession;
	worksession.earlierRecords = fixedRecord ? [...earlierRecords, fixedRecord] : earlierRecords;
	worksession.fixedRecord = { ...record };
}

function write(kept: KeptById, templates: TemplatesById, append: Append): void {
	const worksession = kept.get(append.sessionId);
	if (!worksession) throw new Error('An accepted append has no worksession');
	for (const { commandId, events } of append.commands) {
		worksession.events.push(...events.map((event) => ({ commandId, json: JSON.stringify(event) })));
	}
	writePeople(worksession, append);
	worksession.summary = JSON.stringify(append.summary);
	if (append.fixedRecord) fix(worksession, append.fixedRecord);
	if (append.taken) redact(worksession, templates, { at: append.at, taken: append.taken });
}
