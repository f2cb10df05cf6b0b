import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { Store, WorksessionRow } from './store/store.ts';

/** Records of worksessions that are closed, kept as they were parsed: a programme of forty holds megabytes of them. */
export class FixedRecords {
	readonly #store: Pick<Store, 'fixedRecord'>;
	readonly #parsed = new Map<string, { readonly sha256: string; readonly record: IntakeRecord }>();

	constructor(store: Pick<Store, 'fixedRecord'>) {
		this.#store = store;
	}

	/** Of these worksessions, in their order; trial sessions and what is still open never count. */
	async of(rows: readonly WorksessionRow[]): Promise<readonly IntakeRecord[]> {
		const counting = rows.filter(({ isTrial, summary }) => !isTrial && summary.doors === 'closed');
		const records = await Promise.all(counting.map(({ id }) => this.#record(id)));
		return records.filter((record) => record !== null);
	}

	async #record(sessionId: string): Promise<IntakeRecord | null> {
		const fixed = await this.#store.fixedRecord(sessionId);
		if (!fixed) return null;
		const known = this.#parsed.get(sessionId);
		if (known?.sha256 === fixed.sha256) return known.record;
		const record = JSON.parse(fixed.json) as IntakeRecord;
		this.#parsed.set(sessionId, { sha256: fixed.sha256, record });
		return record;
	}
}
