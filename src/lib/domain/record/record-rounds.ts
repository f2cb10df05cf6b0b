import type { EarlierVote } from '../choose/ballot.ts';
import type { Round } from '../day/round.ts';
import { type GivenResult, voteResults } from '../visibility/vote-results.ts';
import type { Worksession } from '../worksession.ts';
import { distinctMunicipalities, visibleCards } from './record-cards.ts';
import { BUDGET_CODES, type BudgetCode, ROUND_CODES, type RoundCode } from './record-codes.ts';
import { moment } from './record-moment.ts';

export interface RecordRound {
	readonly id: string;
	readonly order: number;
	readonly type: RoundCode;
	readonly prompt: string;
	readonly isClosed: boolean;
	readonly cards: number;
	/** Distinct municipalities on the cards; null where the visibility tells nothing of authors. */
	readonly municipalities: number | null;
	/** Every vote that has ended, in the order in which they were held. */
	readonly votes: readonly RecordVote[];
}

export interface RecordVote {
	readonly order: number;
	/** RFC 3339 in UTC. */
	readonly closedAt: string;
	/** Dots that each person, or each municipality, could give. */
	readonly budget: number;
	readonly budgetPer: BudgetCode;
	readonly maxPerItem: number;
	/** Item keys of what was voted on; null is everything. */
	readonly votedOn: readonly string[] | null;
	/** What got dots, by item key. */
	readonly results: readonly (GivenResult & { readonly item: string })[];
}

export function recordRound(round: Round, index: number, state: Worksession): RecordRound {
	const cards = visibleCards(round, state);
	return {
		id: round.id,
		order: index + 1,
		type: ROUND_CODES[round.kind],
		prompt: round.settings.question,
		isClosed: round.stage === 'closed',
		cards: cards.length,
		municipalities: distinctMunicipalities(cards, state)?.length ?? null,
		votes: endedVotes(round).map((vote, place) => recordVote(vote, place, state))
	};
}

/** The last vote has ended while its round is closed. One that was held once more was held, also when its time went from the plan since. */
function endedVotes({
	stage,
	settings,
	closedAt,
	votedOn,
	ballots,
	earlierVotes
}: Round): readonly EarlierVote[] {
	const isVoted = settings.minutes.voting !== null || earlierVotes.length > 0;
	const isHeld = stage === 'closed' && closedAt !== null && isVoted;
	return isHeld ? [...earlierVotes, { rules: settings, closedAt, votedOn, ballots }] : earlierVotes;
}

function recordVote(vote: EarlierVote, index: number, state: Worksession): RecordVote {
	return {
		order: index + 1,
		closedAt: moment(vote.closedAt),
		budget: vote.rules.dotBudget,
		budgetPer: BUDGET_CODES[vote.rules.budgetPer],
		maxPerItem: vote.rules.dotsPerItemMax,
		votedOn: vote.votedOn && [...vote.votedOn].sort(),
		results: Object.entries(voteResults(vote.ballots, state)).map(([item, result]) => ({
			item,
			dots: result.dots,
			municipalities: result.municipalities,
			people: result.people
		}))
	};
}
