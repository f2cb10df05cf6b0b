import {
	OWN_PURSE,
	ballotOf,
	budgetsSpent,
	givenBy,
	lessDots,
	municipalitiesOf,
	pursesOf,
	sumOf
} from './choose/ballots.ts';
import type {
	Actor,
	Context,
	DealFacts,
	DotRules,
	Facts,
	ItemCodes,
	ItemRef,
	NeedLink,
	OwnerFacts,
	RatingAnswer,
	ReadBackAnswer,
	RoundSettings,
	ShownRating,
	Spotlight
} from './commands.ts';
import { allCards, type CardShelf } from './card/card-table.ts';
import { isOwnedBy } from './card/cards.ts';
import { heldItems, type Holder } from './board/holding.ts';
import { isVisibleItem } from './board/items.ts';
import { mapValues, own } from './keyed.ts';
import { rolesOf } from './permissions.ts';
import { doneCount, ratingResults, sheetsOf, type CriterionResult } from './choose/rating-answers.ts';
import { remembering } from './remembering.ts';
import { hostedTable } from './people/tables.ts';
import type {
	Audience,
	AuthorVisibility,
	Criterion,
	Doors,
	ParticipationRole,
	RatingKind,
	RoundKind,
	Stage
} from './vocabulary.ts';
import type {
	Action,
	AgendaItem,
	AnswerSheet,
	AnswerSheets,
	Ballot,
	Ballots,
	Card,
	Cluster,
	Decision,
	EarlierVote,
	ItemTimes,
	Message,
	Parked,
	Participation,
	PracticeExample,
	ProcessStep,
	ProductIdea,
	Rating,
	RecordVersion,
	Redaction,
	Round,
	Table,
	Timer,
	Worksession
} from './worksession.ts';

/**
 * THE ONLY WAY OUT. Whatever a browser, page, export or log line learns of a worksession comes from `sharedView` or `ownView`
 * (and the record from `record.ts`, which asks `cardView`).
 *
 * Everything is built field by field, never by spread: a new field of the state reaches nobody until somebody writes it here.
 * What the room has not seen yet (`isShared` is false) is left out whole, also its id. Records are filled in order of random
 * ids, so that order does not betray who wrote what when. Parts that did not change keep their reference, so that a patch costs what changed.
 */

/** Display names beside the log: participation id → name. `epoch` grows when a known name changes or is erased. */
export interface People {
	readonly names: ReadonlyMap<string, string>;
	readonly epoch: number;
}

/** Hands in no name, so none can come out. */
export const NOBODY: People = { names: new Map(), epoch: -1 };

/** Who wrote a card, as far as the worksession's visibility tells: null is "nobody may know", also where its writer asked that of this card. */
export interface AuthorView {
	readonly name: string | null;
	readonly municipalities: readonly string[];
	/** Whom a partner comes from; empty for a municipality. */
	readonly organisation: string;
}

export interface CardView {
	readonly id: string;
	readonly text: string;
	readonly author: AuthorView | null;
	readonly stepId: string | null;
	readonly clusterId: string | null;
	/** The table at which it was written; null for the whole room. */
	readonly tableId: string | null;
	readonly isLate: boolean;
	/** Put in beforehand by the facilitator. */
	readonly isPutIn: boolean;
	/** By the facilitator, for somebody without a device; false where authors are not told. */
	readonly isWrittenFor: boolean;
	/** Null while its text stands. */
	readonly redaction: Redaction | null;
}

export interface ClusterView {
	readonly id: string;
	readonly title: string;
	readonly stepId: string | null;
}

export interface ItemResult {
	readonly dots: number;
	/** Distinct municipalities for which these dots were given. */
	readonly municipalities: number;
	/** People who gave at least one of them. */
	readonly people: number;
}

/** A vote after which the round voted again. */
export interface EarlierVoteView {
	readonly rules: DotRules;
	readonly closedAt: number;
	readonly votedOn: readonly string[] | null;
	/** Totals per item key. */
	readonly results: Readonly<Record<string, ItemResult>>;
}

interface RoundSettingsView extends DotRules {
	readonly question: string;
	readonly helpText: string;
	readonly minutes: RoundSettings['minutes'];
	readonly isAtTables: boolean;
}

export interface RoundView {
	readonly id: string;
	readonly kind: RoundKind;
	readonly settings: RoundSettingsView;
	readonly stage: Stage;
	readonly closedAt: number | null;
	/** All cards, also those nobody else may read yet. */
	readonly cardCount: number;
	readonly cards: Readonly<Record<string, CardView>>;
	readonly clusters: Readonly<Record<string, ClusterView>>;
	/** What was classified, by item key; only what the room can see ever is. */
	readonly codes: Readonly<Record<string, ItemCodes>>;
	/** Of how many people, or of how many municipalities where budgets are theirs, all dots are placed. */
	readonly votersDone: number;
	/** People who said to be ready in the present stage. */
	readonly readyCount: number;
	/** Keys of the items that may get dots in this vote; null is all of them. */
	readonly votedOn: readonly string[] | null;
	/** Totals per item key, only once the round is closed; null before. */
	readonly results: Readonly<Record<string, ItemResult>> | null;
	/** What was voted before this vote, oldest first. */
	readonly earlierVotes: readonly EarlierVoteView[];
}

/** How the room rates some product ideas; what was answered comes out when the rating is closed, and counted. */
export interface RatingView {
	readonly id: string;
	readonly kind: RatingKind;
	readonly ideaIds: readonly string[];
	readonly criteria: readonly Criterion[];
	readonly startedAt: number;
	readonly closedAt: number | null;
	/** How many could answer when it closed; null before. */
	readonly askedOf: Rating['askedOf'];
	/** People, or municipalities where these answer, that have answered everything. */
	readonly done: number;
	/** By answer key (`criterion:idea`); null while it is open. */
	readonly results: Readonly<Record<string, CriterionResult>> | null;
}

/** How far the room is with looking back; counts only, and not one of what anybody said. */
export interface WrapUpView {
	readonly startedAt: number;
	/** Cards with a writer who may look back at them. */
	readonly cards: number;
	/** Of those, how many their writer said something of. */
	readonly readBack: number;
	/** People who said what the day was worth. */
	readonly roti: number;
}

export interface OwnerOrigin {
	readonly municipalities: readonly string[];
	readonly organisation: string;
}

/** Whose something is to do, as an audience may know it. */
export interface OwnerView extends OwnerFacts {
	/** Null for everybody but facilitators. */
	readonly ownerId: string | null;
	/** For whom the owner comes, when they take part. */
	readonly origin: OwnerOrigin | null;
}

export interface ActionView extends Action, OwnerView {}

export interface ParkedView extends Parked, OwnerView {}

export interface ParticipationView {
	readonly id: string;
	readonly name: string;
	readonly role: ParticipationRole;
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly joinedAt: number;
	/** Cards in the current round; null where counting per person would betray anonymous cards. */
	readonly cardsInRound: number | null;
	readonly handRaisedAt: number | null;
	readonly tableId: string | null;
	/** The facilitator writes and votes for this person. */
	readonly isWithoutDevice: boolean;
	/** Said to be ready in the present stage of the current round. */
	readonly isReady: boolean;
}

/** A card that was put in beforehand and that the room has not seen yet. */
export interface PutInCardView {
	readonly id: string;
	readonly roundId: string;
	readonly text: string;
	readonly municipalities: readonly string[];
	readonly redaction: Redaction | null;
}

/** A card that the facilitator wrote for somebody without a device, and can still change for them. */
export interface WrittenForView {
	readonly id: string;
	readonly participationId: string;
	readonly roundId: string;
	readonly text: string;
	readonly stepId: string | null;
	readonly tableId: string | null;
	readonly redaction: Redaction | null;
}

export interface TableView {
	readonly id: string;
	readonly name: string;
	readonly exampleId: string | null;
}

/** Who is here, as counts; observers are counted apart. Sent beside the views, at most once a second, because it changes with everyone who joins. */
export interface Attendance {
	readonly people: number;
	readonly observers: number;
	/** People per municipality code; a person for several counts in each. */
	readonly municipalities: Readonly<Record<string, number>>;
	/** People per partner organisation. */
	readonly partners: Readonly<Record<string, number>>;
	/** People per table id. */
	readonly tables: Readonly<Record<string, number>>;
}

/** What only facilitators receive. */
interface FacilitatorView {
	readonly notes: Readonly<Record<string, string>>;
	readonly participations: Readonly<Record<string, ParticipationView>>;
	/** Whom a facilitator sent away. */
	readonly removed: Readonly<Record<string, ParticipationView>>;
	/** Who leads which table: table id → participation id. */
	readonly hosts: Readonly<Record<string, string>>;
	/**
	 * Per round the dots of whoever has no device, which the facilitator gives; and under no id those that others gave from the same
	 * purses.
	 */
	readonly scribed: Readonly<Record<string, Ballots>>;
	/** Of the rating that is open: per person without a device, the sheets that the facilitator fills in with them. */
	readonly scribedSheets: AnswerSheets;
	/** By card id; nothing where nothing is told of who wrote a card. */
	readonly writtenFor: Readonly<Record<string, WrittenForView>>;
	/** How far the record is, as versions that are oldest first; empty until the worksession closes. */
	readonly recordVersions: readonly RecordVersion[];
	/** By card id. */
	readonly putIn: Readonly<Record<string, PutInCardView>>;
}

/** One object for everyone in an audience. */
export interface SharedView {
	readonly id: string;
	readonly isTrial: boolean;
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	readonly doors: Doors;
	readonly agenda: readonly AgendaItem[];
	readonly currentItemId: string | null;
	readonly timer: Timer;
	readonly rounds: Readonly<Record<string, RoundView>>;
	readonly steps: readonly ProcessStep[];
	readonly examples: readonly PracticeExample[];
	readonly tables: readonly TableView[];
	readonly isLobbyLocked: boolean;
	readonly links: Readonly<Record<string, NeedLink>>;
	readonly ideas: readonly ProductIdea[];
	readonly decisions: readonly Decision[];
	readonly actions: readonly ActionView[];
	readonly parked: readonly ParkedView[];
	/** Oldest first; at most the last one is open. */
	readonly ratings: readonly RatingView[];
	/** What the room rates or whose results it looks at; null is the agenda item. */
	readonly shownRating: ShownRating | null;
	/** While everybody looks back at what they wrote; null at other times. */
	readonly wrapUp: WrapUpView | null;
	/** Harmless first cards of the lobby, sorted by text; they stay out of the record. */
	readonly greetings: readonly string[];
	readonly itemTimes: Readonly<Record<string, ItemTimes>>;
	/** From the first item on, as planned when that began; null before. */
	readonly plannedMinutes: number | null;
	/** What everyone looks at; only what the room can see. */
	readonly spotlight: Spotlight | null;
	readonly message: Message | null;
	readonly isFrozen: boolean;
	readonly facilitator: FacilitatorView | null;
}

/** What somebody else has picked up from the board. */
export interface HeldView {
	readonly roundId: string;
	readonly items: readonly ItemRef[];
	readonly isByFacilitator: boolean;
	/** Null where the reader may not know. */
	readonly name: string | null;
}

export interface OwnCardView {
	readonly id: string;
	readonly draftId: string;
	readonly roundId: string;
	readonly text: string;
	readonly stepId: string | null;
	readonly isWithoutOrigin: boolean;
	readonly tableId: string | null;
	readonly isLate: boolean;
	readonly redaction: Redaction | null;
	readonly readBack: ReadBackAnswer | null;
}

/** What one participant alone receives. */
export interface OwnView {
	readonly participationId: string;
	/** Whom this person was before a facilitator made two participations one; their devices may still keep something under these ids. */
	readonly formerIds: readonly string[];
	readonly name: string;
	readonly role: ParticipationRole;
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly greeting: string | null;
	readonly handRaisedAt: number | null;
	readonly tableId: string | null;
	/** Leads the table at which they sit. */
	readonly isHost: boolean;
	/** Ids of the rounds in whose present stage this person said to be ready. */
	readonly readyIn: readonly string[];
	readonly cards: Readonly<Record<string, OwnCardView>>;
	/** Own dots per round: item key → dots. */
	readonly dots: Readonly<Record<string, Ballot>>;
	/** Per round in which municipalities share a budget, what lies from each purse of this person that is not full any more. */
	readonly purses: Readonly<Record<string, PursesView>>;
	/** Per rating what lies on the sheets that this person fills in, alone or with others of the same municipality. */
	readonly sheets: Readonly<Record<string, SheetsView>>;
	/** What the day was worth to this person; null while they did not say. */
	readonly roti: RatingAnswer | null;
}

/** By voice, see `rating-answers.ts`. */
type SheetsView = Readonly<Record<string, AnswerSheet>>;

/** By purse, see `ballots.ts`. */
type PursesView = Readonly<Record<string, PurseView>>;

/** A budget that this person shares: those who fill in a ballot together see where its dots lie, and not who placed them. */
export interface PurseView {
	readonly own: Ballot;
	readonly others: Ballot;
}

export function sharedView(state: Worksession, people: People, audience: Audience): SharedView {
	return {
		id: state.id,
		isTrial: state.isTrial,
		facts: state.facts,
		authorVisibility: state.authorVisibility,
		doors: state.doors,
		agenda: state.agenda,
		currentItemId: state.currentItemId,
		timer: state.timer,
		rounds: mapValues(state.rounds, (round) => roundView(round, state, people)),
		steps: state.steps,
		examples: state.examples,
		tables: tablesView(state.tables),
		isLobbyLocked: state.isLobbyLocked,
		links: linksView(state.links, state.rounds),
		ideas: ideasView(state.ideas),
		decisions: decisionsView(state.decisions),
		actions: ownedView(actionViews, state.actions, state, audience),
		parked: ownedView(parkedViews, state.parked, state, audience),
		ratings: ratingsView(state.ratings),
		shownRating: state.shownRating,
		wrapUp: state.wrapUp && wrapUpCounts(state.rounds, state.wrapUp.startedAt, state.roti),
		greetings: greetingsView(state.participations),
		itemTimes: state.itemTimes,
		plannedMinutes: state.plannedMinutes,
		spotlight: spotlightView(state),
		message: state.message,
		isFrozen: state.isFrozen,
		facilitator: audience === 'facilitator' ? facilitatorView(state, people) : null
	};
}

/**
 * What the participant alone may see: cards they wrote, dots they gave. Null for someone who has not joined.
 * `context.proofOf` finds their fully anonymous cards, if this connection holds the key.
 */
export function ownView(
	state: Worksession,
	people: People,
	participationId: string,
	proofOf: Context['proofOf']
): OwnView | null {
	const participation = own(state.participations, participationId);
	if (!participation) return null;
	const context = { actor: { role: 'participant', participationId }, proofOf } as const;
	return {
		participationId,
		formerIds: participation.formerIds,
		name: people.names.get(participationId) ?? '',
		role: participation.role,
		organisation: participation.organisation,
		municipalities: participation.municipalities,
		functionName: participation.functionName,
		greeting: participation.greeting,
		handRaisedAt: participation.handRaisedAt,
		tableId: participation.tableId,
		isHost: hostedTable(state, participationId) !== null,
		readyIn: readyIn(state, participationId),
		cards: ownCards(state, context),
		dots: ownDots(state, participationId),
		purses: ownPurses(state, participation),
		sheets: ownSheets(state, participation),
		roti: ownRoti(state, participationId)
	};
}

/**
 * What others hold, for one of those who arrange; nothing for anybody else. Facilitators know each other and everybody in the room. Hosts
 * know of each other what the room may know of writers, and of facilitators that they are it.
 */
export function heldView(
	state: Worksession,
	people: People,
	holders: readonly Holder[],
	reader: Actor
): readonly HeldView[] {
	const arranges = rolesOf(state, reader).some((role) => role === 'facilitator' || role === 'host');
	if (!arranges) return [];
	return holders.flatMap((holder) => {
		const items = heldItems(state, holder).map(({ kind, id }): ItemRef => ({ kind, id }));
		const { roundId } = holder.hold;
		const isByFacilitator = holder.actor.role === 'facilitator';
		const name = holderName(holder, reader, state.authorVisibility, people);
		return items.length === 0 ? [] : [{ roundId, items, isByFacilitator, name }];
	});
}

function holderName(
	{ actor, facilitatorName }: Holder,
	reader: Actor,
	visibility: AuthorVisibility,
	people: People
): string | null {
	if (actor.role === 'facilitator') return reader.role === 'facilitator' ? facilitatorName : null;
	if (actor.role === 'municipality') return null;
	const isTold = reader.role === 'facilitator' || visibility === 'open';
	return isTold ? (people.names.get(actor.participationId) ?? null) : null;
}

/** A card as the room sees it, or null while it is hidden. */
export function cardView(card: Card, visibility: AuthorVisibility, people: People): CardView | null {
	return card.isShared ? sharedCardView(card, visibility, people) : null;
}

const sharedCardView = remembering(
	(card: Card, visibility: AuthorVisibility, people: People): CardView => ({
		id: card.id,
		text: card.text,
		author: authorView(card, visibility, people),
		stepId: card.stepId,
		clusterId: card.clusterId,
		tableId: card.tableId,
		isLate: card.isLate,
		isPutIn: card.author.kind === 'facilitator',
		isWrittenFor: card.isWrittenFor && !card.isWithoutOrigin && tellsAuthors(visibility),
		redaction: card.redaction
	}),
	(_, visibility, people) => [visibility, people.epoch]
);

/** Whether a card tells anything of its author, if only the municipality. Unknown visibility means nobody: only the two that tell are listed. */
export function tellsAuthors(visibility: AuthorVisibility): boolean {
	return visibility === 'open' || visibility === 'municipality';
}

function authorView(card: Card, visibility: AuthorVisibility, people: People): AuthorView | null {
	if (card.author.kind === 'unknown' || card.isWithoutOrigin || !tellsAuthors(visibility)) return null;
	const isNamed = visibility === 'open' && card.author.kind === 'participation';
	const name = isNamed ? (people.names.get(card.author.participationId) ?? null) : null;
	return { name, municipalities: card.municipalities, organisation: card.organisation };
}

const roundView = remembering(
	(round: Round, state: Worksession, people: People): RoundView => ({
		id: round.id,
		kind: round.kind,
		settings: settingsView(round.settings),
		stage: round.stage,
		closedAt: round.closedAt,
		cardCount: round.cardCount,
		cards: cardsView(round, state.authorVisibility, people),
		clusters: mapValues(round.clusters, (cluster) => clusterView(cluster)),
		codes: mapValues(round.codes, (codes) => codesView(codes)),
		votersDone: budgetsSpent(round),
		readyCount: Object.keys(round.ready).length,
		votedOn: round.votedOn,
		results: round.stage === 'closed' ? voteResults(round.ballots, state) : null,
		earlierVotes: round.earlierVotes.map((vote) => earlierVoteView(vote, state))
	}),
	(round, state, people) => [
		state.authorVisibility,
		people.epoch,
		// Results count the municipalities of whoever gave the dots.
		round.stage === 'closed' || round.earlierVotes.length > 0 ? state.participations : null
	]
);

const earlierVoteView = remembering(
	(vote: EarlierVote, state: Worksession): EarlierVoteView => ({
		rules: rulesView(vote.rules),
		closedAt: vote.closedAt,
		votedOn: vote.votedOn,
		results: voteResults(vote.ballots, state)
	}),
	(_, state) => [state.participations]
);

function rulesView({ dotBudget, budgetPer, dotsPerItemMax }: DotRules): DotRules {
	return { dotBudget, budgetPer, dotsPerItemMax };
}

const settingsView = remembering((settings: RoundSettings): RoundSettingsView => ({
	question: settings.question,
	helpText: settings.helpText,
	minutes: settings.minutes,
	isAtTables: settings.isAtTables,
	dotBudget: settings.dotBudget,
	budgetPer: settings.budgetPer,
	dotsPerItemMax: settings.dotsPerItemMax
}));

/** In an order of random ids: the order in which cards were posted would tell who wrote them to whoever looked around. */
function cardsView(round: Round, visibility: AuthorVisibility, people: People): RoundView['cards'] {
	const views: Record<string, CardView> = {};
	for (const shelf of round.cards)
		for (const view of shelfView(shelf, visibility, people)) views[view.id] = view;
	return views;
}

const shelfView = remembering(
	(shelf: CardShelf, visibility: AuthorVisibility, people: People): readonly CardView[] =>
		Object.values(shelf)
			.flatMap((card) => cardView(card, visibility, people) ?? [])
			.sort((a, b) => (a.id < b.id ? -1 : 1)),
	(_, visibility, people) => [visibility, people.epoch]
);

const clusterView = remembering((cluster: Cluster): ClusterView => ({
	id: cluster.id,
	title: cluster.title,
	stepId: cluster.stepId
}));

const codesView = remembering(({ category, phase, nature, needType }: ItemCodes): ItemCodes => ({
	category,
	phase,
	nature,
	needType
}));

/** Totals per item. Called for votes that are closed only; `record.ts` uses it for the same reason. */
export function voteResults(ballots: Ballots, state: Worksession): Readonly<Record<string, ItemResult>> {
	const totals: Record<string, { dots: number; people: Set<string>; codes: Set<string> }> = {};
	for (const [participationId, given] of Object.entries(ballots)) {
		const giver = own(state.participations, participationId) ?? own(state.removed, participationId);
		for (const [purse, ballot] of Object.entries(given))
			for (const [key, dots] of Object.entries(ballot)) {
				const total = (totals[key] ??= { dots: 0, people: new Set(), codes: new Set() });
				total.dots += dots;
				total.people.add(participationId);
				for (const code of municipalitiesOf(purse, giver)) total.codes.add(code);
			}
	}
	return mapValues(sortedByKey(totals), (total) => ({
		dots: total.dots,
		municipalities: total.codes.size,
		people: total.people.size
	}));
}

/** A spotlight on what the room cannot see any more lights nothing. */
function spotlightView(state: Worksession): Spotlight | null {
	const { spotlight } = state;
	const round = spotlight && own(state.rounds, spotlight.roundId);
	return round && isVisibleItem(round, spotlight.item) ? spotlight : null;
}

function readyIn(state: Worksession, participationId: string): readonly string[] {
	return Object.values(state.rounds).flatMap((round) =>
		own(round.ready, participationId) ? [round.id] : []
	);
}

/** Links whose two ends the room can see. */
const linksView = remembering(
	(links: Worksession['links'], rounds: Worksession['rounds']): SharedView['links'] => {
		const isVisible = (roundId: string, item: NeedLink['need']) => {
			const round = own(rounds, roundId);
			return round !== undefined && isVisibleItem(round, item);
		};
		const entries = Object.entries(links).filter(
			([, link]) => isVisible(link.roundId, link.need) && isVisible(link.bottleneckRoundId, link.bottleneck)
		);
		return entries.length === Object.keys(links).length ? links : Object.fromEntries(entries);
	},
	(_, rounds) => [rounds]
);

/** Ideas rest only on what the room has seen: that is a rule of `ideas.ts`, and what was seen stays seen. */
const ideasView = remembering((ideas: Worksession['ideas']): SharedView['ideas'] => ideas.map(ideaView));

const ideaView = remembering((idea: ProductIdea): ProductIdea => ({
	id: idea.id,
	tableId: idea.tableId,
	title: idea.title,
	form: idea.form,
	summary: idea.summary,
	ownPart: idea.ownPart,
	nationalPart: idea.nationalPart,
	privacyCheck: idea.privacyCheck,
	deal: idea.deal && dealView(idea.deal),
	needs: idea.needs,
	from: idea.from
}));

const dealView = remembering((deal: DealFacts): DealFacts => ({
	parties: deal.parties,
	dataset: deal.dataset,
	definitions: deal.definitions,
	frequency: deal.frequency,
	quality: deal.quality,
	costs: deal.costs,
	term: deal.term,
	evaluateOn: deal.evaluateOn,
	exit: deal.exit
}));

const decisionsView = remembering((decisions: Worksession['decisions']): SharedView['decisions'] =>
	decisions.map(({ id, at, changedAt, text, reason, dissents, ideaId }) => ({
		id,
		at,
		changedAt,
		text,
		reason,
		dissents,
		ideaId
	}))
);

/** Ratings as everybody may know them; the record asks it too. */
export const ratingsView = remembering((ratings: Worksession['ratings']): SharedView['ratings'] =>
	ratings.map((rating) => ratingView(rating))
);

const ratingView = remembering((rating: Rating): RatingView => ({
	id: rating.id,
	kind: rating.kind,
	ideaIds: rating.ideaIds,
	criteria: rating.criteria,
	startedAt: rating.startedAt,
	closedAt: rating.closedAt,
	askedOf: rating.askedOf,
	done: doneCount(rating),
	results: rating.closedAt === null ? null : ratingResults(rating)
}));

/**
 * What has owners, for an audience. Whoever takes something on says so aloud: the room learns for whom they come, and only facilitators who
 * they are.
 */
function ownedView<T extends OwnerFacts, V>(
	views: { readonly told: OwnedViews<T, V>; readonly untold: OwnedViews<T, V> },
	things: readonly T[],
	state: Worksession,
	audience: Audience
): readonly V[] {
	return (audience === 'facilitator' ? views.told : views.untold)(things, state);
}

type OwnedViews<T, V> = (things: readonly T[], state: Worksession) => readonly V[];

/** Views of things with an owner, who is told or not; each list is remembered by itself. */
function ownedViews<T extends OwnerFacts, V>(
	view: (thing: T, owner: OwnerView) => V
): { readonly told: OwnedViews<T, V>; readonly untold: OwnedViews<T, V> } {
	const listed = (isTold: boolean) =>
		remembering(
			(things: readonly T[], state: Worksession) =>
				things.map((thing) => view(thing, ownerView(thing, state, isTold))),
			(_, { participations, removed }) => [participations, removed]
		);
	return { told: listed(true), untold: listed(false) };
}

const actionViews = ownedViews(({ id, text, dueOn }: Action, owner): ActionView => ({
	id,
	text,
	...owner,
	dueOn
}));

/** Parked is only what the room has seen: that is a rule of `parking.ts`, and what was seen stays seen. */
const parkedViews = ownedViews(({ id, roundId, cardIds, tableId, text }: Parked, owner): ParkedView => ({
	id,
	roundId,
	cardIds,
	tableId,
	text,
	...owner
}));

function ownerView(of: OwnerFacts, state: Worksession, isTold: boolean): OwnerView {
	return { ownerId: isTold ? of.ownerId : null, ownerName: of.ownerName, origin: ownerOrigin(of, state) };
}

/** For whom an owner comes; null when the owner takes no part or is not known. */
export function ownerOrigin({ ownerId }: OwnerFacts, state: Worksession): OwnerOrigin | null {
	const owner =
		ownerId === null ? undefined : (own(state.participations, ownerId) ?? own(state.removed, ownerId));
	return owner ? { municipalities: owner.municipalities, organisation: owner.organisation } : null;
}

const wrapUpCounts = remembering(
	(rounds: Worksession['rounds'], startedAt: number, roti: Worksession['roti']): WrapUpView => {
		const counts = Object.values(rounds).map((round) => readBackCounts(round));
		return {
			startedAt,
			cards: counts.reduce((sum, { cards }) => sum + cards, 0),
			readBack: counts.reduce((sum, { readBack }) => sum + readBack, 0),
			roti: Object.keys(roti).length
		};
	},
	(_, startedAt, roti) => [startedAt, roti]
);

const readBackCounts = remembering((round: Round): Pick<WrapUpView, 'cards' | 'readBack'> => {
	const written = allCards(round.cards).filter(({ author }) => author.kind !== 'facilitator');
	return { cards: written.length, readBack: written.filter(({ readBack }) => readBack !== null).length };
});

const rotiView = remembering(({ score, reason }: RatingAnswer): RatingAnswer => ({ score, reason }));

const greetingsView = remembering((participations: Worksession['participations']): readonly string[] =>
	Object.values(participations)
		.map((participation) => participation.greeting)
		.filter((greeting) => greeting !== null)
		.sort()
);

/** Tables as everyone knows them; who leads one is a matter of the facilitator and the host. */
const tablesView = remembering((tables: readonly Table[]): readonly TableView[] =>
	tables.map(({ id, name, exampleId }) => ({ id, name, exampleId }))
);

/** Who is here, as everyone may know it. Keeps its reference while nobody comes, goes or sits elsewhere. */
export function attendanceOf(state: Worksession): Attendance {
	return attendanceView(state.participations);
}

const attendanceView = remembering((participations: Worksession['participations']): Attendance => {
	const all = Object.values(participations);
	const people = all.filter(({ role }) => role !== 'observer');
	return {
		people: people.length,
		observers: all.length - people.length,
		municipalities: counted(people.flatMap(({ municipalities }) => municipalities)),
		partners: counted(people.flatMap(({ role, organisation }) => (role === 'partner' ? [organisation] : []))),
		tables: counted(people.flatMap(({ tableId }) => tableId ?? []))
	};
});

function counted(keys: readonly string[]): Readonly<Record<string, number>> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return sortedByKey(Object.fromEntries(counts));
}

function facilitatorView(state: Worksession, people: People): FacilitatorView {
	const counts = cardsPerPerson(state);
	const current = state.currentItemId === null ? undefined : own(state.rounds, state.currentItemId);
	return {
		notes: mapValues(state.rounds, (round) => round.settings.note),
		participations: mapValues(state.participations, (participation) =>
			participationView(
				participation,
				people.names.get(participation.id) ?? '',
				counts ? (own(counts, participation.id) ?? 0) : null,
				current !== undefined && own(current.ready, participation.id) === true
			)
		),
		removed: mapValues(state.removed, (participation) =>
			participationView(participation, people.names.get(participation.id) ?? '', null, false)
		),
		hosts: hostsView(state.tables),
		scribed: scribedView(state.rounds, state.participations),
		scribedSheets: scribedSheets(state.ratings, state.participations),
		writtenFor: writtenFor(state),
		recordVersions: recordVersionsView(state.recordVersions),
		putIn: Object.fromEntries(Object.values(state.rounds).flatMap((round) => putInViews(round)))
	};
}

const recordVersionsView = remembering(
	(versions: Worksession['recordVersions']): FacilitatorView['recordVersions'] =>
		versions.map(({ status, reason, at }) => ({ status, reason, at }))
);

/** No id of anybody: for the dots of others in a purse that is shared. */
export const SOMEBODY_ELSE = '';

const scribedView = remembering(
	(
		rounds: Worksession['rounds'],
		participations: Worksession['participations']
	): FacilitatorView['scribed'] => {
		const people = Object.values(participations).filter((person) => person.isWithoutDevice);
		const views = Object.values(rounds).map((round) => [round.id, scribedBallots(round, people)] as const);
		return Object.fromEntries(views.filter(([, ballots]) => Object.keys(ballots).length > 0));
	},
	(_, participations) => [participations]
);

function scribedBallots({ settings, ballots }: Round, people: readonly Participation[]): Ballots {
	const views: Record<string, Record<string, Ballot>> = {};
	const others: Record<string, Ballot> = {};
	for (const person of people) {
		const given = own(ballots, person.id);
		if (given) views[person.id] = { ...given };
		for (const purse of pursesOf(settings, person)) {
			if (purse === OWN_PURSE) continue;
			const known = sumOf(people.map(({ id }) => own(givenBy(ballots, id), purse) ?? {}));
			const left = lessDots(ballotOf(ballots, person.id, purse), known);
			if (Object.keys(left).length > 0) others[purse] = left;
		}
	}
	return Object.keys(others).length > 0 ? { ...views, [SOMEBODY_ELSE]: others } : views;
}

const scribedSheets = remembering(
	(
		ratings: Worksession['ratings'],
		participations: Worksession['participations']
	): FacilitatorView['scribedSheets'] => {
		const open = ratings.find(({ closedAt }) => closedAt === null);
		const people = Object.values(participations).filter((person) => person.isWithoutDevice);
		return Object.fromEntries(open ? people.map((person) => [person.id, sheetsOf(open, person)]) : []);
	},
	(_, participations) => [participations]
);

const hostsView = remembering((tables: readonly Table[]): FacilitatorView['hosts'] =>
	Object.fromEntries(tables.flatMap(({ id, hostId }) => (hostId === null ? [] : [[id, hostId]])))
);

/** What a facilitator wrote for people without a device is theirs to see before the room does, unless it tells nothing of its author. */
export function writtenFor(
	state: Pick<Worksession, 'rounds' | 'participations' | 'authorVisibility'>
): FacilitatorView['writtenFor'] {
	const { rounds, participations, authorVisibility } = state;
	if (!tellsAuthors(authorVisibility)) return NOTHING_WRITTEN;
	const people = Object.values(participations).filter((person) => person.isWithoutDevice);
	if (people.length === 0) return NOTHING_WRITTEN;
	return Object.fromEntries(Object.values(rounds).flatMap((round) => writtenForViews(round, participations)));
}

const NOTHING_WRITTEN: FacilitatorView['writtenFor'] = {};

const writtenForViews = remembering(
	(
		round: Round,
		participations: Worksession['participations']
	): readonly (readonly [string, WrittenForView])[] =>
		allCards(round.cards).flatMap((card) => {
			const { author, isWrittenFor, isWithoutOrigin } = card;
			if (!isWrittenFor || isWithoutOrigin || author.kind !== 'participation') return [];
			const { participationId } = author;
			const isScribed = own(participations, participationId)?.isWithoutDevice === true;
			return isScribed ? [[card.id, writtenForView(card, participationId, round.id)] as const] : [];
		}),
	(_, participations) => [participations]
);

const writtenForView = remembering(
	(card: Card, participationId: string, roundId: string): WrittenForView => ({
		id: card.id,
		participationId,
		roundId,
		text: card.text,
		stepId: card.stepId,
		tableId: card.tableId,
		redaction: card.redaction
	}),
	(_, participationId, roundId) => [participationId, roundId]
);

/** What a facilitator put in is theirs to see before the room does. */
const putInViews = remembering((round: Round): readonly (readonly [string, PutInCardView])[] =>
	round.cards.flatMap((shelf) =>
		Object.values(shelf).flatMap((card) =>
			card.author.kind === 'facilitator' && !card.isShared
				? [[card.id, putInView(card, round.id)] as const]
				: []
		)
	)
);

const putInView = remembering((card: Card, roundId: string): PutInCardView => ({
	id: card.id,
	roundId,
	text: card.text,
	municipalities: card.municipalities,
	redaction: card.redaction
}));

/** Cards per person in the current round; null where the visibility keeps authors from everyone. */
function cardsPerPerson(state: Worksession): Round['cardCounts'] | null {
	const round = state.currentItemId === null ? undefined : own(state.rounds, state.currentItemId);
	return tellsAuthors(state.authorVisibility) && round ? round.cardCounts : null;
}

const participationView = remembering(
	(
		participation: Participation,
		name: string,
		cardsInRound: number | null,
		isReady: boolean
	): ParticipationView => ({
		id: participation.id,
		name,
		role: participation.role,
		organisation: participation.organisation,
		municipalities: participation.municipalities,
		functionName: participation.functionName,
		joinedAt: participation.joinedAt,
		cardsInRound,
		handRaisedAt: participation.handRaisedAt,
		tableId: participation.tableId,
		isWithoutDevice: participation.isWithoutDevice,
		isReady
	}),
	(_, name, cardsInRound, isReady) => [name, cardsInRound, isReady]
);

type Owner = Pick<Context, 'proofOf'> & { readonly actor: Extract<Actor, { role: 'participant' }> };

/** Oldest first: to their writer, the order in which cards were written is no secret. */
function ownCards(state: Worksession, owner: Owner): OwnView['cards'] {
	const find = shelfSearch(owner);
	const views: Record<string, OwnCardView> = {};
	for (const round of Object.values(state.rounds)) {
		const cards = round.cards.flatMap(find);
		for (const card of cards.sort(byAge)) views[card.id] = ownCardView(card, round.id);
	}
	return views;
}

function byAge(a: Card, b: Card): number {
	return a.at - b.at || (a.id < b.id ? -1 : 1);
}

type OwnShelves = WeakMap<CardShelf, readonly Card[]>;
const searches = new WeakMap<Context['proofOf'], { participationId: string; found: OwnShelves }>();

/**
 * Finds whose cards lie on a shelf, and looks at each shelf once per browser: a proof is a hash, and to make one for every card
 * of a fully anonymous round whenever somebody posts would cost milliseconds.
 */
function shelfSearch(owner: Owner): (shelf: CardShelf) => readonly Card[] {
	const { participationId } = owner.actor;
	const known = searches.get(owner.proofOf);
	const found: OwnShelves = known?.participationId === participationId ? known.found : new WeakMap();
	if (found !== known?.found) searches.set(owner.proofOf, { participationId, found });
	return (shelf) => {
		const cards = found.get(shelf) ?? Object.values(shelf).filter((card) => isOwnedBy(card, owner));
		found.set(shelf, cards);
		return cards;
	};
}

const ownCardView = remembering((card: Card, roundId: string): OwnCardView => ({
	id: card.id,
	draftId: card.draftId,
	roundId,
	text: card.text,
	stepId: card.stepId,
	isWithoutOrigin: card.isWithoutOrigin,
	tableId: card.tableId,
	isLate: card.isLate,
	redaction: card.redaction,
	readBack: card.readBack && readBackView(card.readBack)
}));

const readBackView = remembering(({ verdict, text }: ReadBackAnswer): ReadBackAnswer => ({ verdict, text }));

function ownRoti({ roti }: Worksession, participationId: string): OwnView['roti'] {
	const answer = own(roti, participationId);
	return answer ? rotiView(answer) : null;
}

function ownDots(state: Worksession, participationId: string): OwnView['dots'] {
	const dots: Record<string, Ballot> = {};
	for (const round of Object.values(state.rounds)) {
		const given = own(round.ballots, participationId);
		if (given) dots[round.id] = sumOf(Object.values(given));
	}
	return dots;
}

function ownPurses(state: Worksession, person: Participation): OwnView['purses'] {
	const shared = Object.values(state.rounds).filter(({ settings }) => settings.budgetPer === 'municipality');
	const views = shared.map((round) => [round.id, pursesView(round, person)] as const);
	return Object.fromEntries(views.filter(([, purses]) => Object.keys(purses).length > 0));
}

function pursesView({ settings, ballots }: Round, person: Participation): PursesView {
	const given = givenBy(ballots, person.id);
	const views: Record<string, PurseView> = {};
	for (const purse of pursesOf(settings, person)) {
		const mine = own(given, purse) ?? {};
		const all = ballotOf(ballots, person.id, purse);
		if (Object.keys(all).length > 0) views[purse] = { own: mine, others: lessDots(all, mine) };
	}
	return views;
}

function ownSheets({ ratings }: Worksession, person: Participation): OwnView['sheets'] {
	const views = ratings.map((rating) => [rating.id, sheetsOf(rating, person)] as const);
	return Object.fromEntries(views.filter(([, sheets]) => Object.keys(sheets).length > 0));
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
