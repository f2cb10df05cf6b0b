import type { ItemRef, RoundItem } from '../board/item.ts';
import type { Criterion, Interest, RatingKind } from '../vocabulary.ts';
import type { ActionFacts } from './action.ts';
import type { DotRules } from './ballot.ts';
import type { DecisionFacts } from './decision.ts';
import type { IdeaFacts } from './idea.ts';
import type { GivenAnswer, ShownRating } from './rating.ts';

/** What is asked to choose: ideas, decisions and actions, dots and ratings. */
export type ChooseCommand =
	| {
			readonly type: 'AddIdea';
			readonly idea: IdeaFacts;
			/** The table whose idea it is; null is the whole room. */
			readonly tableId: string | null;
			/** What it was made from: cards and clusters of rounds of ideas; empty when it was thought up afresh. */
			readonly from: readonly RoundItem[];
	  }
	| { readonly type: 'ChangeIdea'; readonly ideaId: string; readonly idea: IdeaFacts }
	| { readonly type: 'RemoveIdea'; readonly ideaId: string }
	/** Whether one's municipalities want to take part; null takes it back. */
	| { readonly type: 'SayInterest'; readonly ideaId: string; readonly interest: Interest | null }
	| {
			readonly type: 'SayInterestFor';
			readonly participationId: string;
			readonly ideaId: string;
			readonly interest: Interest | null;
	  }
	| { readonly type: 'AddDecision'; readonly decision: DecisionFacts }
	| { readonly type: 'ChangeDecision'; readonly decisionId: string; readonly decision: DecisionFacts }
	| { readonly type: 'RemoveDecision'; readonly decisionId: string }
	| { readonly type: 'AddAction'; readonly action: ActionFacts }
	| { readonly type: 'ChangeAction'; readonly actionId: string; readonly action: ActionFacts }
	| { readonly type: 'RemoveAction'; readonly actionId: string }
	| {
			readonly type: 'StartVote';
			readonly roundId: string;
			/** What to vote on this time; null is everything. */
			readonly items: readonly ItemRef[] | null;
			readonly rules: DotRules;
	  }
	| {
			readonly type: 'StartRating';
			readonly kind: RatingKind;
			readonly ideaIds: readonly string[];
			/** Null asks everything of this kind. */
			readonly criteria: readonly Criterion[] | null;
	  }
	| ({ readonly type: 'GiveRating' } & GivenAnswer)
	| ({ readonly type: 'GiveRatingFor'; readonly participationId: string } & GivenAnswer)
	| { readonly type: 'CloseRating'; readonly ratingId: string }
	| { readonly type: 'ShowRating'; readonly shown: ShownRating | null }
	| { readonly type: 'PlaceDot'; readonly roundId: string; readonly item: ItemRef }
	| { readonly type: 'TakeDot'; readonly roundId: string; readonly item: ItemRef };
