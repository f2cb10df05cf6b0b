import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import { m } from '#lib/i18n/words.ts';

/** How many have answered everything, of how many who can: people, or municipalities where these answer. */
export function ratingCounts(
	{ kind, done }: Pick<RatingView, 'kind' | 'done'>,
	{ people, municipalities }: Pick<Attendance, 'people' | 'municipalities'>
): { readonly done: number; readonly count: number } {
	return { done, count: kind === 'worth' ? people : Object.keys(municipalities).length };
}

export function progressText(
	rating: Pick<RatingView, 'kind' | 'done'>,
	attendance: Pick<Attendance, 'people' | 'municipalities'>
): string {
	const counts = ratingCounts(rating, attendance);
	return rating.kind === 'worth'
		? m.common_rating_done_people(counts)
		: m.common_rating_done_municipalities(counts);
}
