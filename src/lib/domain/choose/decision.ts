/** What the room decided. */
export interface DecisionFacts {
	readonly text: string;
	/** May be left open. */
	readonly reason: string;
	/** Who sees it otherwise, each in their own words. */
	readonly dissents: readonly string[];
	/** The product idea that it is about; null for anything else. */
	readonly ideaId: string | null;
}

export interface Decision extends DecisionFacts {
	readonly id: string;
	/** Epoch milliseconds of when it was first taken down. */
	readonly at: number;
	/** When it was last changed; null while it says what it said at first. */
	readonly changedAt: number | null;
}
