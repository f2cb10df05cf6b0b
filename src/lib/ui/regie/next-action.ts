import { neighbour } from '#lib/domain/day/agenda.ts';
import type { Command } from '#lib/domain/commands.ts';
import { itemsToCome } from '#lib/domain/day/day-time.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import type { AgendaItem } from '#lib/domain/day/agenda-item.ts';
import type { Presence } from '#lib/protocol/messages.ts';
import { boardItems } from '../board/board-columns.ts';
import { budgetCounts } from '../board/vote-words.ts';
import { progressText } from '../rating/rating-progress.ts';
import { openRatingOf } from './rating-acts.ts';

/** The one thing to do next. */
export type NextAction =
	| { readonly kind: 'open-doors' }
	| { readonly kind: 'start-item'; readonly item: AgendaItem; readonly round: RoundView | null }
	| { readonly kind: 'move-stage'; readonly round: RoundView; readonly stage: Stage }
	| { readonly kind: 'close-rating'; readonly rating: RatingView }
	| { readonly kind: 'close-worksession' }
	| { readonly kind: 'read-record' };

export function nextAction(shared: SharedView): NextAction {
	if (shared.doors === 'prepared') return { kind: 'open-doors' };
	if (shared.doors === 'closed') return { kind: 'read-record' };
	const rating = openRatingOf(shared);
	if (rating) return { kind: 'close-rating', rating };
	const round = currentRound(shared);
	const stage = round && neighbourStage(round, 1);
	if (round && stage) return { kind: 'move-stage', round, stage };
	const [item] = itemsToCome(shared);
	if (!item) return { kind: 'close-worksession' };
	return { kind: 'start-item', item, round: shared.rounds[item.id] ?? null };
}

/** The stage before this one, while there is one to go back to. */
export function stageBefore(shared: SharedView): Stage | null {
	const round = currentRound(shared);
	return round && shared.doors === 'open' ? neighbourStage(round, -1) : null;
}

export function currentRound(shared: SharedView): RoundView | null {
	return shared.currentItemId === null ? null : (shared.rounds[shared.currentItemId] ?? null);
}

/** Null for what asks first (closing the day) and for what is no act at all. */
export function commandOf(action: NextAction): Command | null {
	switch (action.kind) {
		case 'open-doors':
			return { type: 'OpenDoors' };
		case 'start-item':
			return { type: 'StartItem', itemId: action.item.id };
		case 'move-stage':
			return { type: 'MoveStage', roundId: action.round.id, stage: action.stage };
		case 'close-rating':
			return { type: 'CloseRating', ratingId: action.rating.id };
		case 'close-worksession':
		case 'read-record':
			return null;
	}
}

/** What is still open before the next action. Advice, never a lock. */
export type OpenPoint =
	| { readonly kind: 'people'; readonly count: number }
	| { readonly kind: 'writing'; readonly count: number }
	| { readonly kind: 'without-card'; readonly count: number }
	| { readonly kind: 'cards'; readonly count: number }
	| { readonly kind: 'no-steps' }
	| { readonly kind: 'raters'; readonly text: string }
	| { readonly kind: 'unplaced'; readonly count: number }
	| { readonly kind: 'unlinked'; readonly count: number }
	| ({ readonly kind: 'voters' } & ReturnType<typeof budgetCounts>);

export function openPoint(
	shared: SharedView,
	presence: Presence,
	attendance: Pick<Attendance, 'people' | 'municipalities'>
): OpenPoint | null {
	if (shared.doors === 'closed') return null;
	const rating = openRatingOf(shared);
	if (rating) return { kind: 'raters', text: progressText(rating, attendance) };
	const round = currentRound(shared);
	if (!round) return shared.currentItemId === null ? { kind: 'people', count: attendance.people } : null;
	switch (round.stage) {
		case 'writing':
			return writingPoint(shared, presence);
		case 'sharing':
			return { kind: 'cards', count: round.cardCount };
		case 'arranging':
			return arrangingPoint(shared, round);
		case 'voting':
			return { kind: 'voters', ...budgetCounts(round, attendance) };
		case 'waiting':
		case 'closed':
			return null;
	}
}

function writingPoint(shared: SharedView, presence: Presence): OpenPoint | null {
	if (presence.writing > 0) return { kind: 'writing', count: presence.writing };
	const count = peopleWithoutCard(shared);
	return count ? { kind: 'without-card', count } : null;
}

/** How many people have no card in this round; null where cards are not counted per person. */
export function peopleWithoutCard(shared: SharedView): number | null {
	const people = Object.values(shared.facilitator?.participations ?? {}).filter(
		(person) => person.role !== 'observer'
	);
	if (people.some((person) => person.cardsInRound === null)) return null;
	return people.filter((person) => person.cardsInRound === 0).length;
}

function arrangingPoint(shared: SharedView, round: RoundView): OpenPoint | null {
	const items = boardItems(round);
	if (items.length === 0) return null;
	if (shared.steps.length === 0) return { kind: 'no-steps' };
	const steps = new Set(shared.steps.map((step) => step.id));
	const unplaced = items.filter((item) => item.stepId === null || !steps.has(item.stepId));
	if (unplaced.length > 0) return { kind: 'unplaced', count: unplaced.flatMap((item) => item.cards).length };
	if (round.kind !== 'needs') return null;
	const linked = new Set(Object.values(shared.links).map((link) => itemKey(link.need)));
	const unlinked = items.filter((item) => !linked.has(item.key)).length;
	return unlinked > 0 ? { kind: 'unlinked', count: unlinked } : null;
}

/** `neighbour` asks for whole settings; the note says nothing about stages. */
function neighbourStage(round: RoundView, direction: 1 | -1): Stage | null {
	return neighbour({ stage: round.stage, settings: { ...round.settings, note: '' } }, direction);
}
