import { tableOf } from './card-table.ts';
import type { Actor } from './commands.ts';
import {
	initialState,
	type Author,
	type Card,
	type Participation,
	type Round,
	type Worksession
} from './worksession.ts';
import type { OwnView, RoundView, SharedView } from './visibility.ts';

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
		links: shared.links,
		participations: participationsFromView(shared, own),
		itemTimes: shared.itemTimes,
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
	const ballot = own?.dots[view.id];
	return {
		id: view.id,
		kind: view.kind,
		settings: { ...view.settings, note: shared.facilitator?.notes[view.id] ?? '' },
		stage: view.stage,
		closedAt: view.closedAt,
		cardCount: view.cardCount,
		cardCounts: {},
		cards: cardsFromView(view, own),
		clusters: view.clusters,
		ballots: own && ballot ? { [own.participationId]: ballot } : {},
		ready: own?.readyIn.includes(view.id) ? { [own.participationId]: true } : {}
	};
}

/** Other people's cards get an author that nobody is, so that no rule takes them for one's own. */
const SOMEONE: Author = { kind: 'unknown', proof: '' };

function cardsFromView(view: RoundView, own: OwnView | null): Round['cards'] {
	const cards = new Map<string, Card>();
	for (const { id, text, stepId, clusterId, isLate } of Object.values(view.cards))
		cards.set(id, { ...blank, id, text, stepId, clusterId, isLate, isShared: true });
	if (!own) return tableOf(cards.values());
	const author: Author = { kind: 'participation', participationId: own.participationId };
	for (const card of Object.values(own.cards)) {
		if (card.roundId !== view.id) continue;
		const { id, draftId, text, stepId, isLate } = card;
		const { isShared, clusterId } = cards.get(id) ?? blank;
		cards.set(id, { ...blank, id, draftId, text, stepId, isLate, isShared, clusterId, author });
	}
	return tableOf(cards.values());
}

const blank: Card = {
	id: '',
	draftId: '',
	text: '',
	author: SOMEONE,
	municipalities: [],
	at: 0,
	editedAt: null,
	isShared: false,
	isLate: false,
	stepId: null,
	clusterId: null
};

function participationsFromView(shared: SharedView, own: OwnView | null): Worksession['participations'] {
	const participations: Record<string, Participation> = {};
	for (const { id, municipalities, functionName, joinedAt, handRaisedAt } of Object.values(
		shared.facilitator?.participations ?? {}
	))
		participations[id] = {
			id,
			municipalities,
			functionName,
			joinedAt,
			handRaisedAt,
			noticeVersion: '',
			greeting: null
		};
	if (own) {
		const { participationId: id, municipalities, functionName, greeting, handRaisedAt } = own;
		participations[id] = {
			id,
			municipalities,
			functionName,
			greeting,
			handRaisedAt,
			joinedAt: 0,
			noticeVersion: ''
		};
	}
	return participations;
}
