import type { ItemRef } from '../board/item.ts';
import type { ReadBackAnswer } from '../card/card.ts';
import type { RatingAnswer } from '../choose/rating.ts';
import type { OwnerFacts } from '../people/owner.ts';
import type { AuthorVisibility, RoundKind, Stage } from '../vocabulary.ts';
import type { PlannedMinutes } from './agenda-item.ts';
import type { ExampleFacts } from './example.ts';
import type { Facts } from './facts.ts';
import type { ParkedFacts } from './parked.ts';
import type { RoundSettings } from './round.ts';

/** What is asked of the day itself: its facts and rounds, where the group is, the clock, the parking lot, looking back. */
export type DayCommand =
	| {
			readonly type: 'ChangeFacts';
			readonly facts: Facts;
			/** What stood there when somebody began to change them; null changes them as a whole, whatever stood there. */
			readonly over: Facts | null;
	  }
	| { readonly type: 'ChangeAuthorVisibility'; readonly authorVisibility: AuthorVisibility }
	| {
			readonly type: 'ChangeRound';
			readonly roundId: string;
			readonly settings: RoundSettings;
			/** What stood there when somebody began to change it; absent changes it as a whole, whatever stood there. */
			readonly over?: RoundSettings;
	  }
	| {
			readonly type: 'ChangeBreak';
			readonly itemId: string;
			readonly title: string;
			readonly minutes: number;
			/** What stood there when somebody began to change it; absent changes it as a whole, whatever stood there. */
			readonly over?: { readonly title: string; readonly minutes: number };
	  }
	| {
			readonly type: 'AddRound';
			readonly kind: RoundKind;
			/** Null asks for the standard question, help text and minutes of this kind. */
			readonly settings: RoundSettings | null;
			readonly toIndex: number;
	  }
	| {
			readonly type: 'AddBreak';
			readonly title: string;
			readonly minutes: number;
			readonly toIndex: number;
	  }
	| { readonly type: 'DuplicateItem'; readonly itemId: string }
	| { readonly type: 'MoveItem'; readonly itemId: string; readonly toIndex: number }
	| { readonly type: 'RemoveItem'; readonly itemId: string }
	| { readonly type: 'PlanMinutes'; readonly changes: readonly PlannedMinutes[] }
	| { readonly type: 'AddExample'; readonly example: ExampleFacts }
	| {
			readonly type: 'ChangeExample';
			readonly exampleId: string;
			readonly example: ExampleFacts;
			/** What stood there when somebody began to change it; absent changes it as a whole, whatever stood there. */
			readonly over?: ExampleFacts;
	  }
	| { readonly type: 'RemoveExample'; readonly exampleId: string }
	| { readonly type: 'OpenDoors' }
	| { readonly type: 'CloseWorksession' }
	| { readonly type: 'StartItem'; readonly itemId: string }
	| { readonly type: 'MoveStage'; readonly roundId: string; readonly stage: Stage }
	| { readonly type: 'AdjustTimer'; readonly deltaMs: number }
	| { readonly type: 'PauseTimer' }
	| { readonly type: 'ResumeTimer' }
	| {
			readonly type: 'Park';
			/** Of the items; may be null where there are none. */
			readonly roundId: string | null;
			/** Empty for a thought. */
			readonly items: readonly ItemRef[];
			readonly parked: ParkedFacts;
			/** The table that parks it; null is the whole room. */
			readonly tableId: string | null;
	  }
	/** Only who comes back to it; what is parked and what was said of it stay. */
	| { readonly type: 'ChangeParked'; readonly parkedId: string; readonly owner: OwnerFacts }
	| { readonly type: 'Unpark'; readonly parkedId: string }
	/** Everybody looks back at what they wrote, and says what the day was worth. */
	| { readonly type: 'StartWrapUp' }
	/** Shows the hall who is going to do what, or how far looking back is. */
	| { readonly type: 'ShowOutcomes'; readonly isShown: boolean }
	| {
			readonly type: 'ReadBack';
			readonly roundId: string;
			readonly cardId: string;
			/** Null takes back what was said. */
			readonly answer: ReadBackAnswer | null;
	  }
	/** Null takes the answer back. */
	| { readonly type: 'GiveRoti'; readonly answer: RatingAnswer | null };
