import type { EventType } from '#lib/domain/events.ts';
import { REJECTIONS, type Rejection } from '#lib/domain/rejections.ts';
import type { Step } from './play.ts';

/**
 * What a law met. A law that never saw some event or refusal says nothing about it, so `missing` must be empty. `isReachable`
 * leaves out the refusals that need more than a small world holds.
 */
export class Seen {
	readonly #events = new Set<EventType>();
	readonly #rejections = new Set<Rejection>();
	steps = 0;

	note({ outcome }: Pick<Step, 'outcome'>): void {
		this.steps += 1;
		if (outcome.ok) for (const event of outcome.value) this.#events.add(event.type);
		else this.#rejections.add(outcome.rejection);
	}

	isAllMet(): boolean {
		const { events, rejections } = this.missing();
		return events.length + rejections.length === 0;
	}

	missing(): { events: readonly EventType[]; rejections: readonly Rejection[] } {
		return {
			events: EVENT_TYPES.filter((type) => !this.#events.has(type)),
			rejections: REJECTIONS.filter((code) => !this.#rejections.has(code) && !(code in BEYOND_SMALL_WORLDS))
		};
	}
}

/** Refusals for which a world must be full; each has a test of its own in the file named. */
const BEYOND_SMALL_WORLDS: Readonly<Partial<Record<Rejection, string>>> = {
	'room-full': 'participants.test.ts: needs 1,000 people',
	'round-full': 'cards.test.ts: needs 2,000 cards in one round',
	'clusters-full': 'clusters.test.ts: needs 500 clusters in one round',
	'links-full': 'links.test.ts: needs 5,000 links',
	'ideas-full': 'ideas.test.ts: needs 200 ideas',
	'ratings-full': 'ratings.test.ts: needs 30 ratings',
	'outcomes-full': 'outcomes.test.ts: needs 100 decisions',
	'votes-full': 'vote-again.test.ts: needs five votes in one round after one another'
};

/** Every event but the first and those of what was brought in, which no command gives. A missing one does not compile. */
const commandEvents: Readonly<
	Record<Exclude<EventType, 'WorksessionPrepared' | 'RecordBroughtIn' | 'DotsCounted'>, true>
> = {
	FactsChanged: true,
	RoundAdded: true,
	BreakAdded: true,
	ItemMoved: true,
	ItemRemoved: true,
	LobbyLockSet: true,
	PersonRemoved: true,
	PersonReadmitted: true,
	PeopleMerged: true,
	PersonAdded: true,
	TableAdded: true,
	TableChanged: true,
	TableRemoved: true,
	PeopleSeated: true,
	HostSet: true,
	AuthorVisibilityChanged: true,
	RoundChanged: true,
	BreakChanged: true,
	ExampleAdded: true,
	ExampleChanged: true,
	ExampleRemoved: true,
	DoorsOpened: true,
	WorksessionClosed: true,
	ParticipantJoined: true,
	Greeted: true,
	HandRaised: true,
	HandLowered: true,
	ReadySet: true,
	SpotlightSet: true,
	MessageSent: true,
	MessageCleared: true,
	FrozenSet: true,
	ItemStarted: true,
	StageMoved: true,
	TimerSet: true,
	CardPosted: true,
	CardEdited: true,
	CardWithdrawn: true,
	HiddenSet: true,
	StepAdded: true,
	StepRenamed: true,
	StepDescribed: true,
	CardRedacted: true,
	TextRedacted: true,
	GoneRedacted: true,
	StepMoved: true,
	StepRemoved: true,
	ItemsPinned: true,
	ClusterMade: true,
	ClusterRenamed: true,
	CardsClustered: true,
	CardsTakenOut: true,
	ClusterTakenApart: true,
	ItemsClassified: true,
	NeedLinked: true,
	NeedUnlinked: true,
	IdeaAdded: true,
	IdeaChanged: true,
	IdeaTied: true,
	IdeaRemoved: true,
	DecisionAdded: true,
	DecisionChanged: true,
	DecisionRemoved: true,
	ActionAdded: true,
	ActionChanged: true,
	ActionRemoved: true,
	Parked: true,
	ParkedChanged: true,
	Unparked: true,
	VoteStarted: true,
	InterestSaid: true,
	RatingStarted: true,
	RatingGiven: true,
	RatingClosed: true,
	RatingShown: true,
	WrapUpStarted: true,
	OutcomesShown: true,
	CardReadBack: true,
	RotiGiven: true,
	RecordMoved: true,
	PieceAnswered: true,
	ValidationSent: true,
	DotPlaced: true,
	DotTaken: true
};
const EVENT_TYPES = Object.keys(commandEvents) as EventType[];
