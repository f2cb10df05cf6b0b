import {
	endedClusters,
	isSameCluster,
	isSameTied,
	newClusters,
	type ArrangementChange
} from './arrangement-change.ts';
import { arrangementEvents } from './arrangement-events.ts';
import { allCards, cardOf } from '../card/card-table.ts';
import { codesFault, isSameCodes } from './codes.ts';
import type { ItemRef, RoundItem } from './item.ts';
import type { Arrangement, IdeaPlace } from './places.ts';
import type { CommandType } from '../commands.ts';
import { tiedFault } from '../choose/ideas.ts';
import { isVisibleItem, itemKey, linkKey } from './items.ts';
import { own } from '../keyed.ts';
import { CLUSTERS_PER_ROUND_MAX, ITEMS_PER_COMMAND_MAX, LINKS_MAX, TITLE_LENGTH_MAX } from '../limits.ts';
import { linkFault } from './links.ts';
import { accept, reject } from '../outcome.ts';
import { PERMISSIONS } from '../permissions.ts';
import { titleFault } from '../day/preparation.ts';
import type { Rejection } from '../rejections.ts';
import type { Card } from '../card/card.ts';
import type { Round } from '../day/round.ts';
import type { Deciders } from '../decide.ts';
import type { Worksession } from '../worksession.ts';

/**
 * A part of a board put as it was before or after an act: what undo and redo ask for. It goes all at once or not at all, and only while
 * that part is as whoever asks knows it, so that nobody undoes what somebody else did since.
 */
export const arrangementDeciders: Deciders<'Rearrange'> = {
	Rearrange(state, { roundId, from, to }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const part: Part = { state, round, from, to };
		const fault = sizeFault(part) ?? presentFault(part) ?? targetFault(part);
		return fault ? reject(fault) : accept(arrangementEvents(round, part));
	}
};

/** What is to change of the board of a round. */
interface Part extends ArrangementChange {
	readonly state: Worksession;
	readonly round: Round;
}

function sizeFault({ from, to }: Part): Rejection | null {
	const sizes = [from, to].flatMap(({ cards, clusters, links, codes, ideas }) => [
		cards,
		clusters,
		links,
		codes,
		ideas
	]);
	if (sizes.some(({ length }) => length > ITEMS_PER_COMMAND_MAX)) return 'unknown-item';
	const areWhole =
		areSame(from, to, ({ cards }) => cards.map(({ cardId }) => cardId)) &&
		areSame(from, to, ({ codes }) => codes.map(({ item }) => itemKey(item))) &&
		areSame(from, to, ({ ideas }) => ideas.map(({ ideaId }) => ideaId));
	const isTwice = [from, to].some(
		({ clusters }) => new Set(clusters.map(({ id }) => id)).size !== clusters.length
	);
	return areWhole && !isTwice ? null : 'unknown-item';
}

/** Whether both name the same in the same order, and each once. */
function areSame(from: Arrangement, to: Arrangement, idsOf: (of: Arrangement) => readonly string[]): boolean {
	const [old, now] = [idsOf(from), idsOf(to)];
	return new Set(old).size === old.length && old.length === now.length && old.every((id, n) => id === now[n]);
}

/** Whether the part is as it is said to be. */
function presentFault(part: Part): Rejection | null {
	const { state, round, from, to } = part;
	if (!from.cards.every(({ cardId }) => cardOf(round.cards, cardId)?.isShared)) return 'unknown-card';
	const areCards = from.cards.every(({ cardId, stepId, clusterId }) => {
		const card = cardOf(round.cards, cardId);
		return card?.stepId === stepId && card.clusterId === clusterId;
	});
	const areClusters = from.clusters.every((cluster) =>
		isSameCluster(own(round.clusters, cluster.id), cluster)
	);
	const areNew = newClusters(part).every(({ id }) => own(round.clusters, id) === undefined);
	const [linked, toLink] = [new Set(from.links.map(linkKey)), to.links.map(linkKey)];
	const areLinks =
		[...linked].every((key) => own(state.links, key) !== undefined) &&
		toLink.every((key) => linked.has(key) || own(state.links, key) === undefined);
	const isKnown = areCards && areClusters && areNew && areLinks && areCodesKnown(part);
	return isKnown && from.ideas.every((idea) => isTiedSo(state, idea)) ? null : 'changed-since';
}

/** Also of a cluster that ends nobody filled in anything since. */
function areCodesKnown(part: Part): boolean {
	const { round, from } = part;
	const known = new Map(from.codes.map(({ item, codes }) => [itemKey(item), codes]));
	const ended = endedClusters(part).map(({ id }) => itemKey({ kind: 'cluster', id }));
	return [...new Set([...known.keys(), ...ended])].every((key) =>
		isSameCodes(own(round.codes, key) ?? null, known.get(key) ?? null)
	);
}

function isTiedSo({ ideas }: Worksession, { ideaId, needs, from }: IdeaPlace): boolean {
	const idea = ideas.find(({ id }) => id === ideaId);
	return idea !== undefined && isSameTied(idea, { needs, from });
}

/** Whether the part can be as it is asked to be. */
function targetFault(part: Part): Rejection | null {
	const { round, from, to } = part;
	const wanted = new Map(to.cards.map((place) => [place.cardId, place]));
	const clusterOf = (card: Card) => (wanted.get(card.id) ?? card).clusterId;
	const filled = new Set(allCards(round.cards).map(clusterOf));
	const isThere = (item: ItemRef, of: Round) =>
		item.kind === 'cluster' && of === round ? filled.has(item.id) : isVisibleItem(of, item);
	return (
		clusterFault(part, filled) ??
		stageFault(part) ??
		titleFaultOf(part, clusterOf) ??
		stepFault(part, clusterOf) ??
		newLinkFault(part, isThere) ??
		codesFaultOf(part, isThere) ??
		to.ideas
			.map((idea, index) => newTiesFault(part, from.ideas[index] ?? idea, idea, isThere))
			.find((fault) => fault !== null) ??
		null
	);
}

/** No cluster is left empty, none ends with cards in it, and there is room for what is made. */
function clusterFault(part: Part, filled: ReadonlySet<string | null>): Rejection | null {
	const { round, to } = part;
	const kept = new Set(to.clusters.map(({ id }) => id));
	if (endedClusters(part).some(({ id }) => filled.has(id)) || to.clusters.some(({ id }) => !filled.has(id)))
		return 'changed-since';
	const isThere = (id: string | null) => id === null || kept.has(id) || own(round.clusters, id) !== undefined;
	const added = newClusters(part);
	// A name that every object knows is no id that a server ever gave.
	const areIds = added.every(({ id }) => !(id in Object.prototype));
	if (!areIds || !to.cards.every(({ clusterId }) => isThere(clusterId))) return 'unknown-cluster';
	return Object.keys(round.clusters).length + added.length > CLUSTERS_PER_ROUND_MAX ? 'clusters-full' : null;
}

/** A part is arranged when the acts may be done that arrange it. */
function stageFault({ round, to }: Part): Rejection | null {
	const isStageOf = (type: CommandType) => PERMISSIONS[type].stages?.includes(round.stage) ?? true;
	const isRestacked = to.cards.some(
		({ cardId, clusterId }) => cardOf(round.cards, cardId)?.clusterId !== clusterId
	);
	if (isRestacked && !isStageOf('MakeCluster')) return 'wrong-stage';
	return to.cards.length + to.clusters.length > 0 && !isStageOf('PinItems') ? 'wrong-stage' : null;
}

/**
 * A title may be the text of a card that was taken away meanwhile, which nobody here can know: where such a card lies, or lay, no title
 * comes back.
 */
function titleFaultOf({ round, to }: Part, clusterOf: (card: Card) => string | null): Rejection | null {
	const redacted = allCards(round.cards).filter((card) => card.redaction !== null);
	const held = new Set(redacted.flatMap((card) => [card.clusterId, clusterOf(card)]));
	for (const { id, title } of to.clusters) {
		const fault = titleFault(title, TITLE_LENGTH_MAX);
		if (fault) return fault;
		if (held.has(id) && own(round.clusters, id)?.title !== title) return 'changed-since';
	}
	return null;
}

function stepFault({ state, round, to }: Part, clusterOf: (card: Card) => string | null): Rejection | null {
	const cards = allCards(round.cards);
	const places = [
		...to.cards.map(({ cardId, stepId }) => ({ stepId, isHere: (card: Card) => card.id === cardId })),
		...to.clusters.map(({ id, stepId }) => ({ stepId, isHere: (card: Card) => clusterOf(card) === id }))
	];
	for (const { stepId, isHere } of places) {
		const step = stepId === null ? undefined : state.steps.find(({ id }) => id === stepId);
		if (stepId !== null && !step) return 'unknown-step';
		const tableId = step?.tableId ?? null;
		if (tableId !== null && cards.some((card) => isHere(card) && card.tableId !== tableId))
			return 'other-table';
	}
	return null;
}

type IsThere = (item: ItemRef, of: Round) => boolean;

/** A link may be on a cluster that this makes, and not on one that it ends. */
function newLinkFault({ state, from, to }: Part, isThere: IsThere): Rejection | null {
	const here = new Set(from.links.map(linkKey));
	const added = to.links.filter((link) => !here.has(linkKey(link)));
	if (Object.keys(state.links).length + added.length - from.links.length > LINKS_MAX) return 'links-full';
	return added.map((link) => linkFault(state, link, isThere)).find((fault) => fault !== null) ?? null;
}

/** What is about something that stays or comes; what is about nothing belongs to a cluster that ends. */
function codesFaultOf({ round, to }: Part, isThere: IsThere): Rejection | null {
	for (const { item, codes } of to.codes) {
		const fault = codesFault(round.kind, codes);
		if (fault) return fault;
		if (codes !== null && !isThere(item, round)) return 'unknown-item';
	}
	return null;
}

/** An idea follows what it rests on in and out of a cluster; nothing else of it is changed by an act on a board. */
function newTiesFault(part: Part, was: IdeaPlace, is: IdeaPlace, isThere: IsThere): Rejection | null {
	const { state, round, to } = part;
	const moved = new Set<string>();
	for (const { cardId, clusterId } of to.cards) {
		const before = cardOf(round.cards, cardId)?.clusterId ?? null;
		if (before === clusterId) continue;
		moved.add(itemKey({ kind: 'card', id: cardId }));
		for (const id of [before, clusterId]) if (id !== null) moved.add(itemKey({ kind: 'cluster', id }));
	}
	const isMoved = ({ roundId, item }: RoundItem) => roundId === round.id && moved.has(itemKey(item));
	const areMoved = [
		[was.needs, is.needs],
		[was.from, is.from]
	].every(([old = [], now = []]) => differing(old, now).every(isMoved));
	return areMoved ? tiedFault(state, is, isThere) : 'unknown-item';
}

/** What is in one of two lists and not in the other. */
function differing(one: readonly RoundItem[], other: readonly RoundItem[]): readonly RoundItem[] {
	const keys = [one, other].map((items) => new Set(items.map(({ item }) => itemKey(item))));
	return [...one, ...other].filter(({ item }) => !keys.every((known) => known.has(itemKey(item))));
}
