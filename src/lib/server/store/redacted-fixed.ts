import { keptRecord } from '#lib/domain/record/later-fields.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { redactedRecord } from '#lib/domain/record/redacted-record.ts';
import type { Redaction } from '#lib/domain/card/card.ts';
import type { TakenOrganisations } from '#lib/domain/card/taken-organisations.ts';
import { sha256 } from '../system.ts';
import type { FixedRecord } from './store.ts';

interface TakenAt {
	/** Epoch milliseconds. */
	readonly at: number;
	readonly texts: ReadonlyMap<string, Redaction>;
	/** Ids of steps, clusters and ideas whose title went too. */
	readonly retitled: ReadonlySet<string>;
	readonly organisations: TakenOrganisations;
	readonly people?: readonly Redaction[] | undefined;
}

/** A fixed record without what was taken away after it was fixed; it says so, and has another hash. */
export function redactedFixed(fixed: FixedRecord, { at, ...taken }: TakenAt): FixedRecord {
	// Our own record, as this server wrote it.
	const json = recordJson(redactedRecord(keptRecord(fixed.json), { ...taken, version: fixed.version }));
	return json === fixed.json ? fixed : { ...fixed, json, sha256: sha256(json), redactedAt: at };
}
