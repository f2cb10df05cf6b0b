import type { ReadBackVerdict, TextKind } from '../vocabulary.ts';

/** What people typed beside cards, of which the text can be taken away. */
export interface TextRef {
	readonly kind: TextKind;
	readonly id: string;
}

/** What a writer says of a card of theirs. */
export interface ReadBackAnswer {
	readonly verdict: ReadBackVerdict;
	/** What it should say; empty but where it is corrected. */
	readonly text: string;
}

/** A card that the facilitator puts in before the round is shared. */
export interface PutInCard {
	readonly text: string;
	readonly municipalities: readonly string[];
}

/**
 * Who wrote a card. `unknown` is a card of a fully anonymous session: the server keeps only a proof, from which nobody can be
 * found, and by which the writer's own browser can still edit it. `facilitator` is a card that was put in beforehand,
 * `record` one that came with a record, which knows where it came from and not who wrote it.
 */
export type Author =
	| { readonly kind: 'participation'; readonly participationId: string }
	| { readonly kind: 'unknown'; readonly proof: string }
	| { readonly kind: 'facilitator' }
	| { readonly kind: 'record' };

export interface Card {
	readonly id: string;
	/** The client's id of the command that posted it; never leaves the server but to its writer. */
	readonly draftId: string;
	readonly text: string;
	readonly author: Author;
	/** Copied from the participation when the card was posted; empty in a fully anonymous session. */
	readonly municipalities: readonly string[];
	/** Whom its writer comes from when that is no municipality; else empty. Copied like the municipalities. */
	readonly organisation: string;
	/** Its writer asked that nothing is told of where it comes from, whatever the visibility of authors allows. */
	readonly isWithoutOrigin: boolean;
	/** The table at which it was written; null for the whole room. */
	readonly tableId: string | null;
	readonly at: number;
	readonly editedAt: number | null;
	/** Once the room has seen a card it stays seen, also when the round steps back to writing. */
	readonly isShared: boolean;
	/** Whoever leads the day keeps its text from the room for now. */
	readonly isHidden: boolean;
	/** Arrived after its round was shared (nagekomen). */
	readonly isLate: boolean;
	/** Written by the facilitator for its author, who has no device. */
	readonly isWrittenFor: boolean;
	readonly stepId: string | null;
	/** Where it lay when that step was removed while the room did not see the card: undoing that finds it. */
	readonly formerStepId: string | null;
	readonly clusterId: string | null;
	/** Null while its text stands. */
	readonly redaction: Redaction | null;
	/** What its writer said of it at the end of the day; null while nothing. */
	readonly readBack: ReadBackAnswer | null;
}

/** That a text was taken away for good, and why. */
export interface Redaction {
	readonly by: 'facilitator' | 'writer' | 'municipality';
	/** In their own words; the writer may leave it empty. */
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
}
