import type { IntakeRecord } from './record.ts';

/** Every item of an array. */
const EACH = '*';

interface LaterField {
	readonly path: readonly string[];
	/** What a record says by it that was drawn before there was such a field. */
	readonly before: unknown;
}

/**
 * Fields that records did not have at first, oldest first. A record stands as it was drawn, in the store and in files that people keep, so
 * that it is read with these added and never written again.
 */
const LATER_FIELDS: readonly LaterField[] = [
	{ path: ['session', 'codeBookVersion'], before: 1 },
	{ path: ['participation', 'municipalities', EACH, 'role'], before: null },
	{ path: ['classifications', EACH, 'also'], before: [] },
	{ path: ['ideas', EACH, 'examples'], before: [] },
	{ path: ['actions', EACH, 'decision'], before: null },
	{ path: ['actions', EACH, 'idea'], before: null },
	{ path: ['actions', EACH, 'cards'], before: [] }
];

/** A record that Waaier wrote and kept. */
export function keptRecord(json: string): IntakeRecord {
	return withLaterFields(JSON.parse(json)) as IntakeRecord;
}

/** Adds to a record that was just parsed what it lacks because it is from before. Anything else is left as it is. */
export function withLaterFields(record: unknown): unknown {
	for (const { path, before } of LATER_FIELDS) add(record, path, before);
	return record;
}

function add(holder: unknown, [name, ...rest]: readonly string[], before: unknown): void {
	if (typeof holder !== 'object' || holder === null || name === undefined) return;
	if (name === EACH) for (const item of Array.isArray(holder) ? holder : []) add(item, rest, before);
	else if (rest.length > 0) add((holder as Record<string, unknown>)[name], rest, before);
	else if (!(name in holder)) Object.assign(holder, { [name]: before });
}
