import { allCards } from '../card/card-table.ts';
import { remembering } from '../remembering.ts';
import type { Round } from '../day/round.ts';
import type { Worksession } from '../worksession.ts';

/** How far the room is with looking back; counts only, and not one of what anybody said. */
export interface WrapUpView {
	readonly startedAt: number;
	/** The hall shows decisions and actions. */
	readonly isShowingOutcomes: boolean;
	/** Cards with a writer who may look back at them. */
	readonly cards: number;
	/** Of those, how many their writer said something of. */
	readonly readBack: number;
	/** People who said what the day was worth. */
	readonly roti: number;
}

export const wrapUpCounts = remembering(
	(
		rounds: Worksession['rounds'],
		{ startedAt, isShowingOutcomes }: NonNullable<Worksession['wrapUp']>,
		roti: Worksession['roti']
	): WrapUpView => {
		const counts = Object.values(rounds).map((round) => readBackCounts(round));
		return {
			startedAt,
			isShowingOutcomes,
			cards: counts.reduce((sum, { cards }) => sum + cards, 0),
			readBack: counts.reduce((sum, { readBack }) => sum + readBack, 0),
			roti: Object.keys(roti).length
		};
	},
	(_, wrapUp, roti) => [wrapUp, roti]
);

const readBackCounts = remembering((round: Round): Pick<WrapUpView, 'cards' | 'readBack'> => {
	const written = allCards(round.cards).filter(({ author }) => author.kind !== 'facilitator');
	return { cards: written.length, readBack: written.filter(({ readBack }) => readBack !== null).length };
});
