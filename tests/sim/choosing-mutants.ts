import { ratingResults } from '#lib/domain/choose/rating-answers.ts';
import type { FreshView } from '#lib/protocol/messages.ts';
import type { Room } from '#lib/server/room.ts';
import { FACILITATOR, answering, as, onState, withCards, withoutDevices } from './decided-otherwise.ts';
import type { Mutant } from './mutants.ts';

/** Bugs in what choosing brought: ratings, the parking lot, what stands in the light. */
export const CHOOSING_MUTANTS: readonly Mutant[] = [
	{ name: 'shows what was answered before a rating is closed', view: withAnswers },
	{ name: 'lets everybody start and close ratings', decide: as(FACILITATOR, 'StartRating', 'CloseRating') },
	{ name: 'lets everybody show what a rating gave', decide: as(FACILITATOR, 'ShowRating') },
	{ name: 'rates for somebody who has a device', decide: onState('GiveRatingFor', withoutDevices) },
	{
		name: 'takes an answer as that of somebody else',
		decide: (state, command, context) => {
			const [other] = Object.keys(state.participations);
			const change = answering('GiveRating', (events) =>
				events.map((event) =>
					event.type === 'RatingGiven' && other !== undefined ? { ...event, participationId: other } : event
				)
			);
			return change(state, command, context);
		}
	},
	{
		name: 'parks cards that the room has not seen',
		decide: onState('Park', (state) => withCards(state, (card) => ({ ...card, isShared: true })), FACILITATOR)
	},
	{ name: 'lets everybody park', decide: as(FACILITATOR, 'Park') },
	{ name: 'lets everybody hide cards', decide: as(FACILITATOR, 'SetHidden') },
	{ name: 'lets everybody speak to the room', decide: as(FACILITATOR, 'SendMessage', 'SetSpotlight') },
	{ name: 'lets everybody change what was agreed', decide: as(FACILITATOR, 'ChangeDecision', 'ChangeAction') }
];

function withAnswers(view: FreshView, { world }: Room): FreshView {
	const ratings = view.shared.ratings.map((rating, index) => {
		const known = world.state.ratings[index];
		return known ? { ...rating, results: ratingResults(known) } : rating;
	});
	return { ...view, shared: { ...view.shared, ratings } };
}
