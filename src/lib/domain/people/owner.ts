/** Whose something is to do. */
export interface OwnerFacts {
	/** When they take part; else null. */
	readonly ownerId: string | null;
	/** In words, when they do not take part; may be left open. */
	readonly ownerName: string;
}
