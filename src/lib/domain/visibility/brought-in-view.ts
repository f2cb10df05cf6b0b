import { answerKey, type CriterionResult } from '../choose/rating-answers.ts';
import type { Round } from '../day/round.ts';
import { own } from '../keyed.ts';
import type { RecordTotals } from '../record/brought-in.ts';
import { keyOf, momentOf } from '../record/read-codes.ts';
import { BUDGET_CODES } from '../record/record-codes.ts';
import { RATING_CODES, type RecordRating, type RecordRatingResult } from '../record/record-ratings.ts';
import type { RecordVote } from '../record/record-rounds.ts';
import { remembering } from '../remembering.ts';
import { BUDGETS_PER, RATING_KINDS } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';
import type { RatingView } from './rating-view.ts';
import type { EarlierVoteView, VotesView } from './round-view.ts';

/** What the room sees of a worksession that came as its record, out of the totals that came along. */

/** Ratings as its room saw them when they closed; the file tells no moment at which one began. */
export const ratingsBroughtIn = remembering(({ ratings }: RecordTotals): readonly RatingView[] =>
	ratings.map((rating) => ratingBroughtIn(rating))
);

function ratingBroughtIn({ id, type, closedAt, people, municipalities, results }: RecordRating): RatingView {
	const answers = results.map(
		(result) => [answerKey(result.idea, result.criterion), answersTo(result)] as const
	);
	return {
		id,
		kind: keyOf(RATING_CODES, RATING_KINDS, type),
		ideaIds: [...new Set(results.map(({ idea }) => idea))],
		criteria: [...new Set(results.map(({ criterion }) => criterion))],
		startedAt: momentOf(closedAt),
		closedAt: momentOf(closedAt),
		askedOf: { people, municipalities },
		// More than answered the question that fewest answered did not answer everything.
		done: Math.min(...answers.map(([, { counts }]) => counts.reduce((sum, count) => sum + count, 0))),
		results: Object.fromEntries(answers)
	};
}

function answersTo({ scores, reasons }: RecordRatingResult): CriterionResult {
	return {
		counts: scores.map(({ count }) => count),
		others: scores.map(({ others }) => others),
		reasons
	};
}

/** The votes of a round that came along; null for a day that was held here. The last one is of the round as it closed. */
export function votesBroughtIn(
	round: Round,
	{ broughtIn }: Pick<Worksession, 'broughtIn'>
): VotesView | null {
	const votes = broughtIn && (own(broughtIn.totals.votes, round.id) ?? []);
	if (!votes) return null;
	const last = round.stage === 'closed' ? votes.at(-1) : undefined;
	const earlier = last ? votes.slice(0, -1) : votes;
	return { votedOn: last?.votedOn ?? null, earlierVotes: earlier.map((vote) => earlierVote(vote)) };
}

function earlierVote({
	closedAt,
	budget: dotBudget,
	budgetPer,
	maxPerItem: dotsPerItemMax,
	votedOn,
	results
}: RecordVote): EarlierVoteView {
	return {
		rules: { dotBudget, budgetPer: keyOf(BUDGET_CODES, BUDGETS_PER, budgetPer), dotsPerItemMax },
		closedAt: momentOf(closedAt),
		votedOn,
		results: Object.fromEntries(
			results.map(({ item, dots, municipalities, people }) => [item, { dots, municipalities, people }])
		)
	};
}
