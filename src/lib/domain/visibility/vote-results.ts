import { municipalitiesOf } from '../choose/ballots.ts';
import { mapValues, own, sortedByKey } from '../keyed.ts';
import type { Ballots } from '../choose/ballot.ts';
import type { Round } from '../day/round.ts';
import { dotsBroughtIn } from '../record/brought-in.ts';
import type { Worksession } from '../worksession.ts';

export interface ItemResult {
	readonly dots: number;
	/** Distinct municipalities for which these dots were given; null where they were counted elsewhere. */
	readonly municipalities: number | null;
	/** People who gave at least one of them; null likewise. */
	readonly people: number | null;
}

/** Of dots that were given here, so that it is known who gave them. */
export interface GivenResult extends ItemResult {
	readonly municipalities: number;
	readonly people: number;
}

/** What the last vote of a round came to; null while that may not be known. */
export function closedResults(round: Round, state: Worksession): Readonly<Record<string, ItemResult>> | null {
	if (round.stage !== 'closed') return null;
	return dotsBroughtIn(state, round.id) ?? countedResults(round) ?? voteResults(round.ballots, state);
}

function countedResults({ countedDots }: Round): Readonly<Record<string, ItemResult>> | null {
	if (countedDots === null) return null;
	return mapValues(sortedByKey(countedDots), (dots) => ({ dots, municipalities: null, people: null }));
}

/** Totals per item. Called for votes that are closed only; `record.ts` uses it for the same reason. */
export function voteResults(ballots: Ballots, state: Worksession): Readonly<Record<string, GivenResult>> {
	const totals: Record<string, { dots: number; people: Set<string>; codes: Set<string> }> = {};
	for (const [participationId, given] of Object.entries(ballots)) {
		const giver = own(state.participations, participationId) ?? own(state.removed, participationId);
		for (const [purse, ballot] of Object.entries(given))
			for (const [key, dots] of Object.entries(ballot)) {
				const total = (totals[key] ??= { dots: 0, people: new Set(), codes: new Set() });
				total.dots += dots;
				total.people.add(participationId);
				for (const code of municipalitiesOf(purse, giver)) total.codes.add(code);
			}
	}
	return mapValues(sortedByKey(totals), (total) => ({
		dots: total.dots,
		municipalities: total.codes.size,
		people: total.people.size
	}));
}
