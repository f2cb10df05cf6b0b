import { dotsOn, OWN_PURSE, pursesOf, sumOf } from './ballots.ts';
import { own } from '../keyed.ts';
import type { OwnView } from '../visibility/own-view.ts';
import type { RoundView } from '../visibility/round-view.ts';
import type { Ballot } from './ballot.ts';

/** What somebody may give in a round, over all purses that they have. */
export interface OwnBudget {
	readonly dots: number;
	/** By this person and those who share the budget. */
	readonly placed: number;
	readonly left: number;
	readonly itemMax: number;
	/** With whom: the people of the same municipalities, of the same organisation, or nobody. */
	readonly sharedBy: 'municipalities' | 'organisation' | 'nobody';
	/** What others placed from it, by item key. */
	readonly others: Ballot;
}

export function ownBudget({ id, settings }: Pick<RoundView, 'id' | 'settings'>, view: OwnView): OwnBudget {
	const purses = pursesOf(settings, view);
	const others = sumOf(Object.values(own(view.purses, id) ?? {}).map((purse) => purse.others));
	const placed = dotsOn(own(view.dots, id) ?? {}) + dotsOn(others);
	const dots = purses.length * settings.dotBudget;
	const isShared = !purses.includes(OWN_PURSE);
	const sharers = view.municipalities.length > 0 ? 'municipalities' : 'organisation';
	return {
		dots,
		placed,
		left: Math.max(0, dots - placed),
		itemMax: purses.length * settings.dotsPerItemMax,
		sharedBy: isShared ? sharers : 'nobody',
		others
	};
}
