import type { WorksessionSummary } from '#lib/domain/record/summary.ts';
import type {
	Append,
	Creation,
	DeviceLink,
	FixedRecord,
	Person,
	ValidationLink,
	WorksessionRow
} from '../store.ts';

/** Everything kept of one worksession. Objects are JSON in here, so that no caller shares a reference with the store. */
export interface Kept extends Omit<Creation, 'madeBy'> {
	readonly id: string;
	readonly createdAt: number;
	readonly events: { readonly commandId: string; readonly json: string }[];
	people: Person[];
	/** Hash of a token → participation id. */
	readonly tokens: Map<string, string>;
	readonly deviceLinks: Map<string, Pick<DeviceLink, 'participationId' | 'expiresAt'>>;
	/** By code of a municipality. */
	readonly validationLinks: Map<string, ValidationLink>;
	/** Ids of accounts. */
	readonly facilitators: Set<string>;
	takeOver: { readonly generation: number; readonly codeHash: string | null };
	summary: string;
	snapshot: { readonly version: number; readonly format: number; readonly json: string } | null;
	fixedRecord: FixedRecord | null;
	/** The versions before it, oldest first. */
	earlierRecords: readonly FixedRecord[];
}

export type KeptById = Map<string, Kept>;

export function rowOf({ id, code, isTrial, createdAt, events, takeOver, summary }: Kept): WorksessionRow {
	return {
		id,
		code,
		isTrial,
		createdAt,
		version: events.length,
		takeOverGeneration: takeOver.generation,
		summary: parsed<WorksessionSummary>(summary)
	};
}

/** Text that this store wrote itself, so that its shape is known. */
export function parsed<T>(json: string): T {
	return JSON.parse(json) as T;
}

export function created({ sessionId, at, creation, summary }: Append): Kept {
	if (!creation) throw new Error('The first append of a worksession needs its creation');
	const { madeBy, ...found } = creation;
	return {
		...found,
		id: sessionId,
		createdAt: at,
		events: [],
		people: [],
		tokens: new Map(),
		deviceLinks: new Map(),
		validationLinks: new Map(),
		facilitators: new Set(madeBy === null ? [] : [madeBy]),
		takeOver: { generation: 0, codeHash: null },
		summary: JSON.stringify(summary),
		snapshot: null,
		fixedRecord: null,
		earlierRecords: []
	};
}
