import type { OwnerFacts } from '../people/owner.ts';

/** What is put on the parking lot. */
export interface ParkedFacts extends OwnerFacts {
	/** A thought in own words, or a remark on the cards that are parked; empty where those speak for themselves. */
	readonly text: string;
}

/** Cards, or a thought, that the room comes back to later. */
export interface Parked extends ParkedFacts {
	readonly id: string;
	/** The round of the cards; null for a thought. */
	readonly roundId: string | null;
	/** In the order of their ids; empty for a thought. */
	readonly cardIds: readonly string[];
	/** The table that parked it; null is the whole room. */
	readonly tableId: string | null;
}
