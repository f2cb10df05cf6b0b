import type { BudgetPer } from '../vocabulary.ts';

/** How a vote goes. */
export interface DotRules {
	/** Dots that each person, or the people of each municipality together, may place. */
	readonly dotBudget: number;
	readonly budgetPer: BudgetPer;
	/** Of one budget, on one item. */
	readonly dotsPerItemMax: number;
}

/** Dots: item key (`card:id` or `cluster:id`) → number of dots. */
export type Ballot = Readonly<Record<string, number>>;

/** Who gave which dots from which budget: participation id → purse (see `ballots.ts`) → dots. */
export type Ballots = Readonly<Record<string, Readonly<Record<string, Ballot>>>>;

/** A vote after which the round voted again. Nothing is added to it any more. */
export interface EarlierVote {
	readonly rules: DotRules;
	readonly closedAt: number;
	readonly votedOn: readonly string[] | null;
	readonly ballots: Ballots;
}
