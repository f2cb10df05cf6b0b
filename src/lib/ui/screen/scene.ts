import { isBeforeFirstRound, roundNumber } from '#lib/domain/day/agenda.ts';
import { own } from '#lib/domain/keyed.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { WrapUpView } from '#lib/domain/visibility/wrap-up-view.ts';
import { litItem, type LitItem } from '../board/lit.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';

/** What the hall screen shows: always one thing. */
export type Scene =
	| { readonly kind: 'lobby' }
	| { readonly kind: 'break'; readonly title: string; readonly next: Coming }
	| { readonly kind: 'ended' }
	| { readonly kind: 'rating'; readonly rating: RatingView }
	| { readonly kind: 'wrap-up'; readonly wrapUp: WrapUpView }
	| { readonly kind: Exclude<Stage, 'closed'>; readonly round: RoundView; readonly number: number }
	| {
			readonly kind: 'spotlight';
			readonly round: RoundView;
			readonly number: number;
			readonly lit: LitItem;
	  }
	| { readonly kind: 'result'; readonly round: RoundView; readonly number: number };

/** `number` counts the rounds of the day from 1, without the breaks. */
export function sceneOf(shared: SharedView): Scene {
	if (shared.doors === 'closed') return { kind: 'ended' };
	if (shared.wrapUp) return { kind: 'wrap-up', wrapUp: shared.wrapUp };
	const rating = shared.ratings.find(({ id }) => id === shared.shownRating?.ratingId);
	if (rating) return { kind: 'rating', rating };
	const item = shared.agenda.find(({ id }) => id === shared.currentItemId);
	if (!item || shared.doors === 'prepared') return { kind: 'lobby' };
	if (item.kind === 'break') {
		if (isBeforeFirstRound(shared)) return { kind: 'lobby' };
		return { kind: 'break', title: item.title, next: comingAfter(shared, item.id) };
	}
	const round = own(shared.rounds, item.id);
	if (!round) return { kind: 'lobby' };
	const number = roundNumber(shared.agenda, item.id);
	const lit = litItem(shared);
	if (lit) return { kind: 'spotlight', round, number, lit };
	return { kind: round.stage === 'closed' ? 'result' : round.stage, round, number };
}

/** What comes after this item of the day; null after the last. */
export type Coming =
	| { readonly kind: 'break'; readonly title: string }
	| { readonly kind: 'round'; readonly round: RoundView; readonly number: number }
	| null;

function comingAfter({ agenda, rounds }: Pick<SharedView, 'agenda' | 'rounds'>, itemId: string): Coming {
	const item = agenda[agenda.findIndex(({ id }) => id === itemId) + 1];
	if (!item) return null;
	if (item.kind === 'break') return { kind: 'break', title: item.title };
	const round = own(rounds, item.id);
	return round ? { kind: 'round', round, number: roundNumber(agenda, item.id) } : null;
}
