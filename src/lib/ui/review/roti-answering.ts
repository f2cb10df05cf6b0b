/** What the day was worth to somebody, as they are saying it. */
export interface RotiAnswering {
	/** Null while nothing is chosen. */
	score: number | null;
	reason: string;
	readonly isGiven: boolean;
	/** Whether what is chosen and typed is something else than what was given. */
	readonly isChanged: boolean;
	readonly isSaved: boolean;
	/** With the reason that was typed, where one is taken. */
	give(takesReason: boolean): void;
	takeBack(): void;
}
