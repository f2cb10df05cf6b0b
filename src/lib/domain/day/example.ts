export interface ExampleFacts {
	readonly name: string;
	readonly summary: string;
	readonly municipalities: readonly string[];
	/** The programme's dossier that it was brought in from; left out for one that was made here. */
	readonly dossierId?: string;
}

export interface PracticeExample extends ExampleFacts {
	readonly id: string;
}
