import type { FunctionCode, LegalBasis, ProcessPhase } from '../vocabulary.ts';

/** What a process step is made of; every part may be left open. */
export interface StepDetails {
	readonly phase: ProcessPhase | null;
	/** Who does it, in the order of the list of functions. */
	readonly doneBy: readonly FunctionCode[];
	readonly dataIn: string;
	readonly dataOut: string;
	readonly tool: string;
	/** How long it takes, in free words: "2 weken". */
	readonly duration: string;
	/** In the order of the list of legal bases. */
	readonly legalBases: readonly LegalBasis[];
	/** The article, or what is to be said of the basis. */
	readonly legalNote: string;
	readonly remark: string;
}

export interface ProcessStep {
	readonly id: string;
	readonly title: string;
	/** The table whose process it is a step of; null is the process that the whole room shares. */
	readonly tableId: string | null;
	readonly details: StepDetails;
}
