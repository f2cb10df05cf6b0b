import { type CriterionResult, doneCount, ratingResults } from '../choose/rating-answers.ts';
import { remembering } from '../remembering.ts';
import type { Criterion, RatingKind } from '../vocabulary.ts';
import type { Rating } from '../choose/rating.ts';
import type { Worksession } from '../worksession.ts';

/** How the room rates some product ideas; what was answered comes out when the rating is closed, and counted. */
export interface RatingView {
	readonly id: string;
	readonly kind: RatingKind;
	readonly ideaIds: readonly string[];
	readonly criteria: readonly Criterion[];
	readonly startedAt: number;
	readonly closedAt: number | null;
	/** How many could answer when it closed; null before. */
	readonly askedOf: Rating['askedOf'];
	/** People, or municipalities where these answer, that have answered everything. */
	readonly done: number;
	/** By answer key (`criterion:idea`); null while it is open. */
	readonly results: Readonly<Record<string, CriterionResult>> | null;
}

/** Ratings as everybody may know them; the record asks it too. */
export const ratingsView = remembering((ratings: Worksession['ratings']): readonly RatingView[] =>
	ratings.map((rating) => ratingView(rating))
);

const ratingView = remembering((rating: Rating): RatingView => ({
	id: rating.id,
	kind: rating.kind,
	ideaIds: rating.ideaIds,
	criteria: rating.criteria,
	startedAt: rating.startedAt,
	closedAt: rating.closedAt,
	askedOf: rating.askedOf,
	done: doneCount(rating),
	results: rating.closedAt === null ? null : ratingResults(rating)
}));
