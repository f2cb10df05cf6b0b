import type { SearchedKind, SearchedRound } from '#lib/domain/compare/search.ts';

/** Finding texts in the records that are fixed. */
export interface SearchStore {
	/**
	 * Texts in fixed records that hold, for each asked word, a word that begins with it. Worksessions come in the order in which they were
	 * asked, their texts in the order of the record. A trial session is never searched, nor what was taken away.
	 */
	search(query: SearchQuery): Promise<Found>;
}

export interface SearchQuery {
	/** Folded, at least one. */
	readonly words: readonly string[];
	readonly sessionIds: readonly string[];
	/** In which rounds, by their code in the record; null is all. */
	readonly rounds: readonly SearchedRound[] | null;
	/** So many hits are given at most. */
	readonly limit: number;
}

export interface Found {
	/** How many there are, also past the limit. */
	readonly total: number;
	readonly hits: readonly FoundText[];
}

/** Where a text stands; the record says the rest. */
export interface FoundText {
	readonly sessionId: string;
	readonly kind: SearchedKind;
	readonly id: string;
}
