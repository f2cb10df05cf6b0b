import type { KeptAnswer } from '../choose/rating.ts';
import { answerKey, type CriterionResult } from '../choose/rating-answers.ts';
import { isSplit, meanOf, middleHalf, type MiddleHalf } from '../choose/rating-sums.ts';
import { moment } from './record-moment.ts';
import { ratingsView, type RatingView } from '../visibility/rating-view.ts';
import { SCORES, type Criterion, type RatingKind } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

/** The ratings of product ideas in the record, one by one: what was rated again keeps what was said before. */

export const RATING_CODES = {
	worth: 'waarde-en-moeite',
	scaling: 'opschaling'
} as const satisfies Record<RatingKind, string>;

export interface RecordRating {
	readonly id: string;
	readonly order: number;
	readonly type: (typeof RATING_CODES)[RatingKind];
	/** RFC 3339 in UTC. */
	readonly closedAt: string;
	/** How many could answer when it closed: the whole of "9 van 12". */
	readonly people: number;
	readonly municipalities: number;
	readonly results: readonly RecordRatingResult[];
}

/** What was answered to one question about one idea: by people on value and effort, by municipalities on scaling up. */
export interface RecordRatingResult {
	readonly idea: string;
	readonly criterion: Criterion;
	/** From the lowest score up; `others` come for no municipality where municipalities answer. */
	readonly scores: readonly { readonly score: number; readonly count: number; readonly others: number }[];
	/** To one decimal; null where nobody answered. */
	readonly mean: number | null;
	readonly middleHalf: MiddleHalf | null;
	/** The answers lie far apart. */
	readonly isSplit: boolean;
	/** Without who gave them. */
	readonly reasons: readonly KeptAnswer[];
}

/** Those that are closed and that somebody answered, oldest first. */
export function recordRatings(state: Worksession): readonly RecordRating[] {
	return ratingsView(state.ratings)
		.flatMap((rating) => recordRating(rating) ?? [])
		.map((rating, index) => ({ ...rating, order: index + 1 }));
}

function recordRating({
	id,
	kind,
	ideaIds,
	criteria,
	closedAt,
	askedOf,
	results
}: RatingView): RecordRating | null {
	if (closedAt === null || !askedOf || !results) return null;
	const answered = ideaIds.flatMap((idea) =>
		criteria.flatMap((criterion) => {
			const result = results[answerKey(idea, criterion)];
			return result ? [recordResult(idea, criterion, kind, result)] : [];
		})
	);
	const isAnswered = answered.some(({ scores }) => scores.some(({ count, others }) => count + others > 0));
	if (!isAnswered) return null;
	const { people, municipalities } = askedOf;
	const head = { id, order: 0, type: RATING_CODES[kind], closedAt: moment(closedAt) };
	return { ...head, people, municipalities, results: answered };
}

function recordResult(
	idea: string,
	criterion: Criterion,
	kind: RatingKind,
	{ counts, others, reasons }: CriterionResult
): RecordRatingResult {
	const { lowest } = SCORES[kind];
	const distribution = { counts, lowest };
	return {
		idea,
		criterion,
		scores: counts.map((count, index) => ({ score: lowest + index, count, others: others[index] ?? 0 })),
		mean: meanOf(distribution),
		middleHalf: middleHalf(distribution),
		isSplit: isSplit(distribution),
		reasons: reasons.map(({ score, reason, reasonId }) => ({ score, reason, reasonId }))
	};
}
