import fc from 'fast-check';
import { neighbour } from '#lib/domain/agenda.ts';
import { ARRANGING, changedArrangement, isArranging } from '#lib/domain/arrangement.ts';
import type {
	Arrangement,
	Command,
	CommandOf,
	CommandType,
	Context,
	ExampleFacts,
	ItemRef,
	StageMinutes
} from '#lib/domain/commands.ts';
import type { EventType, WorksessionEvent } from '#lib/domain/events.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { PERMISSIONS } from '#lib/domain/permissions.ts';
import { REJECTIONS, type Rejection } from '#lib/domain/rejections.ts';
import { ownView, type OwnView, type People } from '#lib/domain/visibility.ts';
import {
	AUTHOR_VISIBILITIES,
	CATEGORIES,
	FUNCTIONS,
	LEGAL_BASES,
	NATURES,
	NEED_TYPES,
	PARTICIPATION_ROLES,
	PROCESS_PHASES,
	PRODUCT_FORMS,
	BUDGETS_PER,
	ROUND_KINDS,
	STAGES,
	WORKING_STAGES,
	type AuthorVisibility,
	type BudgetPer,
	type RoundKind,
	type Stage
} from '#lib/domain/vocabulary.ts';
import { decide, evolve, initialState, type Round, type Worksession } from '#lib/domain/worksession.ts';
import { allCards } from '#lib/domain/card-table.ts';
import { isOwnedBy } from '#lib/domain/cards.ts';
import { LATE_CARD_GRACE_MS, TIMER_STEP_MS_MAX } from '#lib/domain/limits.ts';
import {
	actorFor,
	aRoundWithSettings,
	aWorksession,
	BREAK_ID,
	deepFreeze,
	MINUTE,
	participationId,
	proofWith,
	roundId,
	shuffledIds,
	START,
	type Story,
	type Who
} from './worksession.ts';
import { NO_DETAILS } from '#lib/domain/step-details.ts';

/**
 * Random days for the laws: what a facilitator and a few participants may do in any order, sensible or not, on things that
 * exist, are hidden from them, belong to someone else or never were. A world is plain data, so a failing one shrinks well.
 */
export interface World {
	readonly kinds: readonly RoundKind[];
	readonly authorVisibility: AuthorVisibility;
	readonly isTrial: boolean;
	/** Whose dots a budget is in every round, until somebody changes one. */
	readonly budgetPer: BudgetPer;
	/** A history that begins in a vote begins in a second one, on two items. */
	readonly hasVotedBefore: boolean;
	/** Steps, examples, tables and agenda items are one short of their maximum. */
	readonly isNearlyFull: boolean;
	/** Where the group is when the history starts; before that, everybody but the last has joined and written something. */
	readonly begin: 'doors closed' | 'lobby' | Stage;
	/** Two tables, at which everybody sits, or none. */
	readonly hasTables: boolean;
	readonly people: number;
	readonly choices: readonly Choice[];
}

/** What is asked, and the chance from which its particulars follow. */
interface Choice {
	readonly type: CommandType;
	readonly seed: number;
}

export interface Step {
	readonly before: Worksession;
	readonly after: Worksession;
	readonly command: Command;
	readonly who: Who;
	readonly outcome: Outcome<readonly WorksessionEvent[]>;
	/** Names as known before and after; one is sometimes erased. */
	readonly peopleBefore: People;
	readonly people: People;
	/** A context for this command by anybody; the ids it issues are the same each time it is made. */
	readonly contextOf: (who: Who) => Context;
}

export interface Played {
	readonly everybody: readonly Who[];
	readonly events: readonly WorksessionEvent[];
	readonly state: Worksession;
}

const NAMES = ['anna', 'bram', 'carla', 'driss'];
/** Bram's browser keeps no key, so it cannot post in a fully anonymous worksession. */
const KEYLESS = 'bram';

/** How often each command is asked, in parts of the sum. */
const WEIGHTS: Readonly<Record<CommandType, number>> = {
	PostCard: 66,
	EditCard: 20,
	WithdrawCard: 20,
	StartItem: 7,
	MoveStage: 24,
	PlaceDot: 60,
	TakeDot: 10,
	AddDecision: 8,
	ChangeDecision: 7,
	RemoveDecision: 5,
	AddAction: 8,
	ChangeAction: 7,
	RemoveAction: 5,
	StartVote: 10,
	AddIdea: 24,
	ChangeIdea: 12,
	RemoveIdea: 8,
	MakeCluster: 20,
	AddToCluster: 16,
	RemoveFromCluster: 8,
	RenameCluster: 5,
	TakeApart: 5,
	Rearrange: 24,
	PinItems: 12,
	LinkNeed: 30,
	UnlinkNeed: 20,
	ClassifyItems: 12,
	AddStep: 24,
	PutInCards: 9,
	TakeOutCards: 8,
	AddRound: 3,
	AddBreak: 3,
	DuplicateItem: 3,
	MoveItem: 4,
	RemoveItem: 24,
	PlanMinutes: 7,
	SetLobbyLocked: 4,
	RemovePerson: 5,
	ReadmitPerson: 6,
	MergePeople: 4,
	AddPerson: 5,
	PostCardFor: 8,
	PlaceDotFor: 12,
	TakeDotFor: 4,
	AddTable: 12,
	ChangeTable: 4,
	RemoveTable: 3,
	SeatPeople: 9,
	TakeSeat: 8,
	SpreadPeople: 5,
	RotateTables: 5,
	SetHost: 10,
	RenameStep: 5,
	DescribeStep: 5,
	RedactCard: 20,
	MoveStep: 6,
	RemoveStep: 4,
	AdjustTimer: 6,
	PauseTimer: 4,
	ResumeTimer: 4,
	Join: 14,
	Greet: 6,
	RaiseHand: 8,
	LowerHand: 8,
	SetReady: 10,
	SetSpotlight: 8,
	SendMessage: 5,
	ClearMessage: 4,
	SetFrozen: 4,
	ChangeFacts: 5,
	ChangeAuthorVisibility: 8,
	ChangeRound: 9,
	ChangeBreak: 5,
	AddExample: 14,
	ChangeExample: 5,
	RemoveExample: 3,
	OpenDoors: 5,
	CloseWorksession: 1
};

const NOTHING_ARRANGED: Arrangement = { cards: [], clusters: [], links: [] };

const choice: fc.Arbitrary<Choice> = fc.record({
	type: fc.oneof(
		...Object.entries(WEIGHTS).map(([type, weight]) => ({
			weight,
			arbitrary: fc.constant(type as CommandType)
		}))
	),
	seed: fc.nat(0x7fff_ffff)
});

const QUESTIONS = ['process', 'strengths', 'bottlenecks', 'needs'] as const satisfies readonly RoundKind[];

export const worlds: fc.Arbitrary<World> = fc.record({
	kinds: fc
		.tuple(
			fc.oneof(
				{ weight: 9, arbitrary: fc.shuffledSubarray([...QUESTIONS], { minLength: 2 }) },
				{ weight: 5, arbitrary: fc.constantFrom(...QUESTIONS).map((kind) => [kind]) }
			),
			fc.oneof(
				{ weight: 3, arbitrary: fc.constant<RoundKind[]>([]) },
				{
					weight: 1,
					arbitrary: fc.constantFrom<RoundKind[]>(['introduction'], ['ideas'], ['rating'], ['checkout'])
				}
			)
		)
		.map(([questions, around]) => [...questions, ...around]),
	authorVisibility: fc.constantFrom(...AUTHOR_VISIBILITIES),
	isTrial: fc.boolean(),
	budgetPer: fc.constantFrom(...BUDGETS_PER),
	hasVotedBefore: fc.boolean(),
	isNearlyFull: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(false) },
		{ weight: 1, arbitrary: fc.constant(true) }
	),
	begin: fc.oneof(
		{ weight: 1, arbitrary: fc.constant('doors closed' as const) },
		{ weight: 1, arbitrary: fc.constant('lobby' as const) },
		{ weight: 10, arbitrary: fc.constantFrom(...STAGES) }
	),
	hasTables: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(true) },
		{ weight: 1, arbitrary: fc.constant(false) }
	),
	people: fc.integer({ min: 2, max: 4 }),
	choices: fc.array(choice, { minLength: 1, maxLength: 120, size: 'max' })
});

/**
 * Plays a world through `decide` and `evolve` and shows every step. All state is frozen in depth, so an evolver or view
 * that changes what it was given throws.
 */
export function play(world: World, visit: (step: Step) => void): Played {
	const everybody = ['facilitator', ...NAMES.slice(0, world.people)];
	const events: WorksessionEvent[] = [...opening(world)];
	let state = deepFreeze(events.reduce(evolve, initialState('worksession-1')));
	let arrangedBefore = state;
	let people: People = namesOf(state);
	let now = START + MINUTE;
	world.choices.forEach(({ type: wanted, seed }, index) => {
		const dice = new Dice(seed);
		const type = isInRound(state) || dice.chance(0.6) ? wanted : 'StartItem';
		now += dice.chance(0.03) ? LATE_CARD_GRACE_MS + 1 : dice.below(20_000);
		const who = whoActs(dice, type, everybody, state);
		const contextOf = contextsAt(now, index);
		const command = new Chooser(dice, { state, arrangedBefore }, contextOf(who), index).make(type);
		const before = state;
		const outcome = decide(before, command, contextOf(who));
		if (outcome.ok) {
			events.push(...outcome.value);
			state = deepFreeze(deepFreeze(outcome.value).reduce(evolve, before));
			if (isArranging({ type })) arrangedBefore = before;
		}
		const peopleBefore = people;
		people = namesAfter(dice, people, state);
		visit({ before, after: state, command, who, outcome, peopleBefore, people, contextOf });
	});
	return { everybody, events, state };
}

/** Whether this browser has a key, by which its fully anonymous cards stay its own. */
function keyOf(who: Who): string | null {
	return who === KEYLESS || who === 'facilitator' ? null : `key of ${who}`;
}

export function ownViewOf(state: Worksession, people: People, who: Who): OwnView | null {
	return who === 'facilitator' ? null : ownView(state, people, participationId(who), proofWith(keyOf(who)));
}

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
	'outcomes-full': 'outcomes.test.ts: needs 100 decisions',
	'votes-full': 'vote-again.test.ts: needs five votes in one round after one another'
};

/** Every event but the first, which no command gives. A missing one does not compile. */
const commandEvents: Readonly<Record<Exclude<EventType, 'WorksessionPrepared'>, true>> = {
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
	StepAdded: true,
	StepRenamed: true,
	StepDescribed: true,
	CardRedacted: true,
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
	IdeaRemoved: true,
	DecisionAdded: true,
	DecisionChanged: true,
	DecisionRemoved: true,
	ActionAdded: true,
	ActionChanged: true,
	ActionRemoved: true,
	VoteStarted: true,
	DotPlaced: true,
	DotTaken: true
};
const EVENT_TYPES = Object.keys(commandEvents) as EventType[];

function opening(world: World): readonly WorksessionEvent[] {
	const steps = world.isNearlyFull
		? Array.from({ length: 11 }, (_, n) => `Stap ${n + 1}`)
		: ['Signaal', 'Weging'];
	const story = aWorksession({ ...world, steps, settings: { budgetPer: world.budgetPer } });
	for (let n = world.isNearlyFull ? 29 : 1; n > 0; n -= 1)
		story.act('facilitator', {
			type: 'AddExample',
			example: { name: `Voorbeeld ${n}`, summary: '', municipalities: [] }
		});
	for (let n = world.isNearlyFull ? 29 : world.hasTables ? 2 : 0; n > 0; n -= 1)
		story.act('facilitator', { type: 'AddTable', table: { name: `Tafel ${n}`, exampleId: null } });
	while (world.isNearlyFull && story.state.agenda.length < 39)
		story.act('facilitator', { type: 'AddBreak', title: 'Pauze', minutes: 5, toIndex: 0 });
	const { begin } = world;
	if (begin === 'doors closed') return story.events;
	story.open();
	const present = NAMES.slice(0, world.people - 1);
	present.forEach((who, n) => story.join(who, ...codes(world.isTrial).slice(...municipalitiesAt(n))));
	if (!world.isNearlyFull) seatAll(story, present);
	if (begin === 'lobby') return story.events;
	const [first, second] = world.kinds;
	if (first) writeRound(story, first, present);
	if (second) voteRound(writeRound(story, second, present), second, begin, present).at(second, begin);
	if (second && begin === 'voting' && world.hasVotedBefore) voteAgain(story, second);
	return story.events;
}

/** On two late cards, and so not on what was there before. */
function voteAgain(story: Story, kind: RoundKind): void {
	const items = ['laat', 'later'].map((text): ItemRef => ({ kind: 'card', id: story.card('anna', text) }));
	const { dotBudget, budgetPer, dotsPerItemMax } = story.at(kind, 'closed').round(kind).settings;
	const rules = { dotBudget, budgetPer, dotsPerItemMax };
	story.act('facilitator', { type: 'StartVote', roundId: roundId(kind), items, rules });
}

/** The first comes for two municipalities, and shares one of them with the second. */
function municipalitiesAt(place: number): readonly [number, number] {
	return place === 0 ? [0, 2] : [place, place + 1];
}

/** Everybody at the first two tables in turn; who comes first leads. */
function seatAll(story: Story, present: readonly Who[]): void {
	present.forEach((who, n) => {
		const tableId = story.state.tables[n % 2]?.id ?? null;
		story.act(who, { type: 'TakeSeat', tableId });
		if (n < 2 && tableId)
			story.act('facilitator', { type: 'SetHost', tableId, participationId: participationId(who) });
	});
}

/** A round in which everybody writes two cards, of which two become a cluster. */
function writeRound(story: Story, kind: RoundKind, writers: readonly Who[]): Story {
	story.at(kind, 'writing');
	const withKey = writers.filter((who) => who !== KEYLESS);
	const cards = ['een', 'twee'].flatMap((text) =>
		withKey.map((who) => story.card(who, `${kind} ${text} van ${who}`))
	);
	story.at(kind, 'sharing').cluster('Stapel', ...cards.slice(0, 2));
	return story;
}

/** Where the history begins after voting, or just before it, everybody has a dot on each item. */
function voteRound(story: Story, kind: RoundKind, begin: Stage, voters: readonly Who[]): Story {
	if (!['arranging', 'voting', 'closed'].includes(begin)) return story;
	const { id, cards, clusters } = story.at(kind, 'voting').round(kind);
	const loose = allCards(cards).filter((card) => card.clusterId === null);
	const items: readonly ItemRef[] = [
		...loose.slice(0, 1).map((card): ItemRef => ({ kind: 'card', id: card.id })),
		...Object.keys(clusters).map((clusterId): ItemRef => ({ kind: 'cluster', id: clusterId }))
	];
	for (const who of voters)
		for (const item of items) {
			const dot: Command = { type: 'PlaceDot', roundId: id, item };
			if (story.attempt(who, dot).ok) story.act(who, dot);
		}
	return story;
}

function codes(isTrial: boolean): readonly string[] {
	return isTrial ? ['XX0001', 'XX0002', 'XX0003'] : ['GM0014', 'GM0363', 'GM0344'];
}

function contextsAt(now: number, index: number): (who: Who) => Context {
	return (who) => ({
		actor: actorFor(who),
		now,
		commandId: `draft-day-${String(index).padStart(4, '0')}`,
		// The opening has used the lower numbers.
		newId: shuffledIds(100_000 + index * 16),
		proofOf: proofWith(keyOf(who))
	});
}

function isInRound({ currentItemId, rounds }: Worksession): boolean {
	return currentItemId !== null && Object.hasOwn(rounds, currentItemId);
}

/** Mostly somebody of the right role who has joined; sometimes anybody. */
function whoActs(dice: Dice, type: CommandType, everybody: readonly Who[], state: Worksession): Who {
	if (dice.chance(0.06)) return dice.pick(everybody);
	const { roles } = PERMISSIONS[type];
	const isForBoth = roles.includes('facilitator') && roles.length > 1;
	if (isForBoth ? dice.chance(0.5) : roles.includes('facilitator')) return 'facilitator';
	const people = everybody.filter((who) => who !== 'facilitator');
	const joined = people.filter((who) => state.participations[participationId(who)]);
	const isJoining = type === 'Join';
	const likely = isJoining ? people.filter((who) => !joined.includes(who)) : joined;
	return dice.chance(0.9) && likely.length > 0 ? dice.pick(likely) : dice.pick(people);
}

function namesOf(state: Worksession): People {
	const names = Object.keys(state.participations).map((id) => [id, `Naam van ${id}`] as const);
	return { names: new Map(names), epoch: 0 };
}

/** Names are added when people join, and sometimes one is erased, which is the moment that `epoch` exists for. */
function namesAfter(dice: Dice, people: People, state: Worksession): People {
	const ids = Object.keys(state.participations);
	const isAnyNew = ids.some((id) => !people.names.has(id));
	const known = isAnyNew ? new Map([...namesOf(state).names, ...people.names]) : people.names;
	if (ids.length === 0 || !dice.chance(0.02)) return { names: known, epoch: people.epoch };
	return { names: new Map([...known, [dice.pick(ids), '']]), epoch: people.epoch + 1 };
}

/** Chance from a seed (mulberry32). */
class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** At least 0 and below 1. */
	roll(): number {
		this.#state = (this.#state + 0x6d2b_79f5) | 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}

	below(n: number): number {
		return Math.floor(this.roll() * n);
	}

	chance(probability: number): boolean {
		return this.roll() < probability;
	}

	pick<T>(list: readonly T[]): T {
		const picked = list[this.below(list.length)];
		if (picked === undefined) throw new Error('Nothing to pick from');
		return picked;
	}

	/** One of the list, or the fallback when it is empty. */
	pickOr<T>(list: readonly T[], fallback: T): T {
		return list.length === 0 ? fallback : this.pick(list);
	}

	some<T>(list: readonly T[], countMax: number): readonly T[] {
		return list.length === 0 ? [] : Array.from({ length: 1 + this.below(countMax) }, () => this.pick(list));
	}
}

const NOWHERE = ['nowhere', '__proto__', 'constructor', 'id-00000000'] as const;

interface PickedCard {
	readonly roundId: string;
	readonly id: string;
	readonly text: string;
	readonly stepId: string | null;
}

/** Fills in a command's particulars: mostly such that it could succeed, now and then in every way that it could not. */
class Chooser {
	readonly #dice: Dice;
	readonly #state: Worksession;
	readonly #context: Context;
	readonly #index: number;
	readonly #arrangedBefore: Worksession;

	/** `arrangedBefore` is the state before the board was last arranged. */
	constructor(
		dice: Dice,
		{ state, arrangedBefore }: { readonly state: Worksession; readonly arrangedBefore: Worksession },
		context: Context,
		index: number
	) {
		this.#dice = dice;
		this.#state = state;
		this.#arrangedBefore = arrangedBefore;
		this.#context = context;
		this.#index = index;
	}

	make(type: CommandType): Command {
		const makers: { readonly [T in CommandType]: () => Omit<CommandOf<T>, 'type'> } = {
			ChangeFacts: () => ({ facts: this.#facts() }),
			ChangeAuthorVisibility: () => ({ authorVisibility: this.#dice.pick(AUTHOR_VISIBILITIES) }),
			ChangeRound: () => ({ roundId: this.#roundId(), settings: this.#settings() }),
			ChangeBreak: () => ({
				itemId: this.#orNowhere(BREAK_ID),
				title: this.#title(),
				minutes: this.#minutes()
			}),
			AddRound: () => ({
				kind: this.#dice.pick(ROUND_KINDS),
				settings: this.#dice.chance(0.5) ? null : this.#settings(),
				toIndex: this.#dice.below(this.#state.agenda.length + 3) - 1
			}),
			AddBreak: () => ({
				title: this.#title(),
				minutes: this.#minutes(),
				toIndex: this.#dice.below(this.#state.agenda.length + 3) - 1
			}),
			DuplicateItem: () => ({ itemId: this.#itemId() }),
			MoveItem: () => ({
				itemId: this.#itemId(),
				toIndex: this.#dice.below(this.#state.agenda.length + 2) - 1
			}),
			RemoveItem: () => ({
				itemId: this.#dice.chance(0.5) ? this.#unstartedRoundId() : this.#itemId()
			}),
			PlanMinutes: () => ({
				changes: Array.from({ length: 1 + this.#dice.below(3) }, () => this.#plannedMinutes())
			}),
			SetLobbyLocked: () => ({ isLocked: this.#dice.chance(0.3) }),
			RemovePerson: () => ({
				participationId: this.#personId(),
				withCards: this.#dice.chance(0.4)
			}),
			ReadmitPerson: () => ({
				participationId: this.#orNowhere(
					this.#dice.pickOr(Object.keys(this.#state.removed), participationId('anna'))
				)
			}),
			MergePeople: () => ({ fromId: this.#personId(), intoId: this.#personId() }),
			AddPerson: () => ({
				name: this.#dice.chance(0.1) ? this.#dice.pick(['', 'n'.repeat(81)]) : `Els ${this.#index}`,
				role: this.#dice.pick(PARTICIPATION_ROLES),
				organisation: this.#organisation(),
				municipalities: this.#municipalities(),
				functionName: ''
			}),
			PostCardFor: () => ({
				participationId: this.#scribedId(),
				roundId: this.#roundId(),
				text: this.#text(),
				stepId: this.#stepId()
			}),
			PlaceDotFor: () => {
				const round = this.#roundId();
				return { participationId: this.#scribedId(), roundId: round, item: this.#item(round) };
			},
			TakeDotFor: () => {
				const round = this.#roundId();
				return { participationId: this.#scribedId(), roundId: round, item: this.#item(round) };
			},
			AddTable: () => ({ table: this.#table() }),
			ChangeTable: () => ({ tableId: this.#tableId() ?? 'nowhere', table: this.#table() }),
			RemoveTable: () => ({ tableId: this.#tableId() ?? 'nowhere' }),
			SeatPeople: () => ({
				participationIds: Array.from({ length: 1 + this.#dice.below(3) }, () => this.#personId()),
				tableId: this.#tableId()
			}),
			TakeSeat: () => ({ tableId: this.#tableId() }),
			SpreadPeople: () => ({ whom: this.#dice.pick(['everybody', 'unseated']) }),
			RotateTables: () => ({}),
			SetHost: () => {
				const tableId = this.#tableId() ?? 'nowhere';
				const seated = Object.values(this.#state.participations).filter((one) => one.tableId === tableId);
				const host = this.#dice.pickOr(
					seated.map(({ id }) => id),
					this.#personId()
				);
				return { tableId, participationId: this.#dice.chance(0.15) ? null : host };
			},
			AddExample: () => ({ example: this.#example() }),
			ChangeExample: () => ({ exampleId: this.#exampleId(), example: this.#example() }),
			RemoveExample: () => ({ exampleId: this.#exampleId() }),
			OpenDoors: () => ({}),
			CloseWorksession: () => ({}),
			Join: () => ({
				role: this.#dice.pick(['follower', ...PARTICIPATION_ROLES]),
				organisation: this.#organisation(),
				municipalities: this.#municipalities(),
				functionName: this.#dice.chance(0.05) ? 'f'.repeat(81) : 'adviseur',
				noticeVersion: '2026-09'
			}),
			Greet: () => ({ text: this.#text() }),
			RaiseHand: () => ({}),
			LowerHand: () => ({ participationId: this.#raisedHand() }),
			SetReady: () => ({ roundId: this.#roundId(), isReady: this.#dice.chance(0.7) }),
			SetSpotlight: () => {
				const round = this.#roundId();
				return { spotlight: this.#dice.chance(0.2) ? null : { roundId: round, item: this.#item(round) } };
			},
			SendMessage: () => ({ text: this.#text() }),
			ClearMessage: () => ({}),
			SetFrozen: () => ({ isFrozen: this.#dice.chance(0.4) }),
			StartItem: () => ({ itemId: this.#orNowhere(this.#dice.pick(this.#state.agenda).id) }),
			MoveStage: () => this.#move(),
			AdjustTimer: () => ({
				deltaMs: this.#dice.chance(0.1)
					? TIMER_STEP_MS_MAX + 1
					: this.#dice.pick([-MINUTE, MINUTE, 5 * MINUTE])
			}),
			PauseTimer: () => ({}),
			ResumeTimer: () => ({}),
			PostCard: () => ({
				roundId: this.#roundId(),
				text: this.#text(),
				stepId: this.#stepId(),
				...(this.#dice.chance(0.45) ? { isWithoutOrigin: true } : {})
			}),
			EditCard: () => {
				const card = this.#card(0.8);
				const isSame = this.#dice.chance(0.15);
				return {
					roundId: card.roundId,
					cardId: card.id,
					text: isSame ? card.text : this.#text(),
					stepId: isSame ? card.stepId : this.#stepId(),
					...(this.#dice.chance(0.6) ? { isWithoutOrigin: this.#dice.chance(0.35) } : {})
				};
			},
			WithdrawCard: () => {
				const { roundId, id } = this.#card(0.8);
				return { roundId, cardId: id };
			},
			RedactCard: () => {
				const { roundId, id } = this.#card(0.6);
				return { roundId, cardId: id, reason: this.#dice.chance(0.2) ? '' : this.#text() };
			},
			PutInCards: () => ({
				roundId: this.#unstartedRoundId(),
				cards: Array.from({ length: this.#dice.below(3) }, () => ({
					text: this.#text(),
					municipalities: this.#municipalities()
				}))
			}),
			TakeOutCards: () => {
				const id = this.#unstartedRoundId();
				const putIn = allCards(this.#roundOf(id)?.cards ?? []).filter(
					({ author }) => author.kind === 'facilitator'
				);
				const ids = putIn.map((card) => card.id);
				return { roundId: id, cardIds: this.#dice.chance(0.8) ? ids.slice(0, 2) : this.#cardIds(id) };
			},
			AddStep: () => {
				const round = this.#dice.chance(0.6) ? this.#roundId() : null;
				const tableId = this.#dice.chance(0.4) ? this.#tableId() : null;
				return { title: this.#title(), tableId, roundId: round, cardIds: this.#cardIds(round) };
			},
			RenameStep: () => ({ stepId: this.#stepId() ?? 'nowhere', title: this.#title() }),
			DescribeStep: () => ({
				stepId: this.#stepId() ?? 'nowhere',
				details: {
					...NO_DETAILS,
					phase: this.#dice.pick([null, ...PROCESS_PHASES]),
					doneBy: this.#dice.some(FUNCTIONS, 3),
					legalBases: this.#dice.some(LEGAL_BASES, 3),
					tool: this.#title()
				}
			}),
			MoveStep: () => ({
				stepId: this.#stepId() ?? 'nowhere',
				toIndex: this.#dice.below(this.#state.steps.length + 2) - 1
			}),
			RemoveStep: () => ({ stepId: this.#stepId() ?? 'nowhere' }),
			PinItems: () => {
				const round = this.#roundId();
				return { roundId: round, items: this.#items(round), stepId: this.#stepId() };
			},
			MakeCluster: () => {
				const round = this.#roundId();
				return { roundId: round, title: this.#title(), items: this.#items(round) };
			},
			RenameCluster: () => ({ ...this.#cluster(), title: this.#title() }),
			AddToCluster: () => {
				const cluster = this.#cluster();
				return { ...cluster, cardIds: this.#cardIds(cluster.roundId) };
			},
			RemoveFromCluster: () => {
				const round = this.#roundId();
				return { roundId: round, cardIds: this.#cardIds(round) };
			},
			TakeApart: () => this.#cluster(),
			Rearrange: () => this.#rearrange(),
			ClassifyItems: () => {
				const round = this.#roundId();
				return { roundId: round, items: this.#items(round), codes: this.#codes() };
			},
			LinkNeed: () => this.#link(),
			UnlinkNeed: () =>
				this.#dice.chance(0.8)
					? this.#dice.pickOr(Object.values(this.#state.links), this.#link())
					: this.#link(),
			PlaceDot: () => {
				const round = this.#roundId();
				return { roundId: round, item: this.#dottedItem(round, 0.4) };
			},
			TakeDot: () => {
				const round = this.#roundId();
				return { roundId: round, item: this.#dottedItem(round, 0.8) };
			},
			AddIdea: () => ({
				idea: this.#idea(),
				tableId: this.#tableId(),
				from: this.#dice.chance(0.4) ? this.#roundItems('ideas') : []
			}),
			ChangeIdea: () => ({ ideaId: this.#ideaId(), idea: this.#idea() }),
			RemoveIdea: () => ({ ideaId: this.#ideaId() }),
			AddDecision: () => ({ decision: this.#decision() }),
			ChangeDecision: () => ({ decisionId: this.#idIn(this.#state.decisions), decision: this.#decision() }),
			RemoveDecision: () => ({ decisionId: this.#idIn(this.#state.decisions) }),
			AddAction: () => ({ action: this.#action() }),
			ChangeAction: () => ({ actionId: this.#idIn(this.#state.actions), action: this.#action() }),
			RemoveAction: () => ({ actionId: this.#idIn(this.#state.actions) }),
			StartVote: () => {
				const round = this.#roundId();
				const items = this.#dice.chance(0.5) ? null : this.#items(round);
				const { dotBudget, budgetPer, dotsPerItemMax } = this.#settings();
				return { roundId: round, items, rules: { dotBudget, budgetPer, dotsPerItemMax } };
			}
		};
		return { type, ...makers[type]() } as Command;
	}

	/** What undoes the last act on a board, or does another one; sometimes what was done already. */
	#rearrange(): Omit<CommandOf<'Rearrange'>, 'type'> {
		const rounds = Object.keys(this.#state.rounds);
		const last = rounds.find((id) => changedArrangement(this.#state, this.#arrangedBefore, id));
		const isUndo = last !== undefined && this.#dice.chance(0.5);
		const roundId = isUndo ? last : this.#roundId();
		const wanted = isUndo ? this.#arrangedBefore : this.#afterAnAct();
		const { from, to } = changedArrangement(this.#state, wanted, roundId) ?? {
			from: NOTHING_ARRANGED,
			to: { cards: [], clusters: [{ id: 'cluster-0', title: this.#title(), stepId: null }], links: [] }
		};
		return this.#dice.chance(0.1) ? { roundId, from: to, to: from } : { roundId, from, to };
	}

	#afterAnAct(): Worksession {
		const command = this.make(this.#dice.pick(ARRANGING));
		const outcome = decide(this.#state, command, {
			...this.#context,
			actor: { role: 'facilitator', accountId: 'account' }
		});
		return outcome.ok ? outcome.value.reduce(evolve, this.#state) : this.#state;
	}

	#orNowhere(id: string): string {
		return this.#dice.chance(0.04) ? this.#dice.pick(NOWHERE) : id;
	}

	/** Mostly of whoever acts, or else one that is up. */
	#raisedHand(): string {
		const { actor } = this.#context;
		if (actor.role === 'participant' && this.#dice.chance(0.8)) return actor.participationId;
		const raised = Object.values(this.#state.participations).filter(
			({ handRaisedAt }) => handRaisedAt !== null
		);
		return this.#orNowhere(
			this.#dice.pickOr(
				raised.map(({ id }) => id),
				participationId('anna')
			)
		);
	}

	#codes(): CommandOf<'ClassifyItems'>['codes'] {
		const roll = this.#dice.roll();
		if (roll < 0.2) return { nature: this.#dice.pick(NATURES) };
		if (roll < 0.4) return { needType: this.#dice.pick(NEED_TYPES) };
		return { category: this.#dice.pick([null, ...CATEGORIES]), phase: this.#dice.pick(PROCESS_PHASES) };
	}

	#organisation(): string {
		const roll = this.#dice.roll();
		if (roll < 0.03) return 'o'.repeat(81);
		return roll < 0.5 ? '' : 'CBS';
	}

	#itemId(): string {
		return this.#orNowhere(this.#dice.pick(this.#state.agenda).id);
	}

	#plannedMinutes(): CommandOf<'PlanMinutes'>['changes'][number] {
		const item = this.#dice.pick(this.#state.agenda);
		const isMixedUp = this.#dice.chance(0.05);
		const stage = (item.kind === 'break') === isMixedUp ? this.#dice.pick(WORKING_STAGES) : null;
		const minutes = this.#dice.chance(0.8) ? 1 + this.#dice.below(60) : this.#minutes();
		return { itemId: this.#orNowhere(item.id), stage, minutes };
	}

	#personId(): string {
		const ids = Object.keys(this.#state.participations);
		return this.#orNowhere(this.#dice.pickOr(ids, participationId('anna')));
	}

	/** Mostly somebody without a device. */
	#scribedId(): string {
		const people = Object.values(this.#state.participations).filter((one) => one.isWithoutDevice);
		const ids = people.map(({ id }) => id);
		return this.#dice.chance(0.1) ? this.#personId() : this.#dice.pickOr(ids, this.#personId());
	}

	#tableId(): string | null {
		if (this.#dice.chance(0.1)) return null;
		const ids = this.#state.tables.map((table) => table.id);
		return this.#orNowhere(this.#dice.pickOr(ids, 'nowhere'));
	}

	#table(): CommandOf<'AddTable'>['table'] {
		const name = this.#dice.chance(0.1) ? 'n'.repeat(41) : `Tafel ${this.#index}`;
		return { name, exampleId: this.#dice.chance(0.5) ? null : this.#exampleId() };
	}

	/** Mostly a round that still waits, where cards can be put in. */
	#unstartedRoundId(): string {
		const waiting = this.#rounds().filter((round) => round.stage === 'waiting' || round.stage === 'writing');
		return this.#orNowhere(
			this.#dice.pickOr(
				waiting.map((round) => round.id),
				this.#roundId()
			)
		);
	}

	#rounds(): readonly Round[] {
		return Object.values(this.#state.rounds);
	}

	/** Mostly the round the group is at. */
	#roundId(): string {
		const { currentItemId } = this.#state;
		const isCurrent = currentItemId !== null && this.#state.rounds[currentItemId] && this.#dice.chance(0.88);
		return this.#orNowhere(isCurrent ? currentItemId : this.#dice.pick(this.#rounds()).id);
	}

	#roundOf(id: string): Round | undefined {
		return Object.hasOwn(this.#state.rounds, id) ? this.#state.rounds[id] : undefined;
	}

	#move(): Omit<CommandOf<'MoveStage'>, 'type'> {
		const id = this.#roundId();
		const round = this.#roundOf(id);
		const direction = this.#dice.chance(0.55) ? 1 : -1;
		const next = round && this.#dice.chance(0.85) ? neighbour(round, direction) : null;
		return { roundId: id, stage: next ?? this.#dice.pick(STAGES) };
	}

	/** Unique, so that a text that leaks is found; sometimes nothing, too much, or no letters. */
	#text(): string {
		const roll = this.#dice.roll();
		if (roll < 0.03) return ' \n';
		if (roll < 0.06) return 'é'.repeat(281);
		return `geheim ${String(this.#index).padStart(4, '0')}${this.#dice.chance(0.2) ? ' 🌊 <b>&amp;' : ''}`;
	}

	#title(): string {
		const roll = this.#dice.roll();
		if (roll < 0.06) return '';
		if (roll < 0.12) return 't'.repeat(101);
		return this.#dice.chance(0.2) ? 'Zelfde titel' : `Titel ${this.#index}`;
	}

	#minutes(): number {
		return this.#dice.chance(0.2)
			? this.#dice.pick([0, -1, 1.5, 241, Number.NaN])
			: 1 + this.#dice.below(240);
	}

	#facts(): CommandOf<'ChangeFacts'>['facts'] {
		return {
			title: this.#title(),
			theme: 'armoede-schulden',
			group: this.#dice.pick(['frontrunner', 'follower', 'mixed']),
			date: this.#dice.pick([null, '2026-02-28', '2026-02-30', 'morgen']),
			startsAt: '10:00',
			place: this.#dice.chance(0.1) ? 'p'.repeat(101) : 'Utrecht'
		};
	}

	#settings(): CommandOf<'ChangeRound'>['settings'] {
		const stage = () => (this.#dice.chance(0.15) ? null : this.#minutes());
		const minutes: StageMinutes = this.#dice.chance(0.6)
			? { writing: 5, sharing: 5, arranging: 5, voting: 5 }
			: { writing: stage(), sharing: stage(), arranging: stage(), voting: stage() };
		const none: StageMinutes = { writing: null, sharing: null, arranging: null, voting: null };
		return aRoundWithSettings({
			question: this.#title(),
			minutes: this.#dice.chance(0.06) ? none : minutes,
			dotBudget: this.#dice.chance(0.06) ? 0 : 1 + this.#dice.below(4),
			budgetPer: this.#dice.pick(BUDGETS_PER),
			dotsPerItemMax: this.#dice.chance(0.06) ? 21 : 1 + this.#dice.below(3)
		});
	}

	#example(): ExampleFacts {
		return {
			name: this.#title(),
			summary: this.#dice.chance(0.05) ? 's'.repeat(351) : '',
			municipalities: this.#municipalities()
		};
	}

	#exampleId(): string {
		return this.#orNowhere(
			this.#dice.pickOr(
				this.#state.examples.map((example) => example.id),
				'nowhere'
			)
		);
	}

	#municipalities(): readonly string[] {
		const known = codes(this.#state.isTrial);
		const roll = this.#dice.roll();
		if (roll < 0.05) return ['GM9999'];
		if (roll < 0.1) return codes(!this.#state.isTrial);
		if (roll < 0.17) return Array.from({ length: 41 }, () => known[0] ?? '');
		return roll < 0.3 ? [] : known.slice(this.#dice.below(known.length));
	}

	#stepId(): string | null {
		if (this.#dice.chance(0.3)) return null;
		const ids = this.#state.steps.map((step) => step.id);
		return this.#orNowhere(this.#dice.pickOr(ids, 'nowhere'));
	}

	/** A card of the actor's own with this probability, else any: hidden, someone else's, or none. */
	#card(ownProbability: number): PickedCard {
		const all = this.#rounds().flatMap((round) =>
			allCards(round.cards).map((card) => ({
				card,
				id: card.id,
				roundId: round.id,
				text: card.text,
				stepId: card.stepId
			}))
		);
		const mine = all.filter(({ card }) => isOwnedBy(card, this.#context));
		const current = mine.filter((card) => card.roundId === this.#state.currentItemId);
		const id = this.#dice.pick(NOWHERE);
		const nothing: PickedCard = { id, roundId: this.#roundId(), text: 'niets', stepId: null };
		if (this.#dice.chance(0.05))
			return { ...this.#dice.pickOr<PickedCard>(mine, nothing), roundId: this.#roundId() };
		if (!this.#dice.chance(ownProbability)) return this.#dice.pickOr<PickedCard>(all, nothing);
		return this.#dice.pickOr<PickedCard>(current, this.#dice.pickOr<PickedCard>(mine, nothing));
	}

	#cardIds(id: string | null): readonly string[] {
		const round = id === null ? undefined : this.#roundOf(id);
		const ids = round ? allCards(round.cards).map((card) => card.id) : [];
		if (this.#dice.chance(0.1)) return [this.#dice.pick(NOWHERE)];
		return this.#dice.some(ids, 3);
	}

	#item(id: string): ItemRef {
		const round = this.#roundOf(id);
		const cards = allCards(round?.cards ?? []).map((card): ItemRef => ({ kind: 'card', id: card.id }));
		const clusters = Object.keys(round?.clusters ?? {}).map((key): ItemRef => ({ kind: 'cluster', id: key }));
		const kind = this.#dice.chance(0.5) ? 'card' : 'cluster';
		const nothing: ItemRef = { kind, id: this.#dice.pick(NOWHERE) };
		if (this.#dice.chance(0.05)) return nothing;
		return this.#dice.pickOr(this.#dice.chance(0.4) && clusters.length > 0 ? clusters : cards, nothing);
	}

	/** With this probability an item on which the actor has a dot already. */
	#dottedItem(id: string, probability: number): ItemRef {
		const { actor } = this.#context;
		const given = actor.role === 'participant' ? this.#roundOf(id)?.ballots[actor.participationId] : {};
		const keys = Object.values(given ?? {}).flatMap((ballot) => Object.keys(ballot));
		const dotted = keys.map((key): ItemRef => {
			const [kind, itemId] = key.split(':');
			return { kind: kind === 'cluster' ? 'cluster' : 'card', id: itemId ?? '' };
		});
		return this.#dice.chance(probability) ? this.#dice.pickOr(dotted, this.#item(id)) : this.#item(id);
	}

	#items(id: string): readonly ItemRef[] {
		return Array.from({ length: 1 + this.#dice.below(4) }, () => this.#item(id));
	}

	#cluster(): { readonly roundId: string; readonly clusterId: string } {
		const id = this.#roundId();
		const withClusters = this.#rounds().filter((round) => Object.keys(round.clusters).length > 0);
		const round = this.#roundOf(id);
		const hasAny = round && Object.keys(round.clusters).length > 0;
		const from = hasAny ? round : this.#dice.pickOr(withClusters, undefined);
		const ids = Object.keys(from?.clusters ?? {});
		return { roundId: from?.id ?? id, clusterId: this.#orNowhere(this.#dice.pickOr(ids, 'nowhere')) };
	}

	#idea(): CommandOf<'AddIdea'>['idea'] {
		return {
			title: this.#title(),
			form: this.#dice.pick(PRODUCT_FORMS),
			summary: this.#dice.chance(0.03) ? 's'.repeat(2501) : '',
			ownPart: this.#title(),
			needs: this.#dice.chance(0.7) ? this.#roundItems('needs') : []
		};
	}

	/** Mostly of rounds of this kind; now and then more than an idea may rest on. */
	#roundItems(kind: RoundKind): CommandOf<'AddIdea'>['from'] {
		const id = this.#dice.chance(0.1) ? this.#roundId() : this.#orNowhere(roundId(kind));
		const items = this.#items(id).map((item) => ({ roundId: id, item }));
		return this.#dice.chance(0.15) ? Array.from({ length: 51 }, () => items[0] ?? []).flat() : items;
	}

	#ideaId(): string {
		return this.#idIn(this.#state.ideas);
	}

	#idIn(pieces: readonly { readonly id: string }[]): string {
		return this.#orNowhere(
			this.#dice.pickOr(
				pieces.map(({ id }) => id),
				'nowhere'
			)
		);
	}

	#decision(): CommandOf<'AddDecision'>['decision'] {
		return {
			text: this.#title(),
			reason: this.#dice.chance(0.03) ? 'r'.repeat(351) : '',
			dissents: this.#dice.chance(0.5) ? [this.#title()] : [],
			ideaId: this.#dice.chance(0.3) ? this.#ideaId() : null
		};
	}

	#action(): CommandOf<'AddAction'>['action'] {
		return {
			text: this.#title(),
			ownerId: this.#dice.chance(0.5) ? this.#personId() : null,
			ownerName: '',
			dueOn: this.#dice.pick([null, '2026-10-01', '2026-02-30'])
		};
	}

	#link(): Omit<CommandOf<'LinkNeed'>, 'type'> {
		const isRandom = this.#dice.chance(0.1);
		const needs = isRandom ? this.#roundId() : roundId('needs');
		const bottlenecks = isRandom ? this.#roundId() : roundId('bottlenecks');
		return {
			roundId: this.#orNowhere(needs),
			need: this.#item(needs),
			bottleneckRoundId: this.#orNowhere(bottlenecks),
			bottleneck: this.#item(bottlenecks)
		};
	}
}
