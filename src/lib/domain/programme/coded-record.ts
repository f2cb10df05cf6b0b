import type { ItemCodes } from '../board/item.ts';
import { mapValues, own, type Keyed } from '../keyed.ts';
import type { IntakeRecord } from '../record/record.ts';
import type { Programme } from './programme.ts';

/** A record as it counts when worksessions are compared. */
export interface CountedRecord extends IntakeRecord {
	/** Ids of own terms of the programme, by item key. */
	readonly terms?: Keyed<readonly string[]>;
}

/** What somebody assigned to a card or cluster after the day. */
export interface LaterCodes extends ItemCodes {
	/** Own terms of the programme, by name, in the order of the code book. */
	readonly terms: readonly string[];
	readonly isDoubtful: boolean;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Of the code book that was used. */
	readonly bookVersion: number;
}

/** A record as it was fixed, with what was said of it since beside it. */
export interface CodedRecord extends IntakeRecord {
	/** By item key; left out where nobody said anything. */
	readonly later?: Keyed<LaterCodes>;
}

/** The codes of the day stay as they were. */
export function withLater(
	record: IntakeRecord,
	{ codings, codeBook }: Pick<Programme, 'codings' | 'codeBook'>
): CodedRecord {
	const assigned = own(codings, record.session.id);
	if (!assigned) return record;
	const later = mapValues(assigned, ({ by: _, terms, ...coding }): LaterCodes => ({
		...coding,
		terms: codeBook.terms.filter(({ id }) => terms.includes(id)).map(({ label }) => label)
	}));
	return { ...record, later };
}
