import type { ItemCodes, RoundItem } from '../board/item.ts';
import type { ProcessStep, StepDetails } from '../board/step.ts';
import type { DealFacts, ProductIdea } from '../choose/idea.ts';
import type { OwnerFacts } from '../people/owner.ts';
import { itemKey, itemOfCard, linkKey } from '../board/items.ts';
import { MUNICIPALITY_LIST_DATE, municipalityName } from '../municipality/municipalities.ts';
import { allCards } from '../card/card-table.ts';
import { own } from '../keyed.ts';
import { recordRatings, type RecordRating } from './record-ratings.ts';
import { recordRoti, type RecordRoti } from './record-roti.ts';
import { REDACTED_TEXT, takenAction, takenDecision, takenDetails, takenIdea } from '../card/redacted-text.ts';
import { recordStatusOf } from './record-status.ts';
import { textIdsOf, textKey } from '../card/redaction.ts';
import { processOf } from '../board/steps.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import { cardView, tellsAuthors, type CardView } from '../visibility/card-view.ts';
import { ownerOrigin } from '../visibility/owner-view.ts';
import { NOBODY } from '../visibility/people.ts';
import { type ItemResult, voteResults } from '../visibility/vote-results.ts';
import { TEXT_KINDS } from '../vocabulary.ts';
import type {
	AuthorVisibility,
	BudgetPer,
	Group,
	ParticipationRole,
	PrivacyCheck,
	ProductForm,
	RecordStatus,
	RoundKind,
	Theme
} from '../vocabulary.ts';
import type { Redaction } from '../card/card.ts';
import type { Action } from '../choose/action.ts';
import type { EarlierVote } from '../choose/ballot.ts';
import type { Decision } from '../choose/decision.ts';
import type { Parked } from '../day/parked.ts';
import type { Round } from '../day/round.ts';
import type { Validated } from './validation.ts';
import type { Worksession } from '../worksession.ts';

/**
 * The intake record (intakeverslag): the structured outcome of one worksession, with the codes that stay the same over sessions. It can be drawn at any
 * moment and is then a concept; hidden cards and totals of open votes are not in it. No name of a person ever is.
 * The same state gives the same record, so that its hash means something.
 */
export interface IntakeRecord {
	readonly schemaVersion: typeof RECORD_SCHEMA_VERSION;
	readonly session: RecordSession;
	readonly participation: RecordParticipation;
	readonly examples: readonly RecordExample[];
	readonly tables: readonly RecordTable[];
	readonly rounds: readonly RecordRound[];
	readonly steps: readonly RecordStep[];
	readonly clusters: readonly RecordCluster[];
	readonly cards: readonly RecordCard[];
	/** What cards and clusters are about, in the order of the rounds. */
	readonly classifications: readonly RecordClassification[];
	/** Which need solves which bottleneck, by item key (`card:id` or `cluster:id`). */
	readonly links: readonly RecordLink[];
	readonly ideas: readonly RecordIdea[];
	/** How the room rated them, one by one. */
	readonly ratings: readonly RecordRating[];
	/** Whether the day was worth people's time; null before it closed, and where nobody said. */
	readonly roti: RecordRoti | null;
	readonly decisions: readonly RecordDecision[];
	/** Which municipalities answered when the record was put to them, oldest first. */
	readonly validation: readonly RecordValidation[];
	readonly actions: readonly RecordAction[];
	/** Of what else than cards the text was taken away, in the order of its key. */
	readonly redactions: readonly RecordTextRedaction[];
	readonly looseEnds: RecordLooseEnds;
}

export const RECORD_SCHEMA_VERSION = '1.0';

/** The Dutch codes of the vocabularies as the record has them; stored and compared over sessions, so never renamed. */
export const GROUP_CODES = {
	frontrunner: 'koploper',
	follower: 'volger',
	mixed: 'gemengd'
} as const satisfies Record<Group, string>;
export const ROUND_CODES = {
	introduction: 'kennismaking',
	process: 'proces',
	strengths: 'ging-goed',
	bottlenecks: 'knelpunten',
	needs: 'behoeften',
	ideas: 'productideeen',
	rating: 'beoordeling',
	checkout: 'uitchecken'
} as const satisfies Record<RoundKind, string>;
export const ANONYMITY_CODES = {
	open: 'open',
	municipality: 'gemeente',
	'anonymous-in-room': 'anoniem-zaal',
	'fully-anonymous': 'volledig-anoniem'
} as const satisfies Record<AuthorVisibility, string>;

export const BUDGET_CODES = {
	person: 'persoon',
	municipality: 'gemeente'
} as const satisfies Record<BudgetPer, string>;

type BudgetCode = (typeof BUDGET_CODES)[BudgetPer];

export const STATUS_CODES = {
	closed: 'gesloten',
	validating: 'in-validatie',
	fixed: 'vastgesteld',
	archived: 'gearchiveerd'
} as const satisfies Record<RecordStatus, string>;

export const REDACTION_CODES = {
	facilitator: 'gespreksleider',
	writer: 'schrijver',
	municipality: 'gemeente'
} as const satisfies Record<Redaction['by'], string>;

type RedactionCode = (typeof REDACTION_CODES)[Redaction['by']];
type GroupCode = (typeof GROUP_CODES)[Group];
type RoundCode = (typeof ROUND_CODES)[RoundKind];
type AnonymityCode = (typeof ANONYMITY_CODES)[AuthorVisibility];

interface RecordSession {
	readonly id: string;
	readonly title: string;
	readonly theme: Theme;
	readonly group: GroupCode;
	readonly date: string | null;
	readonly place: string;
	/** RFC 3339 in UTC. */
	readonly startAt: string | null;
	readonly endAt: string | null;
	readonly anonymity: AnonymityCode;
	/** A concept until the worksession closes. */
	readonly status: 'concept' | (typeof STATUS_CODES)[RecordStatus];
	/** Why it was opened again, or fixed with loose ends; else empty. */
	readonly statusReason: string;
	readonly isTrial: boolean;
	/** The day on which the codes of municipalities were valid (peildatum). */
	readonly municipalityListDate: string;
}

export interface RecordParticipation {
	/** Who took part; whoever only looked on is counted apart. */
	readonly people: number;
	readonly observers: number;
	/** Of the people, how many took part as frontrunner, follower or partner. */
	readonly roles: { readonly koploper: number; readonly volger: number; readonly partner: number };
	readonly partners: readonly { readonly organisation: string; readonly people: number }[];
	readonly peopleWithoutMunicipality: number;
	/** A person for several municipalities counts in each. */
	readonly municipalities: readonly {
		readonly code: string;
		readonly name: string;
		readonly people: number;
	}[];
}

/** A table and how many sat at it in the end. */
export interface RecordTable {
	readonly id: string;
	readonly order: number;
	readonly name: string;
	/** Id of the practice example it worked on. */
	readonly example: string | null;
	readonly people: number;
}

interface RecordExample {
	readonly id: string;
	readonly name: string;
	readonly summary: string;
	readonly municipalities: readonly string[];
	/** Id of the programme's dossier, by which it is the same example over worksessions; null for one that was made here. */
	readonly dossier: string | null;
}

export interface RecordRound {
	readonly id: string;
	readonly order: number;
	readonly type: RoundCode;
	readonly prompt: string;
	readonly isClosed: boolean;
	readonly cards: number;
	/** Distinct municipalities on the cards; null where the visibility tells nothing of authors. */
	readonly municipalities: number | null;
	/** Every vote that has ended, in the order in which they were held. */
	readonly votes: readonly RecordVote[];
}

export interface RecordVote {
	readonly order: number;
	/** RFC 3339 in UTC. */
	readonly closedAt: string;
	/** Dots that each person, or each municipality, could give. */
	readonly budget: number;
	readonly budgetPer: BudgetCode;
	readonly maxPerItem: number;
	/** Item keys of what was voted on; null is everything. */
	readonly votedOn: readonly string[] | null;
	/** What got dots, by item key. */
	readonly results: readonly (RecordDots & { readonly item: string })[];
}

/** A step; what nobody filled in of its details is empty. */
export interface RecordStep extends StepDetails {
	readonly id: string;
	/** Within its process: that of its table, or the one the whole room shares. */
	readonly order: number;
	readonly name: string;
	readonly table: string | null;
}

export interface RecordDots {
	readonly dots: number;
	readonly municipalities: number;
	readonly people: number;
}

export interface RecordCluster {
	readonly id: string;
	readonly round: string;
	readonly title: string;
	readonly step: string | null;
	readonly cards: readonly string[];
	/** Ids of the tables its cards were written at, in the order of the tables; empty where none was. */
	readonly tables: readonly string[];
	/** Codes of the municipalities on its cards, sorted; null as for cards. */
	readonly municipalities: readonly string[] | null;
	readonly dots: RecordDots | null;
}

export interface RecordCard {
	readonly id: string;
	readonly round: string;
	readonly text: string;
	/** Null in an anonymous worksession. */
	readonly municipalities: readonly string[] | null;
	/** The partner its writer came from; null in an anonymous worksession, empty for a municipality. */
	readonly organisation: string | null;
	readonly table: string | null;
	/** Put in by the facilitator before the round was shared, or written by somebody in the room. */
	readonly origin: 'live' | 'vooraf';
	/** Who typed it in the room: its writer, or the facilitator for somebody without a device. Null where authors are not told, and before. */
	readonly writtenBy: 'schrijver' | 'gespreksleider' | null;
	readonly step: string | null;
	readonly cluster: string | null;
	readonly isLate: boolean;
	/** That its text was taken away for good, when, by whom and why; null while it stands. */
	readonly redaction: RecordRedaction | null;
	/** Null before the round closed, and for cards in a cluster: their cluster has the dots. */
	readonly dots: RecordDots | null;
}

/** RFC 3339 in UTC; the reason may be empty where its writer asked it. */
export interface RecordRedaction {
	readonly at: string;
	readonly by: RedactionCode;
	readonly reason: string;
}

/** Of a step, cluster, idea, decision or action: `step:…`, `cluster:…` and so on. */
export interface RecordTextRedaction extends RecordRedaction {
	readonly text: string;
}

/** A product idea. Needs and origins are item keys. */
export interface RecordIdea {
	readonly id: string;
	readonly order: number;
	readonly title: string;
	readonly form: ProductForm;
	readonly summary: string;
	/** What a municipality must bring itself. */
	readonly ownPart: string;
	/** What is delivered once, for all municipalities. */
	readonly nationalPart: string;
	readonly privacyCheck: PrivacyCheck | null;
	/** What is agreed; null for anything but a data deal, and while nothing is. */
	readonly deal: DealFacts | null;
	readonly needs: readonly string[];
	/** What it was made from; empty when it was thought up afresh. */
	readonly from: readonly string[];
	readonly table: string | null;
}

/** Of how many pieces a municipality said what. */
export interface RecordValidation {
	readonly municipality: string;
	/** RFC 3339 in UTC. */
	readonly at: string;
	readonly right: number;
	readonly corrected: number;
	readonly withdrawn: number;
}

export interface RecordDecision {
	readonly id: string;
	readonly order: number;
	/** RFC 3339 in UTC: when it was first taken down. */
	readonly at: string;
	/** When it was last changed; null while it says what it said at first. */
	readonly changedAt: string | null;
	readonly text: string;
	readonly reason: string;
	readonly dissents: readonly string[];
	/** Id of the product idea that it is about. */
	readonly idea: string | null;
}

export interface RecordOwner {
	/** For whom the owner comes, when they took part; null when they did not. */
	readonly municipalities: readonly string[] | null;
	readonly organisation: string | null;
	/** The owner in words, as it was written down; may be empty. */
	readonly owner: string;
}

export interface RecordAction extends RecordOwner {
	readonly id: string;
	readonly order: number;
	readonly text: string;
	readonly dueOn: string | null;
}

/** What was put on the parking lot and not taken off it. */
export interface RecordParked extends RecordOwner {
	readonly id: string;
	readonly order: number;
	/** Ids of its cards, all of one round; empty for a thought. */
	readonly cards: readonly string[];
	/** The thought, or a remark on the cards; may be empty where there are cards. */
	readonly text: string;
	readonly table: string | null;
}

/** Null is not chosen, or not asked in its round. */
export interface RecordClassification extends ItemCodes {
	readonly item: string;
}

interface RecordLink {
	readonly need: string;
	readonly bottleneck: string;
}

/** What nobody tied up: item keys of a need that solves no bottleneck and a bottleneck that no need solves, ids of an idea for no need, a decision without a reason, and an action that is nobody's or for no day, and what is parked. Shown, so that it is not lost. */
interface RecordLooseEnds {
	readonly needsWithoutBottleneck: readonly string[];
	readonly bottlenecksWithoutNeed: readonly string[];
	readonly ideasWithoutNeed: readonly string[];
	readonly decisionsWithoutReason: readonly string[];
	readonly actionsWithoutOwner: readonly string[];
	readonly actionsWithoutDate: readonly string[];
	/** In the order in which it was parked. */
	readonly parked: readonly RecordParked[];
}

export function intakeRecord(state: Worksession): IntakeRecord {
	const rounds = state.agenda.flatMap(({ id }) => own(state.rounds, id) ?? []);
	return {
		schemaVersion: RECORD_SCHEMA_VERSION,
		session: recordSession(state),
		participation: recordParticipation(state),
		examples: state.examples.map(({ id, name, summary, municipalities, dossierId }) => ({
			id,
			name,
			summary,
			municipalities,
			dossier: dossierId ?? null
		})),
		tables: recordTables(state),
		rounds: rounds.map((round, index) => recordRound(round, index, state)),
		steps: recordSteps(state),
		clusters: rounds.flatMap((round) => recordClusters(round, state)),
		cards: rounds.flatMap((round) => recordCards(round, state)),
		classifications: rounds.flatMap(recordClassifications),
		links: recordLinks(state),
		ideas: state.ideas.map(recordIdea),
		ratings: recordRatings(state),
		roti: recordRoti(state),
		decisions: state.decisions.map(recordDecision),
		validation: state.validated.map(({ at, ...answered }) => recordValidation(moment(at), answered)),
		actions: state.actions.map((action, index) => recordAction(action, index, state)),
		redactions: recordRedactions(state),
		looseEnds: looseEnds(rounds, state)
	};
}

/** The record as it is kept, hashed and downloaded: two-space indent and a line end. */
export function recordJson(record: IntakeRecord): string {
	return `${JSON.stringify(record, null, 2)}\n`;
}

function recordSession({ id, facts, isTrial, ...state }: Worksession): RecordSession {
	return {
		id,
		title: facts.title,
		theme: facts.theme,
		group: GROUP_CODES[facts.group],
		date: facts.date,
		place: facts.place,
		startAt: timestamp(state.openedAt),
		endAt: timestamp(state.closedAt),
		anonymity: ANONYMITY_CODES[state.authorVisibility],
		status: state.doors === 'closed' ? STATUS_CODES[recordStatusOf(state)] : 'concept',
		statusReason: state.recordVersions.at(-1)?.reason ?? '',
		isTrial,
		municipalityListDate: facts.date ?? MUNICIPALITY_LIST_DATE
	};
}

function recordParticipation(state: Worksession): RecordParticipation {
	const { people, observers, municipalities, partners } = attendanceOf(state);
	const took = Object.values(state.participations).filter(({ role }) => role !== 'observer');
	const inRole = (wanted: ParticipationRole) => took.filter(({ role }) => role === wanted).length;
	return {
		people,
		observers,
		roles: { koploper: inRole('frontrunner'), volger: inRole('follower'), partner: inRole('partner') },
		partners: Object.entries(partners).map(([organisation, count]) => ({ organisation, people: count })),
		peopleWithoutMunicipality: took.filter((person) => person.municipalities.length === 0).length,
		municipalities: Object.entries(municipalities).map(([code, count]) => ({
			code,
			name: municipalityName(code) ?? code,
			people: count
		}))
	};
}

function recordTables(state: Worksession): readonly RecordTable[] {
	const { tables } = attendanceOf(state);
	return state.tables.map(({ id, name, exampleId }, index) => ({
		id,
		order: index + 1,
		name,
		example: exampleId,
		people: own(tables, id) ?? 0
	}));
}

function recordSteps(state: Worksession): readonly RecordStep[] {
	return [null, ...state.tables.map(({ id }) => id)].flatMap((table) =>
		processOf(state, table).map((step, index) => recordStep(step, index))
	);
}

function recordStep({ id, title, tableId, details }: ProcessStep, index: number): RecordStep {
	const { phase, doneBy, dataIn, dataOut, tool, duration, legalBases, legalNote, remark } = details;
	const known = { phase, doneBy, dataIn, dataOut, tool, duration, legalBases, legalNote, remark };
	return { id, order: index + 1, name: title, table: tableId, ...known };
}

function recordRound(round: Round, index: number, state: Worksession): RecordRound {
	const cards = visibleCards(round, state);
	return {
		id: round.id,
		order: index + 1,
		type: ROUND_CODES[round.kind],
		prompt: round.settings.question,
		isClosed: round.stage === 'closed',
		cards: cards.length,
		municipalities: distinctMunicipalities(cards, state)?.length ?? null,
		votes: endedVotes(round).map((vote, place) => recordVote(vote, place, state))
	};
}

/** The last vote has ended while its round is closed. */
function endedVotes({
	stage,
	settings,
	closedAt,
	votedOn,
	ballots,
	earlierVotes
}: Round): readonly EarlierVote[] {
	const isHeld = stage === 'closed' && closedAt !== null && settings.minutes.voting !== null;
	return isHeld ? [...earlierVotes, { rules: settings, closedAt, votedOn, ballots }] : earlierVotes;
}

function recordVote(vote: EarlierVote, index: number, state: Worksession): RecordVote {
	return {
		order: index + 1,
		closedAt: moment(vote.closedAt),
		budget: vote.rules.dotBudget,
		budgetPer: BUDGET_CODES[vote.rules.budgetPer],
		maxPerItem: vote.rules.dotsPerItemMax,
		votedOn: vote.votedOn && [...vote.votedOn].sort(),
		results: Object.entries(voteResults(vote.ballots, state)).map(([item, result]) => ({
			item,
			dots: result.dots,
			municipalities: result.municipalities,
			people: result.people
		}))
	};
}

function recordClusters(round: Round, state: Worksession): readonly RecordCluster[] {
	const results = resultsOf(round, state);
	const cards = visibleCards(round, state);
	return sortedById(Object.values(round.clusters)).map(({ id, title, stepId }) => {
		const members = cards.filter((card) => card.clusterId === id);
		return {
			id,
			round: round.id,
			title,
			step: stepId,
			cards: members.map((card) => card.id),
			tables: state.tables.flatMap((table) =>
				members.some((card) => card.tableId === table.id) ? [table.id] : []
			),
			municipalities: distinctMunicipalities(members, state),
			dots: results ? dotsOf(results, itemKey({ kind: 'cluster', id })) : null
		};
	});
}

function recordCards(round: Round, state: Worksession): readonly RecordCard[] {
	const results = resultsOf(round, state);
	return visibleCards(round, state).map(({ id, text, author, stepId, clusterId, tableId, ...card }) => ({
		id,
		round: round.id,
		text,
		municipalities: author?.municipalities ?? null,
		organisation: author?.organisation ?? null,
		table: tableId,
		origin: card.isPutIn ? 'vooraf' : 'live',
		writtenBy: author === null || card.isPutIn ? null : card.isWrittenFor ? 'gespreksleider' : 'schrijver',
		step: stepId,
		cluster: clusterId,
		isLate: card.isLate,
		redaction: card.redaction && recordRedaction(card.redaction),
		dots: results && clusterId === null ? dotsOf(results, itemKey({ kind: 'card', id })) : null
	}));
}

function recordClassifications({ codes }: Round): readonly RecordClassification[] {
	const entries = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
	return entries
		.map(([item, { category, phase, nature, needType }]) => ({ item, category, phase, nature, needType }))
		.filter(({ item: _, ...chosen }) => Object.values(chosen).some((code) => code !== null));
}

/** Of what is still there. */
function recordRedactions(state: Worksession): readonly RecordTextRedaction[] {
	const kept = textIdsOf(state);
	return Object.entries(state.redactions)
		.filter(([key]) => kept.has(key.slice(key.indexOf(':') + 1)))
		.map(([text, redaction]) => ({ text, ...recordRedaction(redaction) }))
		.sort(byText);
}

function byText(a: RecordTextRedaction, b: RecordTextRedaction): number {
	return a.text < b.text ? -1 : 1;
}

function recordRedaction({ at, by, reason }: Redaction): RecordRedaction {
	return { at: moment(at), by: REDACTION_CODES[by], reason };
}

/** Sorted by random id, so that order tells nothing of who wrote when. */
function visibleCards(round: Round, state: Worksession): readonly CardView[] {
	const views = allCards(round.cards).flatMap((card) => cardView(card, state.authorVisibility, NOBODY) ?? []);
	return sortedById(views);
}

function resultsOf(round: Round, state: Worksession): Readonly<Record<string, ItemResult>> | null {
	return round.stage === 'closed' ? voteResults(round.ballots, state) : null;
}

function dotsOf(results: Readonly<Record<string, ItemResult>>, key: string): RecordDots {
	const { dots, municipalities, people } = own(results, key) ?? { dots: 0, municipalities: 0, people: 0 };
	return { dots, municipalities, people };
}

function distinctMunicipalities(cards: readonly CardView[], state: Worksession): readonly string[] | null {
	if (!tellsAuthors(state.authorVisibility)) return null;
	return [...new Set(cards.flatMap((card) => card.author?.municipalities ?? []))].sort();
}

function recordLinks(state: Worksession): readonly RecordLink[] {
	return Object.values(state.links)
		.toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1))
		.map(({ need, bottleneck }) => ({ need: itemKey(need), bottleneck: itemKey(bottleneck) }));
}

function recordIdea(idea: ProductIdea, index: number): RecordIdea {
	const { id, title, form, summary, ownPart, nationalPart, privacyCheck, needs, from, tableId } = idea;
	const keysOf = (items: readonly RoundItem[]) => items.map(({ item }) => itemKey(item));
	const restsOn = { needs: keysOf(needs), from: keysOf(from) };
	const deal = idea.deal && recordDeal(idea.deal);
	const facts = { title, form, summary, ownPart, nationalPart, privacyCheck, deal };
	return { id, order: index + 1, ...facts, ...restsOn, table: tableId };
}

function recordDeal(deal: DealFacts): DealFacts {
	const { parties, dataset, definitions, frequency, quality, costs, term, evaluateOn, exit } = deal;
	return { parties, dataset, definitions, frequency, quality, costs, term, evaluateOn, exit };
}

function recordDecision(decision: Decision, index: number): RecordDecision {
	const { id, at, changedAt, text, reason, dissents, ideaId } = decision;
	const when = { at: moment(at), changedAt: timestamp(changedAt) };
	return { id, order: index + 1, ...when, text, reason, dissents, idea: ideaId };
}

function recordValidation(at: string, answered: Omit<Validated, 'at'>): RecordValidation {
	const { municipality, right, corrected, withdrawn } = answered;
	return { municipality, at, right, corrected, withdrawn };
}

function recordAction(action: Action, index: number, state: Worksession): RecordAction {
	const { id, text, dueOn } = action;
	return { id, order: index + 1, text, ...recordOwner(action, state), dueOn };
}

function recordParked(parked: Parked, index: number, state: Worksession): RecordParked {
	const { id, cardIds, text, tableId } = parked;
	return { id, order: index + 1, cards: cardIds, text, ...recordOwner(parked, state), table: tableId };
}

function recordOwner(of: OwnerFacts, state: Worksession): RecordOwner {
	const { municipalities, organisation } = ownerOrigin(of, state) ?? {
		municipalities: null,
		organisation: null
	};
	return { municipalities, organisation, owner: of.ownerName };
}

function looseEnds(rounds: readonly Round[], state: Worksession): RecordLooseEnds {
	const links = recordLinks(state);
	const needs = new Set(links.map((link) => link.need));
	const bottlenecks = new Set(links.map((link) => link.bottleneck));
	return {
		needsWithoutBottleneck: itemKeysOf(rounds, 'needs', state).filter((key) => !needs.has(key)),
		bottlenecksWithoutNeed: itemKeysOf(rounds, 'bottlenecks', state).filter((key) => !bottlenecks.has(key)),
		ideasWithoutNeed: idsOf(state.ideas, ({ needs: served }) => served.length === 0),
		decisionsWithoutReason: idsOf(state.decisions, ({ reason }) => reason === ''),
		actionsWithoutOwner: idsOf(
			state.actions,
			({ ownerId, ownerName }) => ownerId === null && ownerName === ''
		),
		actionsWithoutDate: idsOf(state.actions, ({ dueOn }) => dueOn === null),
		parked: state.parked.map((parked, index) => recordParked(parked, index, state))
	};
}

/** Whether something in the record is not tied up yet. */
export function hasLooseEnds(state: Worksession): boolean {
	const rounds = state.agenda.flatMap(({ id }) => own(state.rounds, id) ?? []);
	return Object.values(looseEnds(rounds, state)).some((ends: readonly unknown[]) => ends.length > 0);
}

function idsOf<T extends { readonly id: string }>(
	pieces: readonly T[],
	isLoose: (piece: T) => boolean
): readonly string[] {
	return pieces.filter(isLoose).map(({ id }) => id);
}

/** A loose card that its municipality withdrew ties up nothing any more. */
function itemKeysOf(rounds: readonly Round[], kind: RoundKind, state: Worksession): readonly string[] {
	const cards = rounds
		.filter((round) => round.kind === kind)
		.flatMap((round) => visibleCards(round, state))
		.filter(({ redaction, clusterId }) => clusterId !== null || redaction?.by !== 'municipality');
	return [...new Set(cards.map((card) => itemKey(itemOfCard(card))))].sort();
}

function sortedById<T extends { readonly id: string }>(pieces: readonly T[]): readonly T[] {
	return pieces.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function timestamp(at: number | null): string | null {
	return at === null ? null : moment(at);
}

/** RFC 3339 in UTC. A date from a number is arithmetic, not a clock. */
function moment(at: number): string {
	return new Date(at).toISOString();
}

/** A record that was drawn before a redaction, without what that took away. */
export function redactedRecord(
	record: IntakeRecord,
	texts: ReadonlyMap<string, Redaction>,
	retitled: ReadonlySet<string>
): IntakeRecord {
	const without = <T extends { readonly id: string }>(pieces: readonly T[], take: (piece: T) => T) =>
		pieces.map((piece) => (texts.has(piece.id) ? take(piece) : piece));
	const steps = without(record.steps, (step) => ({ ...takenDetails(step), name: REDACTED_TEXT }));
	const ideas = without(record.ideas, takenIdea);
	return {
		...record,
		steps: steps.map((step) => (retitled.has(step.id) ? { ...step, name: REDACTED_TEXT } : step)),
		clusters: record.clusters.map((cluster) =>
			retitled.has(cluster.id) || texts.has(cluster.id) ? { ...cluster, title: REDACTED_TEXT } : cluster
		),
		ideas: ideas.map((idea) => (retitled.has(idea.id) ? { ...idea, title: REDACTED_TEXT } : idea)),
		cards: record.cards.map((card) => {
			const redaction = texts.get(card.id);
			return redaction ? { ...card, text: REDACTED_TEXT, redaction: recordRedaction(redaction) } : card;
		}),
		decisions: without(record.decisions, takenDecision),
		actions: without(record.actions, takenOwned),
		looseEnds: { ...record.looseEnds, parked: without(record.looseEnds.parked, takenOwned) },
		redactions: redactionsAfter(record, texts)
	};
}

function takenOwned<T extends { readonly text: string; readonly owner: string }>(piece: T): T {
	const { text, ownerName } = takenAction({ text: piece.text, ownerName: piece.owner });
	return { ...piece, text, owner: ownerName };
}

/** Those that the record knew, and those of what it holds now. */
function redactionsAfter(
	record: IntakeRecord,
	texts: ReadonlyMap<string, Redaction>
): readonly RecordTextRedaction[] {
	const { steps, clusters, ideas, decisions, actions, looseEnds: loose } = record;
	const outcomes = { idea: ideas, decision: decisions, action: actions, parked: loose.parked };
	const pieces = { step: steps, cluster: clusters, ...outcomes };
	const added = TEXT_KINDS.flatMap((kind) =>
		pieces[kind].flatMap(({ id }) => {
			const redaction = texts.get(id);
			return redaction ? [{ text: textKey({ kind, id }), ...recordRedaction(redaction) }] : [];
		})
	);
	const again = new Set(added.map(({ text }) => text));
	return [...record.redactions.filter(({ text }) => !again.has(text)), ...added].sort(byText);
}
