import type { Cluster, ItemCodes } from '../board/item.ts';
import type { CardTable } from '../card/card-table.ts';
import type { Ballots, DotRules, EarlierVote } from '../choose/ballot.ts';
import type { RoundKind, Stage, WorkingStage } from '../vocabulary.ts';

/** Minutes per stage; null means that the round leaves the stage out. */
export type StageMinutes = Readonly<Record<WorkingStage, number | null>>;

export interface RoundSettings extends DotRules {
	readonly question: string;
	readonly helpText: string;
	/** For the facilitator's eyes only. */
	readonly note: string;
	readonly minutes: StageMinutes;
	/** Cards then belong to the table of their writer; else to the whole room. Means nothing while there are no tables. */
	readonly isAtTables: boolean;
}

export interface RoundPlan {
	readonly id: string;
	readonly kind: RoundKind;
	readonly settings: RoundSettings;
}

export interface Round extends RoundPlan {
	readonly stage: Stage;
	/** When the round was last closed; null while it is not. */
	readonly closedAt: number | null;
	/** All cards, hidden ones too. */
	readonly cardCount: number;
	/** Cards per participation, as far as their author is known and may be told. */
	readonly cardCounts: Readonly<Record<string, number>>;
	readonly cards: CardTable;
	readonly clusters: Readonly<Record<string, Cluster>>;
	/** What was classified, by item key. */
	readonly codes: Readonly<Record<string, ItemCodes>>;
	/** Keys of the items that may get dots in this vote; null is all of them. */
	readonly votedOn: readonly string[] | null;
	readonly ballots: Ballots;
	/** Dots that were counted elsewhere, by item key, instead of ballots; null where they are given here. */
	readonly countedDots: Readonly<Record<string, number>> | null;
	/** Oldest first. */
	readonly earlierVotes: readonly EarlierVote[];
	/** Who said to be ready in the present stage. */
	readonly ready: Readonly<Record<string, true>>;
}
