import type { Command } from '#lib/domain/commands.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { CRITERIA, type RatingKind } from '#lib/domain/vocabulary.ts';
import type { ProductIdea } from '#lib/domain/choose/idea.ts';
import { questionRows, worthRows, type Measures } from '../rating/rating-rows.ts';

/** So many ideas are worth the seven questions. */
const SCALING_CHOSEN = 3;

/** The rating that the room fills in now. */
export function openRatingOf({ ratings }: Pick<SharedView, 'ratings'>): RatingView | undefined {
	return ratings.find(({ closedAt }) => closedAt === null);
}

/** The last closed rating that asked about this idea: what the hall shows of it. */
export function lastRatingOf(
	{ ratings }: Pick<SharedView, 'ratings'>,
	kind: RatingKind,
	ideaId: string
): RatingView | undefined {
	return ratings.findLast(
		(rating) => rating.kind === kind && rating.closedAt !== null && rating.ideaIds.includes(ideaId)
	);
}

/**
 * Which ideas a facilitator most likely wants rated: all of them on value and effort; on scaling up the three that bring most for
 * the least effort, or the first three while none was rated.
 */
export function likelyIdeas(
	kind: RatingKind,
	ideas: readonly ProductIdea[],
	worth: Measures
): readonly string[] {
	if (kind === 'worth') return ideas.map(({ id }) => id);
	return worthRows(ideas, worth)
		.map(({ idea, worth: value, effort }) => ({
			id: idea.id,
			gain: (value?.mean ?? 0) - (effort?.mean ?? 0)
		}))
		.toSorted((a, b) => b.gain - a.gain)
		.slice(0, SCALING_CHOSEN)
		.map(({ id }) => id);
}

/** Asks again what the room disagreed on about one idea; everything where it did not. */
export function askAgain(kind: RatingKind, ideaId: string, measures: Measures): Command {
	const split = questionRows(ideaId, measures).filter(({ measure }) => measure.isSplit);
	const criteria = split.map(({ criterion }) => criterion);
	const isSome = kind === 'scaling' && criteria.length > 0 && criteria.length < CRITERIA.scaling.length;
	return { type: 'StartRating', kind, ideaIds: [ideaId], criteria: isSome ? criteria : null };
}
