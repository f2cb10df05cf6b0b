import { agendaDeciders, agendaEvolvers } from './day/agenda.ts';
import { arrangementDeciders } from './board/arrangement.ts';
import { compositionDeciders, compositionEvolvers } from './day/composition.ts';
import type { CardTable } from './card/card-table.ts';
import { attentionDeciders, attentionEvolvers } from './people/attention.ts';
import { cardDeciders, cardEvolvers } from './card/cards.ts';
import { clusterDeciders, clusterEvolvers } from './board/clusters.ts';
import { codeDeciders, codeEvolvers } from './board/codes.ts';
import type {
	ActionFacts,
	Command,
	CommandOf,
	CommandType,
	Context,
	DecisionFacts,
	DotRules,
	ExampleFacts,
	Facts,
	IdeaFacts,
	ItemCodes,
	NeedLink,
	ParkedFacts,
	RatingAnswer,
	ReadBackAnswer,
	RoundItem,
	RoundSettings,
	ShownRating,
	Spotlight,
	StepDetails,
	TableFacts
} from './commands.ts';
import type { EventOf, EventType, WorksessionEvent } from './events.ts';
import { ideaDeciders, ideaEvolvers } from './choose/ideas.ts';
import { linkDeciders, linkEvolvers } from './board/links.ts';
import { type Outcome, reject } from './outcome.ts';
import { outcomeDeciders, outcomeEvolvers } from './choose/outcomes.ts';
import { parkingDeciders, parkingEvolvers } from './day/parking.ts';
import { participantDeciders, participantEvolvers } from './people/participants.ts';
import { peopleDeciders, peopleEvolvers } from './people/people.ts';
import { refusal } from './permissions.ts';
import { preparationDeciders, preparationEvolvers } from './day/preparation.ts';
import { ratingDeciders, ratingEvolvers } from './choose/ratings.ts';
import { recordStatusDeciders, recordStatusEvolvers } from './record/record-status.ts';
import { redactionDeciders, redactionEvolvers } from './card/redaction.ts';
import { scribeDeciders, scribeEvolvers } from './people/scribe.ts';
import { stepArrangementDeciders } from './board/step-arrangement.ts';
import { stepDeciders, stepEvolvers } from './board/steps.ts';
import { tableDeciders, tableEvolvers } from './people/tables.ts';
import { timerDeciders, timerEvolvers } from './day/timer.ts';
import type {
	AuthorVisibility,
	Criterion,
	Doors,
	ParticipationRole,
	RatingKind,
	RecordStatus,
	RoundKind,
	Stage
} from './vocabulary.ts';
import { validationDeciders, validationEvolvers } from './record/validation.ts';
import { wrapUpDeciders, wrapUpEvolvers } from './day/wrap-up.ts';
import { voteAgainDeciders, voteAgainEvolvers } from './choose/vote-again.ts';
import { voteDeciders, voteEvolvers } from './choose/votes.ts';

/**
 * Who wrote a card. `unknown` is a card of a fully anonymous session: the server keeps only a proof, from which nobody can be
 * found, and by which the writer's own browser can still edit it. `facilitator` is a card that was put in beforehand.
 */
export type Author =
	| { readonly kind: 'participation'; readonly participationId: string }
	| { readonly kind: 'unknown'; readonly proof: string }
	| { readonly kind: 'facilitator' };

export interface Card {
	readonly id: string;
	/** The client's id of the command that posted it; never leaves the server but to its writer. */
	readonly draftId: string;
	readonly text: string;
	readonly author: Author;
	/** Copied from the participation when the card was posted; empty in a fully anonymous session. */
	readonly municipalities: readonly string[];
	/** Whom its writer comes from when that is no municipality; else empty. Copied like the municipalities. */
	readonly organisation: string;
	/** Its writer asked that nothing is told of where it comes from, whatever the visibility of authors allows. */
	readonly isWithoutOrigin: boolean;
	/** The table at which it was written; null for the whole room. */
	readonly tableId: string | null;
	readonly at: number;
	readonly editedAt: number | null;
	/** Once the room has seen a card it stays seen, also when the round steps back to writing. */
	readonly isShared: boolean;
	/** Arrived after its round was shared (nagekomen). */
	readonly isLate: boolean;
	/** Written by the facilitator for its author, who has no device. */
	readonly isWrittenFor: boolean;
	readonly stepId: string | null;
	/** Where it lay when that step was removed while the room did not see the card: undoing that finds it. */
	readonly formerStepId: string | null;
	readonly clusterId: string | null;
	/** Null while its text stands. */
	readonly redaction: Redaction | null;
	/** What its writer said of it at the end of the day; null while nothing. */
	readonly readBack: ReadBackAnswer | null;
}

/** That a text was taken away for good, and why. */
export interface Redaction {
	readonly by: 'facilitator' | 'writer' | 'municipality';
	/** In their own words; the writer may leave it empty. */
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
}

export interface Cluster {
	readonly id: string;
	readonly title: string;
	readonly stepId: string | null;
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
	/** Oldest first. */
	readonly earlierVotes: readonly EarlierVote[];
	/** Who said to be ready in the present stage. */
	readonly ready: Readonly<Record<string, true>>;
}

export type AgendaItem =
	| { readonly kind: 'round'; readonly id: string }
	| { readonly kind: 'break'; readonly id: string; readonly title: string; readonly minutes: number };

/** One end time of the server's clock; browsers correct for their own. */
export type Timer =
	| { readonly kind: 'off' }
	| { readonly kind: 'running'; readonly endsAt: number; readonly lengthMs: number }
	| { readonly kind: 'paused'; readonly remainingMs: number; readonly lengthMs: number };

export interface ProcessStep {
	readonly id: string;
	readonly title: string;
	/** The table whose process it is a step of; null is the process that the whole room shares. */
	readonly tableId: string | null;
	readonly details: StepDetails;
}

/** A sub-group of the room, which works on one practice example. */
export interface Table extends TableFacts {
	readonly id: string;
	/** Participation of whoever leads the table (tafelleider), and sits at it. */
	readonly hostId: string | null;
}

export interface PracticeExample extends ExampleFacts {
	readonly id: string;
}

export interface Participation {
	readonly id: string;
	readonly role: ParticipationRole;
	/** Whom a partner or observer comes from; empty for a municipality. */
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly noticeVersion: string;
	readonly joinedAt: number;
	readonly greeting: string | null;
	/** Since when this person has a hand up; null when it is down. */
	readonly handRaisedAt: number | null;
	/** Where this person sits; null while at no table. */
	readonly tableId: string | null;
	/** The facilitator writes and votes for this person. */
	readonly isWithoutDevice: boolean;
	/** Participations that turned out to be this person, oldest merger first. */
	readonly formerIds: readonly string[];
}

/** A candidate for what is to be made: an instrument, a way of working or a data deal. */
export interface ProductIdea extends IdeaFacts {
	readonly id: string;
	/** The table whose idea it is; null is the whole room. */
	readonly tableId: string | null;
	/** What it was made from; empty when it was thought up afresh, or when that is no more. */
	readonly from: readonly RoundItem[];
}

export interface Decision extends DecisionFacts {
	readonly id: string;
	/** Epoch milliseconds of when it was first taken down. */
	readonly at: number;
	/** When it was last changed; null while it says what it said at first. */
	readonly changedAt: number | null;
}

export interface Action extends ActionFacts {
	readonly id: string;
}

/** Cards, or a thought, that the room comes back to later. */
export interface Parked extends ParkedFacts {
	readonly id: string;
	/** The round of the cards; null for a thought. */
	readonly roundId: string | null;
	/** In the order of their ids; empty for a thought. */
	readonly cardIds: readonly string[];
	/** The table that parked it; null is the whole room. */
	readonly tableId: string | null;
}

/** Answers by answer key (`criterion:idea`). */
export type AnswerSheet = Readonly<Record<string, RatingAnswer>>;

/** Who gave which answers for whom: participation id → voice (see `rating-answers.ts`) → answers. */
export type AnswerSheets = Readonly<Record<string, Readonly<Record<string, AnswerSheet>>>>;

/** A version of the record, which its number counts from 1. */
export interface RecordVersion {
	readonly status: RecordStatus;
	/** Why, where that was asked or said; else empty. */
	readonly reason: string;
	/** Epoch milliseconds. */
	readonly at: number;
}

/** What a municipality says of what it brought in, while the record is put to it. */
export interface Validation {
	/** By card id. */
	readonly answers: Readonly<Record<string, ReadBackAnswer & { readonly roundId: string }>>;
	readonly isSent: boolean;
}

/** That a municipality answered, and of how many pieces it said what. */
export interface Validated {
	readonly municipality: string;
	readonly at: number;
	readonly right: number;
	readonly corrected: number;
	readonly withdrawn: number;
}

/** How the room rates some product ideas, once. */
export interface Rating {
	readonly id: string;
	readonly kind: RatingKind;
	readonly ideaIds: readonly string[];
	readonly criteria: readonly Criterion[];
	readonly startedAt: number;
	/** Null while the room rates. */
	readonly closedAt: number | null;
	/** How many could answer when it closed; null before. */
	readonly askedOf: { readonly people: number; readonly municipalities: number } | null;
	readonly sheets: AnswerSheets;
}

/** One facilitated day. Plain data with structural sharing: what did not change keeps its reference. */
export interface Worksession {
	readonly id: string;
	readonly isTrial: boolean;
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	readonly doors: Doors;
	readonly openedAt: number | null;
	readonly closedAt: number | null;
	readonly agenda: readonly AgendaItem[];
	/** The agenda item the group is at; null is the lobby. */
	readonly currentItemId: string | null;
	readonly timer: Timer;
	readonly rounds: Readonly<Record<string, Round>>;
	/** In the order of the process, of all tables through one another. */
	readonly steps: readonly ProcessStep[];
	readonly examples: readonly PracticeExample[];
	readonly tables: readonly Table[];
	readonly participations: Readonly<Record<string, Participation>>;
	/** Whom the facilitator sent away, and may let in again. */
	readonly removed: Readonly<Record<string, Participation>>;
	/** While true nobody new comes in. */
	readonly isLobbyLocked: boolean;
	readonly links: Readonly<Record<string, NeedLink>>;
	/** In the order in which they were added. */
	readonly ideas: readonly ProductIdea[];
	/** Both in the order in which they were added. */
	readonly decisions: readonly Decision[];
	readonly actions: readonly Action[];
	/** In the order in which it was parked. */
	readonly parked: readonly Parked[];
	/** Oldest first; at most the last one is open. */
	readonly ratings: readonly Rating[];
	/** What the room rates or whose results it looks at; null is the agenda item. */
	readonly shownRating: ShownRating | null;
	/** While everybody looks back at what they wrote: since when. Null before, and once the group went on. */
	readonly wrapUp: { readonly startedAt: number } | null;
	/** What the day was worth: participation id → answer. */
	readonly roti: Readonly<Record<string, RatingAnswer>>;
	/** Oldest first; empty until the worksession closes. */
	readonly recordVersions: readonly RecordVersion[];
	/** By code of a municipality; empty again whenever the record is put to them anew. */
	readonly validations: Readonly<Record<string, Validation>>;
	/** Oldest first. */
	readonly validated: readonly Validated[];
	/** Of which steps, clusters, ideas, decisions and actions the text was taken away: `idea:…` → when last and why. */
	readonly redactions: Readonly<Record<string, Redaction>>;
	/** When each agenda item began and ended, as it really went. */
	readonly itemTimes: Readonly<Record<string, ItemTimes>>;
	/** How long the day was to take from its first item on, as planned when that began; null before. Later plans are held against it. */
	readonly plannedMinutes: number | null;
	readonly spotlight: Spotlight | null;
	readonly message: Message | null;
	/** While true participants look and listen; what they write waits on their devices. */
	readonly isFrozen: boolean;
}

export interface ItemTimes {
	/** When the group first came to it. */
	readonly startedAt: number;
	/** When the group last came to it. */
	readonly lastStartedAt: number;
	/** Null while the group is at it. */
	readonly endedAt: number | null;
	/** How long the visits that have ended took together. */
	readonly tookMs: number;
}

/** A short word of the facilitator to everyone. */
export interface Message {
	readonly id: string;
	readonly text: string;
	readonly at: number;
}

type Decider<T extends CommandType> = (
	state: Worksession,
	command: CommandOf<T>,
	context: Context
) => Outcome<readonly WorksessionEvent[]>;
export type Deciders<T extends CommandType = CommandType> = { readonly [K in T]: Decider<K> };
type Evolver<T extends EventType> = (state: Worksession, event: EventOf<T>) => Worksession;
export type Evolvers<T extends EventType = EventType> = { readonly [K in T]: Evolver<K> };

const deciders: Deciders = {
	...preparationDeciders,
	...compositionDeciders,
	...participantDeciders,
	...peopleDeciders,
	...scribeDeciders,
	...tableDeciders,
	...agendaDeciders,
	...attentionDeciders,
	...timerDeciders,
	...cardDeciders,
	...redactionDeciders,
	...stepDeciders,
	...stepArrangementDeciders,
	...clusterDeciders,
	...codeDeciders,
	...linkDeciders,
	...ideaDeciders,
	...ratingDeciders,
	...arrangementDeciders,
	...outcomeDeciders,
	...parkingDeciders,
	...voteDeciders,
	...voteAgainDeciders,
	...wrapUpDeciders,
	...recordStatusDeciders,
	...validationDeciders
};

const evolvers: Evolvers = {
	...preparationEvolvers,
	...compositionEvolvers,
	...participantEvolvers,
	...peopleEvolvers,
	...scribeEvolvers,
	...tableEvolvers,
	...agendaEvolvers,
	...attentionEvolvers,
	...timerEvolvers,
	...cardEvolvers,
	...redactionEvolvers,
	...stepEvolvers,
	...clusterEvolvers,
	...codeEvolvers,
	...linkEvolvers,
	...ideaEvolvers,
	...ratingEvolvers,
	...outcomeEvolvers,
	...parkingEvolvers,
	...voteEvolvers,
	...voteAgainEvolvers,
	...wrapUpEvolvers,
	...recordStatusEvolvers,
	...validationEvolvers
};

/**
 * The shape of `Worksession`. Raise it whenever a field is added, removed or means something else: a kept state of another format is
 * not read, and the log is replayed from its first event instead.
 */
export const STATE_FORMAT = 21;

/** A worksession of which nothing is known yet; `WorksessionPrepared` is the first event of every log. */
export function initialState(id: string): Worksession {
	return {
		id,
		isTrial: false,
		facts: {
			title: '',
			theme: 'ondermijning',
			group: 'frontrunner',
			date: null,
			startsAt: '09:30',
			place: ''
		},
		authorVisibility: 'municipality',
		doors: 'prepared',
		openedAt: null,
		closedAt: null,
		agenda: [],
		currentItemId: null,
		timer: { kind: 'off' },
		rounds: {},
		steps: [],
		examples: [],
		tables: [],
		participations: {},
		removed: {},
		isLobbyLocked: false,
		links: {},
		ideas: [],
		decisions: [],
		actions: [],
		parked: [],
		ratings: [],
		shownRating: null,
		wrapUp: null,
		roti: {},
		recordVersions: [],
		validations: {},
		validated: [],
		redactions: {},
		itemTimes: {},
		plannedMinutes: null,
		spotlight: null,
		message: null,
		isFrozen: false
	};
}

/**
 * What may be added to the log, or the reason why nothing may. An accepted command without events asks for what is so already.
 * First the permission table, then the one decider of the command.
 */
export function decide(
	state: Worksession,
	command: Command,
	context: Context
): Outcome<readonly WorksessionEvent[]> {
	const refused = refusal(state, command, context.actor);
	if (refused) return reject(refused);
	const decider = deciders[command.type] as Decider<CommandType>;
	return decider(state, command, context);
}

/** The state after an event. An event that cannot have happened is a broken promise, never shrugged at. */
export function evolve(state: Worksession, event: WorksessionEvent): Worksession {
	const evolver = evolvers[event.type] as Evolver<EventType>;
	return evolver(state, event);
}
