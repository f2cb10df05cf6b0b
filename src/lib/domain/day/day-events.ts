import type { ProcessStep } from '../board/step.ts';
import type { ReadBackAnswer } from '../card/card.ts';
import type { KeptAnswer } from '../choose/rating.ts';
import type { OwnerFacts } from '../people/owner.ts';
import type { Table } from '../people/table.ts';
import type { AuthorVisibility, Stage } from '../vocabulary.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { ExampleFacts, PracticeExample } from './example.ts';
import type { Facts } from './facts.ts';
import type { ParkedFacts } from './parked.ts';
import type { RoundPlan, RoundSettings } from './round.ts';
import type { Timer } from './timer.ts';

/** What happened to the day itself. */
export type DayEvent =
	| {
			readonly type: 'WorksessionPrepared';
			readonly isTrial: boolean;
			readonly facts: Facts;
			readonly authorVisibility: AuthorVisibility;
			/** The issue of the closed lists from which its codes are chosen. Left out by the first logs: 1. */
			readonly codeBookVersion?: number;
			readonly agenda: readonly AgendaItem[];
			readonly rounds: readonly RoundPlan[];
			readonly steps: readonly ProcessStep[];
			readonly examples: readonly PracticeExample[];
			readonly tables: readonly Table[];
	  }
	| { readonly type: 'FactsChanged'; readonly facts: Facts }
	| { readonly type: 'AuthorVisibilityChanged'; readonly authorVisibility: AuthorVisibility }
	| { readonly type: 'RoundChanged'; readonly roundId: string; readonly settings: RoundSettings }
	| {
			readonly type: 'BreakChanged';
			readonly itemId: string;
			readonly title: string;
			readonly minutes: number;
	  }
	| { readonly type: 'RoundAdded'; readonly round: RoundPlan; readonly toIndex: number }
	| {
			readonly type: 'BreakAdded';
			readonly itemId: string;
			readonly title: string;
			readonly minutes: number;
			readonly toIndex: number;
	  }
	| { readonly type: 'ItemMoved'; readonly itemId: string; readonly toIndex: number }
	| { readonly type: 'ItemRemoved'; readonly itemId: string }
	| { readonly type: 'ExampleAdded'; readonly exampleId: string; readonly example: ExampleFacts }
	| { readonly type: 'ExampleChanged'; readonly exampleId: string; readonly example: ExampleFacts }
	| { readonly type: 'ExampleRemoved'; readonly exampleId: string }
	| { readonly type: 'DoorsOpened'; readonly at: number }
	| { readonly type: 'WorksessionClosed'; readonly at: number }
	| { readonly type: 'ItemStarted'; readonly itemId: string; readonly at: number }
	| { readonly type: 'StageMoved'; readonly roundId: string; readonly stage: Stage; readonly at: number }
	| { readonly type: 'TimerSet'; readonly timer: Timer }
	| {
			readonly type: 'Parked';
			readonly parkedId: string;
			/** Null for a thought. */
			readonly roundId: string | null;
			readonly cardIds: readonly string[];
			readonly parked: ParkedFacts;
			readonly tableId: string | null;
	  }
	| { readonly type: 'ParkedChanged'; readonly parkedId: string; readonly owner: OwnerFacts }
	| { readonly type: 'Unparked'; readonly parkedId: string }
	| { readonly type: 'WrapUpStarted'; readonly at: number }
	| { readonly type: 'OutcomesShown'; readonly isShown: boolean }
	/** What a correction says takes its place when the day closes. */
	| {
			readonly type: 'CardReadBack';
			readonly roundId: string;
			readonly cardId: string;
			readonly answer: ReadBackAnswer | null;
			/** By the facilitator, for somebody without a device. */
			readonly isSaidFor: boolean;
	  }
	| {
			readonly type: 'RotiGiven';
			readonly participationId: string;
			readonly answer: KeptAnswer | null;
	  };
