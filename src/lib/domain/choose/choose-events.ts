import type { ItemRef, RoundItem } from '../board/item.ts';
import type { Criterion, Interest, RatingKind } from '../vocabulary.ts';
import type { ActionFacts } from './action.ts';
import type { DotRules } from './ballot.ts';
import type { DecisionFacts } from './decision.ts';
import type { IdeaFacts } from './idea.ts';
import type { KeptAnswer, ShownRating } from './rating.ts';

/** What happened on the way to a choice. */
export type ChooseEvent =
	| {
			readonly type: 'IdeaAdded';
			readonly ideaId: string;
			readonly idea: IdeaFacts;
			readonly tableId: string | null;
			readonly from: readonly RoundItem[];
	  }
	/** Dots that were counted elsewhere, such as on paper, by item key: how many, and not whose. */
	| {
			readonly type: 'DotsCounted';
			readonly roundId: string;
			readonly dots: Readonly<Record<string, number>>;
	  }
	| { readonly type: 'IdeaChanged'; readonly ideaId: string; readonly idea: IdeaFacts }
	/** What it rests on from now on, as it was before an act on the board that was undone. */
	| {
			readonly type: 'IdeaTied';
			readonly ideaId: string;
			readonly needs: readonly RoundItem[];
			readonly from: readonly RoundItem[];
	  }
	| { readonly type: 'IdeaRemoved'; readonly ideaId: string }
	/** Null: they do not say so any more. */
	| {
			readonly type: 'InterestSaid';
			readonly ideaId: string;
			readonly municipalities: readonly string[];
			readonly interest: Interest | null;
	  }
	| {
			readonly type: 'DecisionAdded';
			readonly decisionId: string;
			readonly decision: DecisionFacts;
			readonly at: number;
	  }
	| {
			readonly type: 'DecisionChanged';
			readonly decisionId: string;
			readonly decision: DecisionFacts;
			readonly at: number;
	  }
	| { readonly type: 'DecisionRemoved'; readonly decisionId: string }
	| { readonly type: 'ActionAdded'; readonly actionId: string; readonly action: ActionFacts }
	| { readonly type: 'ActionChanged'; readonly actionId: string; readonly action: ActionFacts }
	| { readonly type: 'ActionRemoved'; readonly actionId: string }
	| {
			readonly type: 'VoteStarted';
			readonly roundId: string;
			readonly items: readonly ItemRef[] | null;
			readonly rules: DotRules;
	  }
	| {
			readonly type: 'RatingStarted';
			readonly ratingId: string;
			readonly kind: RatingKind;
			readonly ideaIds: readonly string[];
			readonly criteria: readonly Criterion[];
			readonly at: number;
	  }
	| {
			readonly type: 'RatingGiven';
			readonly ratingId: string;
			readonly participationId: string;
			/** For whom, see `rating-answers.ts`. */
			readonly voices: readonly string[];
			readonly ideaId: string;
			readonly criterion: Criterion;
			readonly answer: KeptAnswer | null;
	  }
	| { readonly type: 'RatingClosed'; readonly ratingId: string; readonly at: number }
	| { readonly type: 'RatingShown'; readonly shown: ShownRating | null }
	| {
			readonly type: 'DotPlaced';
			readonly roundId: string;
			readonly participationId: string;
			/** From which budget, see `ballots.ts`. */
			readonly purse: string;
			readonly item: ItemRef;
	  }
	| {
			readonly type: 'DotTaken';
			readonly roundId: string;
			readonly participationId: string;
			readonly purse: string;
			readonly item: ItemRef;
	  };
