import {
	RATING_CODES,
	type RecordRating,
	type RecordRatingResult
} from '#lib/domain/record/record-ratings.ts';
import type { RatingKind } from '#lib/domain/vocabulary.ts';
import { formatDecimal, m } from '#lib/i18n/words.ts';

/** How the room rated product ideas, in words. */

export function ratingKind({ type }: RecordRating): RatingKind {
	return type === RATING_CODES.worth ? 'worth' : 'scaling';
}

/** Each idea that was rated once, in the order in which they were. */
export function ratedIdeas({ results }: RecordRating): readonly string[] {
	return [...new Set(results.map(({ idea }) => idea))];
}

/** What was said: "gemiddeld 4,7, middelste helft 4,5 tot 5,0", or how many said yes, partly and no. */
export function ratingTold(rating: RecordRating, result: RecordRatingResult): string {
	const told = ratingKind(rating) === 'worth' ? meanText(result) : answersText(result);
	return result.isSplit ? `${told}, ${m.record_rating_split()}` : told;
}

/** Of how many, with the whole: "9 van 12 mensen". */
export function ratingCounted(rating: RecordRating, { scores }: RecordRatingResult): string {
	const count = scores.reduce((sum, score) => sum + score.count, 0);
	return ratingKind(rating) === 'worth'
		? m.record_rating_answers({ count, total: rating.people })
		: m.record_rating_answers_municipalities({ count, total: rating.municipalities });
}

function meanText({ mean, middleHalf }: RecordRatingResult): string {
	if (mean === null || middleHalf === null) return m.common_rating_none_given();
	const { from, to } = middleHalf;
	return [
		m.record_rating_mean({ mean: formatDecimal(mean) }),
		m.record_rating_middle({ from: formatDecimal(from), to: formatDecimal(to) })
	].join(', ');
}

function answersText({ scores }: RecordRatingResult): string {
	const [no, partly, yes] = scores;
	const main = m.record_rating_yes_partly_no({
		yes: yes?.count ?? 0,
		partly: partly?.count ?? 0,
		no: no?.count ?? 0
	});
	const others = scores.reduce((sum, score) => sum + score.others, 0);
	if (others === 0) return main;
	return `${main}. ${m.common_rating_others({ yes: yes?.others ?? 0, partly: partly?.others ?? 0, no: no?.others ?? 0 })}`;
}
