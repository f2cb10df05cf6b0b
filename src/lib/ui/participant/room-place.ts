import { isBeforeFirstRound } from '#lib/domain/day/agenda.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';

export interface NumberedRound {
	readonly round: RoundView;
	/** Place among the rounds of the day, from 1. */
	readonly number: number;
}

/** Where the group is now. */
export type Place =
	| { readonly kind: 'lobby' }
	| { readonly kind: 'break'; readonly item: Extract<AgendaItem, { kind: 'break' }> }
	| { readonly kind: 'rating'; readonly rating: RatingView }
	| { readonly kind: 'wrap-up' }
	| ({ readonly kind: 'round' } & NumberedRound)
	| { readonly kind: 'closed' };

type Day = Pick<SharedView, 'agenda' | 'rounds'>;

/** The rounds in the order of the day. */
export function numberedRounds(shared: Day): readonly NumberedRound[] {
	return shared.agenda
		.flatMap((item) => (item.kind === 'round' ? (shared.rounds[item.id] ?? []) : []))
		.map((round, index) => ({ round, number: index + 1 }));
}

export function placeOf(
	shared: Day & Pick<SharedView, 'doors' | 'currentItemId' | 'ratings' | 'shownRating' | 'wrapUp'>
): Place {
	if (shared.doors === 'closed') return { kind: 'closed' };
	if (shared.wrapUp) return { kind: 'wrap-up' };
	const rating = shared.ratings.find(({ id }) => id === shared.shownRating?.ratingId);
	if (rating) return { kind: 'rating', rating };
	const item = shared.agenda.find((candidate) => candidate.id === shared.currentItemId);
	if (!item || shared.doors === 'prepared') return { kind: 'lobby' };
	if (item.kind === 'break') return isBeforeFirstRound(shared) ? { kind: 'lobby' } : { kind: 'break', item };
	const numbered = numberedRounds(shared).find(({ round }) => round.id === item.id);
	return numbered ? { kind: 'round', ...numbered } : { kind: 'lobby' };
}

/** What comes after the present item: the next round, and a break if that comes first. */
export function whatComes(shared: Day & Pick<SharedView, 'currentItemId'>): {
	readonly pause: Extract<AgendaItem, { kind: 'break' }> | null;
	readonly next: NumberedRound | null;
} {
	const at = shared.agenda.findIndex((item) => item.id === shared.currentItemId);
	const rest = shared.agenda.slice(at + 1);
	const nextRound = rest.find((item) => item.kind === 'round');
	const first = rest[0];
	return {
		pause: first?.kind === 'break' ? first : null,
		next: numberedRounds(shared).find(({ round }) => round.id === nextRound?.id) ?? null
	};
}
