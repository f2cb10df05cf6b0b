import { OWN_PURSE } from './choose/ballots.ts';
import { tableOf } from './card/card-table.ts';
import type { Actor } from './commands.ts';
import type { Author, Card } from './card/card.ts';
import type { Ballots } from './choose/ballot.ts';
import type { AnswerSheets, KeptAnswer, Rating } from './choose/rating.ts';
import { ROTI_ANSWERS_FOR_REASONS_MIN } from './limits.ts';
import type { Round } from './day/round.ts';
import type { Participation } from './people/participation.ts';
import { initialState, type Worksession } from './worksession.ts';
import { mapValues } from './keyed.ts';
import { remembering } from './remembering.ts';
import type { CardView } from './visibility/card-view.ts';
import type { OwnView } from './visibility/own-view.ts';
import type { ParticipationView } from './visibility/participation-view.ts';
import type { RatingView } from './visibility/rating-view.ts';
import type { RoundView } from './visibility/round-view.ts';
import { SOMEBODY_ELSE } from './visibility/scribed-view.ts';
import type { SharedView } from './visibility/shared-view.ts';

/**
 * What a browser knows, in the shape that `decide` takes (law V2): a rule asked of this gives the same answer as on the
 * server, because no rule depends on what its actor may not see. So a button can say beforehand why it would refuse.
 */
export function stateFromView(shared: SharedView, own: OwnView | null): Worksession {
	return {
		...initialState(shared.id),
		isTrial: shared.isTrial,
		facts: shared.facts,
		authorVisibility: shared.authorVisibility,
		doors: shared.doors,
		agenda: shared.agenda,
		currentItemId: shared.currentItemId,
		timer: shared.timer,
		rounds: Object.fromEntries(
			Object.values(shared.rounds).map((round) => [round.id, roundFromView(round, shared, own)])
		),
		steps: shared.steps,
		examples: shared.examples,
		tables: shared.tables.map((table) => ({ ...table, hostId: hostFromView(table.id, shared, own) })),
		removed: shared.facilitator ? participationsOf(shared.facilitator.removed) : {},
		isLobbyLocked: shared.isLobbyLocked,
		links: shared.links,
		ideas: shared.ideas,
		decisions: shared.decisions,
		actions: shared.actions.map(({ origin: _, ...action }) => action),
		parked: shared.parked.map(({ origin: _, ...parked }) => parked),
		ratings: shared.ratings.map((rating) => ratingFromView(rating, shared, own)),
		shownRating: shared.shownRating,
		wrapUp: wrapUpFromView(shared),
		recordVersions: shared.facilitator?.recordVersions ?? [],
		roti: own ? (own.roti ? { [own.participationId]: own.roti } : {}) : rotiFromView(shared),
		redactions: shared.facilitator?.redactions ?? {},
		participations: participationsFromView(shared, own),
		itemTimes: shared.itemTimes,
		plannedMinutes: shared.plannedMinutes,
		spotlight: shared.spotlight,
		message: shared.message,
		isFrozen: shared.isFrozen
	};
}

/** The participant of an own view; whoever has none acts as facilitator. */
export function actorOf(own: OwnView | null): Actor {
	return own
		? { role: 'participant', participationId: own.participationId }
		: { role: 'facilitator', accountId: '' };
}

function roundFromView(view: RoundView, shared: SharedView, own: OwnView | null): Round {
	return {
		id: view.id,
		kind: view.kind,
		settings: { ...view.settings, note: shared.facilitator?.notes[view.id] ?? '' },
		stage: view.stage,
		closedAt: view.closedAt,
		cardCount: view.cardCount,
		cardCounts: {},
		cards: cardsFromView(view, shared, own),
		clusters: view.clusters,
		codes: view.codes,
		votedOn: view.votedOn,
		ballots: own ? ballotsFromView(view.id, own) : (shared.facilitator?.scribed[view.id] ?? {}),
		countedDots: null,
		earlierVotes: view.earlierVotes.map((vote) => ({ ...vote, ballots: {} })),
		ready: own?.readyIn.includes(view.id) ? { [own.participationId]: true } : {}
	};
}

function wrapUpFromView({ wrapUp }: SharedView): Worksession['wrapUp'] {
	return wrapUp && { startedAt: wrapUp.startedAt, isShowingOutcomes: wrapUp.isShowingOutcomes };
}

/** With the sheets that one fills in, as if one filled them in alone. */
function ratingFromView(view: RatingView, { facilitator }: SharedView, own: OwnView | null): Rating {
	const { done: _, results, ...rating } = view;
	if (own) return { ...rating, sheets: { [own.participationId]: own.sheets[view.id] ?? {} } };
	return { ...rating, sheets: results ? reasonsFromView(results) : (facilitator?.scribedSheets ?? {}) };
}

/** Reasons that were told, as if nobody in particular had given each of them on a sheet of its own. */
function reasonsFromView(results: NonNullable<RatingView['results']>): AnswerSheets {
	const told = Object.entries(results).flatMap(([key, { reasons }]) =>
		reasons.map((answer) => [answer.reasonId, { [key]: answer }] as const)
	);
	return { [SOMEBODY_ELSE]: Object.fromEntries(told) };
}

/** The same of what the day was worth, among as many marks as it takes to be told a reason; before that, what is written down for others. */
function rotiFromView({ facilitator }: SharedView): Worksession['roti'] {
	const told = facilitator?.rotiReasons ?? [];
	if (told.length === 0) return facilitator?.scribedRoti ?? {};
	const marks = Array.from({ length: ROTI_ANSWERS_FOR_REASONS_MIN }, (_, index) => [index, NO_REASON]);
	const answers = told.map((reason) => [reason.reasonId, { ...NO_REASON, ...reason }]);
	return Object.fromEntries([...marks, ...answers]) as Worksession['roti'];
}

const NO_REASON: KeptAnswer = { score: 0, reason: '', reasonId: '' };

/** One's own dots, and those of everybody with whom one shares a purse as if they were of one other person. */
function ballotsFromView(roundId: string, own: OwnView): Ballots {
	const { participationId, dots, purses } = own;
	const shared = purses[roundId];
	const ballot = dots[roundId];
	if (!shared) return ballot ? { [participationId]: { [OWN_PURSE]: ballot } } : {};
	return {
		[participationId]: mapValues(shared, (purse) => purse.own),
		[SOMEBODY_ELSE]: mapValues(shared, (purse) => purse.others)
	};
}

/** A facilitator knows every host; a participant only whether they are one. */
function hostFromView(tableId: string, { facilitator }: SharedView, own: OwnView | null): string | null {
	if (facilitator) return facilitator.hosts[tableId] ?? null;
	return own?.isHost && own.tableId === tableId ? own.participationId : null;
}

/** Other people's cards get an author that nobody is, so that no rule takes them for one's own. */
const SOMEONE: Author = { kind: 'unknown', proof: '' };

function cardsFromView(view: RoundView, { facilitator }: SharedView, own: OwnView | null): Round['cards'] {
	const cards = new Map<string, Card>();
	for (const card of Object.values(view.cards)) cards.set(card.id, sharedCard(card));
	for (const { id, roundId, text, redaction } of Object.values(facilitator?.putIn ?? {}))
		if (roundId === view.id)
			cards.set(id, { ...blank, id, text, redaction, author: { kind: 'facilitator' } });
	for (const { participationId, roundId, ...written } of Object.values(facilitator?.writtenFor ?? {})) {
		if (roundId !== view.id) continue;
		const known = cards.get(written.id) ?? blank;
		const author = { kind: 'participation', participationId } as const;
		cards.set(written.id, { ...known, ...written, author, isWrittenFor: true });
	}
	if (!own) return tableOf(cards.values());
	const author: Author = { kind: 'participation', participationId: own.participationId };
	for (const card of Object.values(own.cards)) {
		if (card.roundId !== view.id) continue;
		const { id, draftId, text, stepId, isWithoutOrigin, tableId, isLate, redaction, readBack } = card;
		const { isShared, isHidden, clusterId } = cards.get(id) ?? blank;
		const known = { id, draftId, text, stepId, isWithoutOrigin, tableId, isLate, redaction, readBack };
		cards.set(id, { ...blank, ...known, isShared, isHidden, clusterId, author });
	}
	return tableOf(cards.values());
}

/** The same object as long as the room sees the same: of a board of 500 a change of one makes one anew. */
const sharedCard = remembering((card: CardView): Card => {
	const { id, text, stepId, clusterId, tableId, isLate, isHidden, redaction } = card;
	const known = { id, text, stepId, clusterId, tableId, isLate, isHidden, redaction };
	return { ...blank, ...known, isShared: true };
});

const blank: Card = {
	id: '',
	draftId: '',
	text: '',
	author: SOMEONE,
	municipalities: [],
	organisation: '',
	isWithoutOrigin: false,
	tableId: null,
	at: 0,
	editedAt: null,
	isShared: false,
	isHidden: false,
	isLate: false,
	isWrittenFor: false,
	stepId: null,
	formerStepId: null,
	clusterId: null,
	redaction: null,
	readBack: null
};

function participationsFromView(shared: SharedView, own: OwnView | null): Worksession['participations'] {
	const others = participationsOf(shared.facilitator?.participations ?? {});
	if (!own) return others;
	const { participationId: id, role, organisation, municipalities, functionName } = own;
	const { greeting, handRaisedAt, tableId } = own;
	const self = { ...nobody, id, role, organisation, municipalities, functionName, greeting, handRaisedAt };
	return { ...others, [id]: { ...self, tableId } };
}

function participationsOf(views: Readonly<Record<string, ParticipationView>>): Worksession['participations'] {
	return mapValues(views, (view) => {
		const { id, role, organisation, municipalities, functionName, joinedAt, handRaisedAt, tableId } = view;
		const { isWithoutDevice, hasGreeted } = view;
		const known = { id, role, organisation, municipalities, functionName, joinedAt, handRaisedAt, tableId };
		return { ...nobody, ...known, isWithoutDevice, greeting: hasGreeted ? SAID : null };
	});
}

/** In the place of a greeting, of which nobody knows whose it is. */
const SAID = '?';

const nobody: Participation = {
	id: '',
	role: 'follower',
	organisation: '',
	municipalities: [],
	functionName: '',
	noticeVersion: '',
	joinedAt: 0,
	greeting: null,
	handRaisedAt: null,
	tableId: null,
	isWithoutDevice: false,
	formerIds: []
};
