import type { ItemCodes, ItemRef, RoundItem } from './board/item.ts';
import type { ProcessStep, StepDetails } from './board/step.ts';
import type { Author, ReadBackAnswer, Redaction, TextRef } from './card/card.ts';
import type { ActionFacts } from './choose/action.ts';
import type { DotRules } from './choose/ballot.ts';
import type { DecisionFacts } from './choose/decision.ts';
import type { IdeaFacts } from './choose/idea.ts';
import type { RatingAnswer, ShownRating } from './choose/rating.ts';
import type { ExampleFacts, PracticeExample } from './day/example.ts';
import type { Facts } from './day/facts.ts';
import type { ParkedFacts } from './day/parked.ts';
import type { RoundPlan, RoundSettings } from './day/round.ts';
import type { Spotlight } from './people/attention.ts';
import type { OwnerFacts } from './people/owner.ts';
import type { Table, TableFacts } from './people/table.ts';
import type { AgendaItem } from './day/agenda-item.ts';
import type { Timer } from './day/timer.ts';
import type {
	AuthorVisibility,
	Criterion,
	ParticipationRole,
	RatingKind,
	RecordStatus,
	Stage
} from './vocabulary.ts';

/** What happened, in the past tense. The log of these is the truth; no name of a person stands in it. */
export type WorksessionEvent =
	| {
			readonly type: 'WorksessionPrepared';
			readonly isTrial: boolean;
			readonly facts: Facts;
			readonly authorVisibility: AuthorVisibility;
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
	| {
			readonly type: 'ParticipantJoined';
			readonly participationId: string;
			readonly role: ParticipationRole;
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
			readonly noticeVersion: string;
			readonly at: number;
	  }
	/** Somebody without a device; the name stands beside the log. */
	| {
			readonly type: 'PersonAdded';
			readonly participationId: string;
			readonly role: ParticipationRole;
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
			readonly at: number;
	  }
	| { readonly type: 'Greeted'; readonly participationId: string; readonly text: string }
	| { readonly type: 'LobbyLockSet'; readonly isLocked: boolean }
	| { readonly type: 'PersonRemoved'; readonly participationId: string; readonly withCards: boolean }
	| { readonly type: 'PersonReadmitted'; readonly participationId: string }
	| { readonly type: 'PeopleMerged'; readonly fromId: string; readonly intoId: string }
	| { readonly type: 'TableAdded'; readonly tableId: string; readonly table: TableFacts }
	| { readonly type: 'TableChanged'; readonly tableId: string; readonly table: TableFacts }
	| { readonly type: 'TableRemoved'; readonly tableId: string }
	/** Where people sit from now on; whoever is not named stays. */
	| { readonly type: 'PeopleSeated'; readonly seats: Readonly<Record<string, string | null>> }
	| { readonly type: 'HostSet'; readonly tableId: string; readonly participationId: string | null }
	| { readonly type: 'HandRaised'; readonly participationId: string; readonly at: number }
	| { readonly type: 'HandLowered'; readonly participationId: string }
	| {
			readonly type: 'ReadySet';
			readonly roundId: string;
			readonly participationId: string;
			readonly isReady: boolean;
	  }
	| { readonly type: 'SpotlightSet'; readonly spotlight: Spotlight | null }
	| { readonly type: 'MessageSent'; readonly messageId: string; readonly text: string; readonly at: number }
	| { readonly type: 'MessageCleared' }
	| { readonly type: 'FrozenSet'; readonly isFrozen: boolean }
	| { readonly type: 'ItemStarted'; readonly itemId: string; readonly at: number }
	| { readonly type: 'StageMoved'; readonly roundId: string; readonly stage: Stage; readonly at: number }
	| { readonly type: 'TimerSet'; readonly timer: Timer }
	| {
			readonly type: 'CardPosted';
			readonly roundId: string;
			readonly cardId: string;
			readonly draftId: string;
			readonly text: string;
			readonly stepId: string | null;
			readonly author: Author;
			readonly municipalities: readonly string[];
			readonly organisation: string;
			readonly isWithoutOrigin: boolean;
			readonly tableId: string | null;
			readonly isShared: boolean;
			readonly isLate: boolean;
			/** By the facilitator, for somebody without a device; false where nobody may know authors at all. */
			readonly isWrittenFor: boolean;
			readonly at: number;
	  }
	| {
			readonly type: 'CardEdited';
			readonly roundId: string;
			readonly cardId: string;
			readonly text: string;
			readonly stepId: string | null;
			readonly isWithoutOrigin: boolean;
			readonly at: number;
	  }
	| { readonly type: 'CardWithdrawn'; readonly roundId: string; readonly cardId: string; readonly at: number }
	/** From then on no event of the log holds the text of this card; see `redacted-log.ts`. */
	| {
			readonly type: 'CardRedacted';
			readonly roundId: string;
			readonly cardId: string;
			readonly redaction: Redaction;
	  }
	/** The same for what was made from cards or taken down of the day. */
	| { readonly type: 'TextRedacted'; readonly target: TextRef; readonly redaction: Redaction }
	/** From then on no event of the log holds the text of anything that is no more. */
	| { readonly type: 'GoneRedacted'; readonly redaction: Redaction }
	| {
			readonly type: 'StepAdded';
			readonly stepId: string;
			readonly title: string;
			readonly tableId: string | null;
			readonly roundId: string | null;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'StepRenamed'; readonly stepId: string; readonly title: string }
	| { readonly type: 'StepDescribed'; readonly stepId: string; readonly details: StepDetails }
	| { readonly type: 'StepMoved'; readonly stepId: string; readonly toIndex: number }
	| { readonly type: 'StepRemoved'; readonly stepId: string }
	| {
			readonly type: 'ItemsPinned';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'ClusterMade';
			readonly roundId: string;
			readonly clusterId: string;
			readonly title: string;
			readonly cardIds: readonly string[];
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'ClusterRenamed';
			readonly roundId: string;
			readonly clusterId: string;
			readonly title: string;
	  }
	| {
			readonly type: 'CardsClustered';
			readonly roundId: string;
			readonly clusterId: string;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'CardsTakenOut'; readonly roundId: string; readonly cardIds: readonly string[] }
	| { readonly type: 'ClusterTakenApart'; readonly roundId: string; readonly clusterId: string }
	| {
			readonly type: 'ItemsClassified';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			readonly codes: Partial<ItemCodes>;
	  }
	| {
			readonly type: 'NeedLinked';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  }
	| {
			readonly type: 'NeedUnlinked';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  }
	| {
			readonly type: 'IdeaAdded';
			readonly ideaId: string;
			readonly idea: IdeaFacts;
			readonly tableId: string | null;
			readonly from: readonly RoundItem[];
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
			readonly answer: RatingAnswer | null;
	  }
	| { readonly type: 'RatingClosed'; readonly ratingId: string; readonly at: number }
	| { readonly type: 'RatingShown'; readonly shown: ShownRating | null }
	| { readonly type: 'WrapUpStarted'; readonly at: number }
	/** What a correction says takes its place when the day closes. */
	| {
			readonly type: 'CardReadBack';
			readonly roundId: string;
			readonly cardId: string;
			readonly answer: ReadBackAnswer | null;
	  }
	| {
			readonly type: 'RotiGiven';
			readonly participationId: string;
			readonly answer: RatingAnswer | null;
	  }
	/** From then on there is another version of the record. */
	| {
			readonly type: 'RecordMoved';
			readonly status: RecordStatus;
			readonly reason: string;
			readonly at: number;
	  }
	| {
			readonly type: 'PieceAnswered';
			readonly municipality: string;
			readonly roundId: string;
			readonly cardId: string;
			readonly answer: ReadBackAnswer | null;
	  }
	/** Corrections hold, and what was withdrawn counts for this municipality no more; texts that go are redacted with it. */
	| { readonly type: 'ValidationSent'; readonly municipality: string; readonly at: number }
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

export type EventType = WorksessionEvent['type'];
export type EventOf<T extends EventType> = Extract<WorksessionEvent, { type: T }>;
