import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { ProductIdea } from '#lib/domain/choose/idea.ts';
import {
	measuresOf,
	questionRows,
	worthRows,
	type QuestionRow,
	type WorthRow
} from '../rating/rating-rows.ts';
import { pagesOf } from './pages.ts';

/** What the hall shows of a closed rating at once: some ideas with their figures, or some questions about one idea. */
export type RatingPage =
	| { readonly kind: 'worth'; readonly rows: readonly WorthRow[] }
	| { readonly kind: 'scaling'; readonly idea: ProductIdea; readonly rows: readonly QuestionRow[] };

/** Of one idea where one is chosen; `size` is how many rows fit. */
export function ratingPages(
	{ ideas }: Pick<SharedView, 'ideas'>,
	rating: RatingView,
	chosen: string | null,
	size: number
): readonly RatingPage[] {
	const measures = measuresOf([rating], rating.kind);
	const rated = ideas.filter(({ id }) => rating.ideaIds.includes(id));
	if (rating.kind === 'worth')
		return pagesOf(worthRows(rated, measures), size).map((rows) => ({ kind: 'worth', rows }));
	return rated
		.filter(({ id }) => chosen === null || id === chosen)
		.flatMap((idea) =>
			pagesOf(questionRows(idea.id, measures), size).map((rows) => ({ kind: 'scaling' as const, idea, rows }))
		);
}
