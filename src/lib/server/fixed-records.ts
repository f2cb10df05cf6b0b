import { keptRecord } from '#lib/domain/record/later-fields.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { Store, WorksessionRow } from './store/store.ts';

/**
 * Records of worksessions that are closed, kept as they were parsed: a programme of forty holds megabytes of them. A record changes only
 * with the log of its worksession, also when a text is taken away, so it is read again when that has grown.
 */
export class FixedRecords {
	readonly #store: Pick<Store, 'fixedRecord'>;
	readonly #parsed = new Map<string, { readonly kept: string; readonly record: IntakeRecord }>();

	constructor(store: Pick<Store, 'fixedRecord'>) {
		this.#store = store;
	}

	/** Of these worksessions, in their order; trial sessions and what is still open never count. */
	async of(rows: readonly WorksessionRow[]): Promise<readonly IntakeRecord[]> {
		const counting = rows.filter(({ isTrial, summary }) => !isTrial && summary.doors === 'closed');
		const records = await Promise.all(counting.map((row) => this.#record(row)));
		return records.filter((record) => record !== null);
	}

	async #record({ id, version, createdAt }: WorksessionRow): Promise<IntakeRecord | null> {
		const kept = `${createdAt} ${version}`;
		const known = this.#parsed.get(id);
		if (known?.kept === kept) return known.record;
		const fixed = await this.#store.fixedRecord(id);
		if (!fixed) return null;
		const record = keptRecord(fixed.json);
		this.#parsed.set(id, { kept, record });
		return record;
	}
}
