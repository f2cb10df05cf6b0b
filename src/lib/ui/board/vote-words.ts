import type { DotRules } from '#lib/domain/choose/ballot.ts';
import type { Attendance } from '#lib/domain/visibility/attendance.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { m } from '#lib/i18n/words.ts';

/** "5 stippen per persoon, hoogstens 3 op één kaart of stapel". */
export function rulesText({ dotBudget, budgetPer, dotsPerItemMax }: DotRules): string {
	const inputs = { dots: m.common_dots({ count: dotBudget }), max: dotsPerItemMax };
	return budgetPer === 'person' ? m.common_vote_per_person(inputs) : m.common_vote_per_municipality(inputs);
}

/** "over 3 kaarten en stapels", or "over alles". */
export function votedOnText(votedOn: RoundView['votedOn']): string {
	return votedOn === null ? m.common_vote_on_all() : m.common_vote_on({ count: votedOn.length });
}

/** That this is no first vote, and what it is on; empty in a first one. */
export function againText({ earlierVotes, votedOn }: Pick<RoundView, 'earlierVotes' | 'votedOn'>): string {
	return earlierVotes.length === 0 ? '' : m.common_vote_again({ items: votedOnText(votedOn) });
}

/** Which vote of its round this is, and what it is on; empty in a first one. */
export function voteText({ earlierVotes, votedOn }: Pick<RoundView, 'earlierVotes' | 'votedOn'>): string {
	if (earlierVotes.length === 0) return '';
	return `${m.common_vote_number({ number: earlierVotes.length + 1 })}, ${votedOnText(votedOn)}`;
}

/** Of whom all dots are placed, and of how many. Municipalities where budgets are theirs; else people. */
export function budgetCounts(
	{ settings, votersDone }: Pick<RoundView, 'settings' | 'votersDone'>,
	{ people, municipalities }: Pick<Attendance, 'people' | 'municipalities'>
): { readonly done: number; readonly count: number; readonly isOfMunicipalities: boolean } {
	const isOfMunicipalities = settings.budgetPer === 'municipality';
	const count = isOfMunicipalities ? Object.keys(municipalities).length : people;
	return { done: votersDone, count, isOfMunicipalities };
}
