import type {
	AuthorVisibility,
	Category,
	Criterion,
	FunctionCode,
	BudgetPer,
	Group,
	LegalBasis,
	Nature,
	NeedType,
	ParticipationRole,
	PrivacyCheck,
	ProcessPhase,
	ProductForm,
	RatingKind,
	ReadBackVerdict,
	RecordStatus,
	Role,
	RoundKind,
	Stage,
	TextKind,
	Theme,
	WorkingStage
} from './vocabulary.ts';

/** A thing on the board that can be pinned, linked or voted on: a loose card or a whole cluster. */
export interface ItemRef {
	readonly kind: 'card' | 'cluster';
	readonly id: string;
}

/** What people typed beside cards, of which the text can be taken away. */
export interface TextRef {
	readonly kind: TextKind;
	readonly id: string;
}

export interface Facts {
	readonly title: string;
	readonly theme: Theme;
	readonly group: Group;
	/** ISO date (yyyy-mm-dd), or null while the day is not planned. */
	readonly date: string | null;
	/** Local start time (hh:mm) of the first agenda item. */
	readonly startsAt: string;
	readonly place: string;
}

/** Minutes per stage; null means that the round leaves the stage out. */
export type StageMinutes = Readonly<Record<WorkingStage, number | null>>;

/** How a vote goes. */
export interface DotRules {
	/** Dots that each person, or the people of each municipality together, may place. */
	readonly dotBudget: number;
	readonly budgetPer: BudgetPer;
	/** Of one budget, on one item. */
	readonly dotsPerItemMax: number;
}

export interface RoundSettings extends DotRules {
	readonly question: string;
	readonly helpText: string;
	/** For the facilitator's eyes only. */
	readonly note: string;
	readonly minutes: StageMinutes;
	/** Cards then belong to the table of their writer; else to the whole room. Means nothing while there are no tables. */
	readonly isAtTables: boolean;
}

export interface ExampleFacts {
	readonly name: string;
	readonly summary: string;
	readonly municipalities: readonly string[];
	/** The programme's dossier that it was brought in from; left out for one that was made here. */
	readonly dossierId?: string;
}

/** What a card or cluster is about; null is not chosen. */
export interface ItemCodes {
	readonly category: Category | null;
	readonly phase: ProcessPhase | null;
	readonly nature: Nature | null;
	readonly needType: NeedType | null;
}

/** A sub-group of the room, which works on one practice example. */
export interface TableFacts {
	readonly name: string;
	readonly exampleId: string | null;
}

/** What a process step is made of; every part may be left open. */
export interface StepDetails {
	readonly phase: ProcessPhase | null;
	/** Who does it, in the order of the list of functions. */
	readonly doneBy: readonly FunctionCode[];
	readonly dataIn: string;
	readonly dataOut: string;
	readonly tool: string;
	/** How long it takes, in free words: "2 weken". */
	readonly duration: string;
	/** In the order of the list of legal bases. */
	readonly legalBases: readonly LegalBasis[];
	/** The article, or what is to be said of the basis. */
	readonly legalNote: string;
	readonly remark: string;
}

/** A card or cluster and the round it lies in. */
export interface RoundItem {
	readonly roundId: string;
	readonly item: ItemRef;
}

/** What is agreed in a data deal. Every part may be left open. */
export interface DealFacts {
	readonly parties: string;
	readonly dataset: string;
	readonly definitions: string;
	readonly frequency: string;
	readonly quality: string;
	readonly costs: string;
	readonly term: string;
	/** ISO date (yyyy-mm-dd), or null while none was agreed. */
	readonly evaluateOn: string | null;
	/** How the parties end it. */
	readonly exit: string;
}

/** What could be made for all municipalities. */
export interface IdeaFacts {
	readonly title: string;
	readonly form: ProductForm;
	/** What it does; may be left open. */
	readonly summary: string;
	/** What a municipality must bring itself; may be left open. */
	readonly ownPart: string;
	/** What is delivered once, for all municipalities; may be left open. */
	readonly nationalPart: string;
	/** Null while nobody said. */
	readonly privacyCheck: PrivacyCheck | null;
	/** What is agreed; only for a data deal, and null while nothing is. */
	readonly deal: DealFacts | null;
	/** What it is for: cards and clusters of rounds of needs. */
	readonly needs: readonly RoundItem[];
}

/** What the room decided. */
export interface DecisionFacts {
	readonly text: string;
	/** May be left open. */
	readonly reason: string;
	/** Who sees it otherwise, each in their own words. */
	readonly dissents: readonly string[];
	/** The product idea that it is about; null for anything else. */
	readonly ideaId: string | null;
}

/** Whose something is to do. */
export interface OwnerFacts {
	/** When they take part; else null. */
	readonly ownerId: string | null;
	/** In words, when they do not take part; may be left open. */
	readonly ownerName: string;
}

/** What somebody is going to do. */
export interface ActionFacts extends OwnerFacts {
	readonly text: string;
	/** ISO date (yyyy-mm-dd), or null while none was agreed. */
	readonly dueOn: string | null;
}

/** What is put on the parking lot. */
export interface ParkedFacts extends OwnerFacts {
	/** A thought in own words, or a remark on the cards that are parked; empty where those speak for themselves. */
	readonly text: string;
}

/** What somebody answers about an idea; scores as in the vocabulary. */
export interface RatingAnswer {
	readonly score: number;
	/** One sentence; may be empty. */
	readonly reason: string;
}

/** What a writer says of a card of theirs. */
export interface ReadBackAnswer {
	readonly verdict: ReadBackVerdict;
	/** What it should say; empty but where it is corrected. */
	readonly text: string;
}

/** Which question about which idea of a rating is answered, and how. */
interface GivenAnswer {
	readonly ratingId: string;
	readonly ideaId: string;
	readonly criterion: Criterion;
	/** Null takes the answer back. */
	readonly answer: RatingAnswer | null;
}

/** The results that the room looks at: of all ideas of a rating, or of one. */
export interface ShownRating {
	readonly ratingId: string;
	readonly ideaId: string | null;
}

/** A card that the facilitator puts in before the round is shared. */
export interface PutInCard {
	readonly text: string;
	readonly municipalities: readonly string[];
}

/** Other minutes for a stage of a round; a break has no stage. */
export interface PlannedMinutes {
	readonly itemId: string;
	readonly stage: WorkingStage | null;
	readonly minutes: number;
}

/** Where one card lies. */
export interface CardPlace {
	readonly cardId: string;
	readonly stepId: string | null;
	readonly clusterId: string | null;
}

/** A cluster as it stands, with its cards told apart. */
export interface ClusterPlace {
	readonly id: string;
	readonly title: string;
	readonly stepId: string | null;
}

/** A need and the bottleneck it solves. */
export interface NeedLink {
	readonly roundId: string;
	readonly need: ItemRef;
	readonly bottleneckRoundId: string;
	readonly bottleneck: ItemRef;
}

/** What an item is about; null when nothing was filled in. */
export interface CodesPlace {
	readonly item: ItemRef;
	readonly codes: ItemCodes | null;
}

/** What a product idea rests on. */
export interface IdeaPlace {
	readonly ideaId: string;
	readonly needs: readonly RoundItem[];
	readonly from: readonly RoundItem[];
}

/** How a part of one round's board is arranged. */
export interface Arrangement {
	readonly cards: readonly CardPlace[];
	readonly clusters: readonly ClusterPlace[];
	readonly links: readonly NeedLink[];
	readonly codes: readonly CodesPlace[];
	readonly ideas: readonly IdeaPlace[];
}

/** A step of the process, as it stands in the process of its table. */
export interface StepPlace {
	readonly id: string;
	readonly title: string;
	readonly tableId: string | null;
	readonly details: StepDetails;
	/** From 0, among the steps of the same process. */
	readonly index: number;
}

/** At which step a card or cluster lies. */
export interface PinPlace {
	readonly roundId: string;
	readonly item: ItemRef;
	readonly stepId: string | null;
}

/** Some steps of the process, and what lies at them. */
export interface ProcessPart {
	readonly steps: readonly StepPlace[];
	readonly pins: readonly PinPlace[];
}

/** What everyone looks at: one card or cluster of one round. */
export interface Spotlight {
	readonly roundId: string;
	readonly item: ItemRef;
}

/** What somebody asks for. Imperative; parsed by `protocol/commands.ts`, judged by `decide`. */
export type Command =
	| { readonly type: 'ChangeFacts'; readonly facts: Facts }
	| { readonly type: 'ChangeAuthorVisibility'; readonly authorVisibility: AuthorVisibility }
	| { readonly type: 'ChangeRound'; readonly roundId: string; readonly settings: RoundSettings }
	| {
			readonly type: 'ChangeBreak';
			readonly itemId: string;
			readonly title: string;
			readonly minutes: number;
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
	| { readonly type: 'ChangeExample'; readonly exampleId: string; readonly example: ExampleFacts }
	| { readonly type: 'RemoveExample'; readonly exampleId: string }
	| { readonly type: 'OpenDoors' }
	| { readonly type: 'CloseWorksession' }
	| {
			readonly type: 'Join';
			readonly role: ParticipationRole;
			/** Whom a partner or observer comes from; empty for a municipality. */
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
			readonly noticeVersion: string;
	  }
	| { readonly type: 'Greet'; readonly text: string }
	| { readonly type: 'SetLobbyLocked'; readonly isLocked: boolean }
	| { readonly type: 'RemovePerson'; readonly participationId: string; readonly withCards: boolean }
	| { readonly type: 'ReadmitPerson'; readonly participationId: string }
	| { readonly type: 'MergePeople'; readonly fromId: string; readonly intoId: string }
	/** Somebody without a device, for whom the facilitator writes. */
	| {
			readonly type: 'AddPerson';
			readonly name: string;
			readonly role: ParticipationRole;
			readonly organisation: string;
			readonly municipalities: readonly string[];
			readonly functionName: string;
	  }
	| {
			readonly type: 'PostCardFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly text: string;
			readonly stepId: string | null;
			/** False when left out. */
			readonly isWithoutOrigin?: boolean | undefined;
	  }
	/** What the facilitator wrote for somebody without a device. */
	| {
			readonly type: 'EditCardFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly cardId: string;
			readonly text: string;
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'WithdrawCardFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly cardId: string;
	  }
	| {
			readonly type: 'PlaceDotFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly item: ItemRef;
	  }
	| {
			readonly type: 'TakeDotFor';
			readonly participationId: string;
			readonly roundId: string;
			readonly item: ItemRef;
	  }
	| { readonly type: 'AddTable'; readonly table: TableFacts }
	| { readonly type: 'ChangeTable'; readonly tableId: string; readonly table: TableFacts }
	| { readonly type: 'RemoveTable'; readonly tableId: string }
	| {
			readonly type: 'SeatPeople';
			readonly participationIds: readonly string[];
			readonly tableId: string | null;
	  }
	| { readonly type: 'TakeSeat'; readonly tableId: string | null }
	| { readonly type: 'SpreadPeople'; readonly whom: 'everybody' | 'unseated' }
	| { readonly type: 'RotateTables' }
	| { readonly type: 'SetHost'; readonly tableId: string; readonly participationId: string | null }
	| { readonly type: 'RaiseHand' }
	| { readonly type: 'LowerHand'; readonly participationId: string }
	| { readonly type: 'SetReady'; readonly roundId: string; readonly isReady: boolean }
	| { readonly type: 'SetSpotlight'; readonly spotlight: Spotlight | null }
	| { readonly type: 'SendMessage'; readonly text: string }
	| { readonly type: 'ClearMessage' }
	| { readonly type: 'SetFrozen'; readonly isFrozen: boolean }
	| { readonly type: 'StartItem'; readonly itemId: string }
	| { readonly type: 'MoveStage'; readonly roundId: string; readonly stage: Stage }
	| { readonly type: 'AdjustTimer'; readonly deltaMs: number }
	| { readonly type: 'PauseTimer' }
	| { readonly type: 'ResumeTimer' }
	| {
			readonly type: 'PostCard';
			readonly roundId: string;
			readonly text: string;
			readonly stepId: string | null;
			/** Where authors are told, nothing is told of this one. False when left out, as in what waited on a device before this existed. */
			readonly isWithoutOrigin?: boolean | undefined;
	  }
	| {
			readonly type: 'EditCard';
			readonly roundId: string;
			readonly cardId: string;
			readonly text: string;
			readonly stepId: string | null;
			/** Stays as it is when left out. */
			readonly isWithoutOrigin?: boolean | undefined;
	  }
	| { readonly type: 'WithdrawCard'; readonly roundId: string; readonly cardId: string }
	| {
			readonly type: 'RedactCard';
			readonly roundId: string;
			readonly cardId: string;
			/** May be empty where the writer asks it. */
			readonly reason: string;
	  }
	| { readonly type: 'RedactText'; readonly target: TextRef; readonly reason: string }
	/** Of everything that was withdrawn, taken apart or removed: in the log its text still stands. */
	| { readonly type: 'RedactGone'; readonly reason: string }
	| {
			readonly type: 'PutInCards';
			readonly roundId: string;
			readonly cards: readonly PutInCard[];
	  }
	| { readonly type: 'TakeOutCards'; readonly roundId: string; readonly cardIds: readonly string[] }
	| {
			readonly type: 'AddStep';
			readonly title: string;
			/** The table whose process this is a step of; null is the process that the whole room shares. */
			readonly tableId: string | null;
			readonly roundId: string | null;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'RenameStep'; readonly stepId: string; readonly title: string }
	| { readonly type: 'DescribeStep'; readonly stepId: string; readonly details: StepDetails }
	| { readonly type: 'MoveStep'; readonly stepId: string; readonly toIndex: number }
	| { readonly type: 'RemoveStep'; readonly stepId: string }
	| {
			readonly type: 'PinItems';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			readonly stepId: string | null;
	  }
	| {
			readonly type: 'MakeCluster';
			readonly roundId: string;
			readonly title: string;
			readonly items: readonly ItemRef[];
	  }
	| {
			readonly type: 'RenameCluster';
			readonly roundId: string;
			readonly clusterId: string;
			readonly title: string;
	  }
	| {
			readonly type: 'AddToCluster';
			readonly roundId: string;
			readonly clusterId: string;
			readonly cardIds: readonly string[];
	  }
	| { readonly type: 'RemoveFromCluster'; readonly roundId: string; readonly cardIds: readonly string[] }
	| { readonly type: 'TakeApart'; readonly roundId: string; readonly clusterId: string }
	| {
			readonly type: 'Rearrange';
			readonly roundId: string;
			/** How this part must be arranged now; else somebody else has changed it since. */
			readonly from: Arrangement;
			readonly to: Arrangement;
	  }
	| { readonly type: 'RearrangeSteps'; readonly from: ProcessPart; readonly to: ProcessPart }
	| {
			readonly type: 'ClassifyItems';
			readonly roundId: string;
			readonly items: readonly ItemRef[];
			/** What is left out stays as it is. */
			readonly codes: Partial<ItemCodes>;
	  }
	| {
			readonly type: 'LinkNeed';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  }
	| {
			readonly type: 'UnlinkNeed';
			readonly roundId: string;
			readonly need: ItemRef;
			readonly bottleneckRoundId: string;
			readonly bottleneck: ItemRef;
	  }
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
	| { readonly type: 'AddDecision'; readonly decision: DecisionFacts }
	| { readonly type: 'ChangeDecision'; readonly decisionId: string; readonly decision: DecisionFacts }
	| { readonly type: 'RemoveDecision'; readonly decisionId: string }
	| { readonly type: 'AddAction'; readonly action: ActionFacts }
	| { readonly type: 'ChangeAction'; readonly actionId: string; readonly action: ActionFacts }
	| { readonly type: 'RemoveAction'; readonly actionId: string }
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
	/** Everybody looks back at what they wrote, and says what the day was worth. */
	| { readonly type: 'StartWrapUp' }
	| {
			readonly type: 'ReadBack';
			readonly roundId: string;
			readonly cardId: string;
			/** Null takes back what was said. */
			readonly answer: ReadBackAnswer | null;
	  }
	/** Null takes the answer back. */
	| { readonly type: 'GiveRoti'; readonly answer: RatingAnswer | null }
	/** The reason may be empty where none is asked. */
	| { readonly type: 'MoveRecord'; readonly status: RecordStatus; readonly reason: string }
	/** What a municipality says afterwards of a card that it brought in; null takes that back. */
	| {
			readonly type: 'AnswerPiece';
			readonly roundId: string;
			readonly cardId: string;
			readonly answer: ReadBackAnswer | null;
	  }
	/** All it said holds from now on. */
	| { readonly type: 'SendValidation' }
	| { readonly type: 'PlaceDot'; readonly roundId: string; readonly item: ItemRef }
	| { readonly type: 'TakeDot'; readonly roundId: string; readonly item: ItemRef };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Who asks. A participant is known by participation, a facilitator by account, whoever answers for a municipality by its code. */
export type Actor =
	| { readonly role: Extract<Role, 'facilitator'>; readonly accountId: string }
	| { readonly role: Extract<Role, 'participant'>; readonly participationId: string }
	| { readonly role: Extract<Role, 'municipality'>; readonly code: string };

/** Time, chance and secrets come in with the command, so that a decision can be repeated exactly. */
export interface Context {
	readonly actor: Actor;
	/** Epoch milliseconds of the server's clock. */
	readonly now: number;
	/** The client's id of this command; a card keeps it as its draft id, shown to nobody but its writer. */
	readonly commandId: string;
	/** A new unguessable id, in no order. */
	readonly newId: () => string;
	/**
	 * Proof that a fully anonymous card belongs to whoever holds the key of this connection: a hash of key and draft id.
	 * Null where the connection brought no key.
	 */
	readonly proofOf: (draftId: string) => string | null;
}
