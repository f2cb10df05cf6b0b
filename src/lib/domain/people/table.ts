/** A sub-group of the room, which works on one practice example. */
export interface TableFacts {
	readonly name: string;
	readonly exampleId: string | null;
}

/** A sub-group of the room, which works on one practice example. */
export interface Table extends TableFacts {
	readonly id: string;
	/** Participation of whoever leads the table (tafelleider), and sits at it. */
	readonly hostId: string | null;
}
