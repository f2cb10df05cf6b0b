import type { Criterion, RatingKind } from '../vocabulary.ts';

/** What somebody answers about an idea; scores as in the vocabulary. */
export interface RatingAnswer {
	readonly score: number;
	/** One sentence; may be empty. */
	readonly reason: string;
}

/** An answer as it is kept: its reason can be pointed at, without telling whose it is. */
export interface KeptAnswer extends RatingAnswer {
	/** Empty where there is no reason. */
	readonly reasonId: string;
}

/** Which question about which idea of a rating is answered, and how. */
export interface GivenAnswer {
	readonly ratingId: string;
	readonly ideaId: string;
	readonly criterion: Criterion;
	/** Null takes the answer back. */
	readonly answer: RatingAnswer | null;
}

/** The results that the room looks at: of all ideas of a rating, or of one. */
export interface ShownRating {
	readonly ratingId: string;
	readonly ideaId: string | null;
}

/** Answers by answer key (`criterion:idea`). */
export type AnswerSheet = Readonly<Record<string, KeptAnswer>>;

/** Who gave which answers for whom: participation id → voice (see `rating-answers.ts`) → answers. */
export type AnswerSheets = Readonly<Record<string, Readonly<Record<string, AnswerSheet>>>>;

/** How the room rates some product ideas, once. */
export interface Rating {
	readonly id: string;
	readonly kind: RatingKind;
	readonly ideaIds: readonly string[];
	readonly criteria: readonly Criterion[];
	readonly startedAt: number;
	/** Null while the room rates. */
	readonly closedAt: number | null;
	/** How many could answer when it closed; null before. */
	readonly askedOf: { readonly people: number; readonly municipalities: number } | null;
	readonly sheets: AnswerSheets;
}
