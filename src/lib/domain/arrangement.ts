import { allCards, cardOf } from './card-table.ts';
import type { Arrangement, CardPlace, ClusterPlace, Command, CommandType, ItemRef } from './commands.ts';
import type { WorksessionEvent } from './events.ts';
import { isVisibleItem, linkKey } from './items.ts';
import { own } from './keyed.ts';
import { CLUSTERS_PER_ROUND_MAX, ITEMS_PER_COMMAND_MAX, LINKS_MAX, TITLE_LENGTH_MAX } from './limits.ts';
import { linkFault } from './links.ts';
import { accept, reject } from './outcome.ts';
import { PERMISSIONS } from './permissions.ts';
import { titleFault } from './preparation.ts';
import type { Rejection } from './rejections.ts';
import type { Card, Cluster, Deciders, Round, Worksession } from './worksession.ts';

/**
 * A part of a board put as it was before or after an act: what undo and redo ask for. It goes all at once or not at all, and only while
 * that part is as whoever asks knows it, so that nobody undoes what somebody else did since.
 */
export const arrangementDeciders: Deciders<'Rearrange'> = {
	Rearrange(state, { roundId, from, to }) {
		const round = own(state.rounds, roundId);
		if (!round) return reject('unknown-round');
		const fault =
			sizeFault(from, to) ?? presentFault(state, round, from, to) ?? targetFault(state, round, from, to);
		return fault ? reject(fault) : accept(eventsOf(round, from, to));
	}
};

/** The acts that arrange a board, which `Rearrange` can undo and do again. */
export const ARRANGING = [
	'PinItems',
	'MakeCluster',
	'RenameCluster',
	'AddToCluster',
	'RemoveFromCluster',
	'TakeApart',
	'LinkNeed',
	'UnlinkNeed'
] as const satisfies readonly CommandType[];

export function isArranging({ type }: Pick<Command, 'type'>): boolean {
	return ARRANGING.some((arranging) => arranging === type);
}

/** The id of a cluster in what a browser foresees: only the server knows the real one. */
export const FORESEEN_ID = 'foreseen';

/** A part of a board before and after an act. */
export interface ArrangementChange {
	readonly from: Arrangement;
	readonly to: Arrangement;
}

/** A foreseen change with the real id of the cluster that it made, which is that of the cards in it. */
export function withClusterId<T extends ArrangementChange>(
	change: T,
	clusterIdOf: (cardId: string) => string | null
): T {
	const inside = change.to.cards.find(({ clusterId }) => clusterId === FORESEEN_ID);
	const real = inside && clusterIdOf(inside.cardId);
	if (!real) return change;
	const known = (id: string) => (id === FORESEEN_ID ? real : id);
	const item = ({ kind, id }: ItemRef): ItemRef => ({ kind, id: kind === 'cluster' ? known(id) : id });
	const { cards, clusters, links } = change.to;
	const to: Arrangement = {
		cards: cards.map((place) => ({ ...place, clusterId: place.clusterId && known(place.clusterId) })),
		clusters: clusters.map((cluster) => ({ ...cluster, id: known(cluster.id) })),
		links: links.map((link) => ({
			...link,
			need: item(link.need),
			bottleneck: item(link.bottleneck)
		}))
	};
	return { ...change, to };
}

/** What differs between two states on the board of a round, as it was and as it is; null when nothing does. */
export function changedArrangement(
	before: Worksession,
	after: Worksession,
	roundId: string
): ArrangementChange | null {
	const [old, now] = [own(before.rounds, roundId), own(after.rounds, roundId)];
	if (!old || !now) return null;
	const cardIds = allCards(old.cards).flatMap(({ id }) => (isSameCard(old, now, id) ? [] : [id]));
	const clusterIds = [...new Set([...Object.keys(old.clusters), ...Object.keys(now.clusters)])].filter(
		(id) => !isSameCluster(own(old.clusters, id), own(now.clusters, id))
	);
	const keys = [...new Set([...Object.keys(before.links), ...Object.keys(after.links)])].filter(
		(key) => (own(before.links, key) === undefined) !== (own(after.links, key) === undefined)
	);
	if (cardIds.length + clusterIds.length + keys.length === 0) return null;
	const partOf = (state: Worksession, { cards, clusters }: Round): Arrangement => ({
		cards: cardIds.flatMap((id) => placeOf(cardOf(cards, id)) ?? []),
		clusters: clusterIds.flatMap((id) => clusterPlaceOf(own(clusters, id)) ?? []),
		links: keys.flatMap((key) => own(state.links, key) ?? [])
	});
	return { from: partOf(before, old), to: partOf(after, now) };
}

function isSameCard(old: Round, now: Round, id: string): boolean {
	const [was, is] = [cardOf(old.cards, id), cardOf(now.cards, id)];
	return was === is || !was || !is || (was.stepId === is.stepId && was.clusterId === is.clusterId);
}

function isSameCluster(was: ClusterPlace | undefined, is: ClusterPlace | undefined): boolean {
	if (!was || !is) return was === is;
	return was.title === is.title && was.stepId === is.stepId;
}

function placeOf(card: Card | undefined): CardPlace | null {
	return card ? { cardId: card.id, stepId: card.stepId, clusterId: card.clusterId } : null;
}

function clusterPlaceOf(cluster: Cluster | undefined): ClusterPlace | null {
	return cluster ? { id: cluster.id, title: cluster.title, stepId: cluster.stepId } : null;
}

function sizeFault(from: Arrangement, to: Arrangement): Rejection | null {
	const sizes = [from, to].flatMap(({ cards, clusters, links }) => [cards, clusters, links]);
	if (sizes.some(({ length }) => length > ITEMS_PER_COMMAND_MAX)) return 'unknown-item';
	const ids = [from, to].map(({ cards }) => new Set(cards.map(({ cardId }) => cardId)));
	const [old, now] = ids;
	const areSame = old?.size === now?.size && to.cards.every(({ cardId }) => old?.has(cardId));
	const isTwice = [from, to].some(
		({ cards, clusters }, index) =>
			cards.length !== ids[index]?.size || new Set(clusters.map(({ id }) => id)).size !== clusters.length
	);
	return areSame && !isTwice ? null : 'unknown-item';
}

/** Whether the part is as it is said to be. */
function presentFault(
	state: Worksession,
	round: Round,
	from: Arrangement,
	to: Arrangement
): Rejection | null {
	if (!from.cards.every(({ cardId }) => cardOf(round.cards, cardId)?.isShared)) return 'unknown-card';
	const areCards = from.cards.every(({ cardId, stepId, clusterId }) => {
		const card = cardOf(round.cards, cardId);
		return card?.stepId === stepId && card.clusterId === clusterId;
	});
	const areClusters = from.clusters.every((cluster) =>
		isSameCluster(own(round.clusters, cluster.id), cluster)
	);
	const areNew = newClusters(from, to).every(({ id }) => own(round.clusters, id) === undefined);
	const [linked, toLink] = [new Set(from.links.map(linkKey)), to.links.map(linkKey)];
	const areLinks =
		[...linked].every((key) => own(state.links, key) !== undefined) &&
		toLink.every((key) => linked.has(key) || own(state.links, key) === undefined);
	return areCards && areClusters && areNew && areLinks ? null : 'changed-since';
}

/** Whether the part can be as it is asked to be. */
function targetFault(state: Worksession, round: Round, from: Arrangement, to: Arrangement): Rejection | null {
	const wanted = new Map(to.cards.map((place) => [place.cardId, place]));
	const clusterOf = (card: Card) => (wanted.get(card.id) ?? card).clusterId;
	const cards = allCards(round.cards);
	const filled = new Set(cards.map(clusterOf));
	const kept = new Set(to.clusters.map(({ id }) => id));
	if (ended(from, to).some(({ id }) => filled.has(id)) || to.clusters.some(({ id }) => !filled.has(id)))
		return 'changed-since';
	const isThere = (id: string | null) => id === null || kept.has(id) || own(round.clusters, id) !== undefined;
	const added = newClusters(from, to);
	// A name that every object knows is no id that a server ever gave.
	const areIds = added.every(({ id }) => !(id in Object.prototype));
	if (!areIds || !to.cards.every(({ clusterId }) => isThere(clusterId))) return 'unknown-cluster';
	if (Object.keys(round.clusters).length + added.length > CLUSTERS_PER_ROUND_MAX) return 'clusters-full';
	const isRestacked = to.cards.some(
		({ cardId, clusterId }) => cardOf(round.cards, cardId)?.clusterId !== clusterId
	);
	if (isRestacked && !isStageOf('MakeCluster', round)) return 'wrong-stage';
	if (to.cards.length + to.clusters.length > 0 && !isStageOf('PinItems', round)) return 'wrong-stage';
	const title = to.clusters.map((cluster) => titleFault(cluster.title, TITLE_LENGTH_MAX));
	return (
		title.find((fault) => fault !== null) ??
		stepFault(state, cards, clusterOf, to) ??
		newLinkFault(state, from, to, ({ kind, id }, of) =>
			kind === 'cluster' && of === round ? filled.has(id) : isVisibleItem(of, { kind, id })
		)
	);
}

/** A part is arranged when the acts may be done that arrange it. */
function isStageOf(type: CommandType, { stage }: Round): boolean {
	return PERMISSIONS[type].stages?.includes(stage) ?? true;
}

function stepFault(
	state: Worksession,
	cards: readonly Card[],
	clusterOf: (card: Card) => string | null,
	to: Arrangement
): Rejection | null {
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

/** A link may be on a cluster that this makes, and not on one that it ends. */
function newLinkFault(
	state: Worksession,
	from: Arrangement,
	to: Arrangement,
	isThere: (item: ItemRef, of: Round) => boolean
): Rejection | null {
	const here = new Set(from.links.map(linkKey));
	const added = to.links.filter((link) => !here.has(linkKey(link)));
	if (Object.keys(state.links).length + added.length - from.links.length > LINKS_MAX) return 'links-full';
	return added.map((link) => linkFault(state, link, isThere)).find((fault) => fault !== null) ?? null;
}

/** In the words of the acts that the log knows already, so that whoever reads it needs to know nothing new. */
function eventsOf(round: Round, from: Arrangement, to: Arrangement): readonly WorksessionEvent[] {
	const roundId = round.id;
	const hereNow = new Set(from.links.map(linkKey));
	const hereThen = new Set(to.links.map(linkKey));
	return [
		...from.links
			.filter((link) => !hereThen.has(linkKey(link)))
			.map((link) => ({ type: 'NeedUnlinked', ...link }) as const),
		...stackEvents(round, from, to),
		...pinEvents(round, from, to, roundId),
		...to.links
			.filter((link) => !hereNow.has(linkKey(link)))
			.map((link) => ({ type: 'NeedLinked', ...link }) as const)
	];
}

function stackEvents(round: Round, from: Arrangement, to: Arrangement): readonly WorksessionEvent[] {
	const roundId = round.id;
	const restacked = to.cards.filter(
		({ cardId, clusterId }) => cardOf(round.cards, cardId)?.clusterId !== clusterId
	);
	const idsIn = (clusterId: string | null) =>
		restacked.filter((place) => place.clusterId === clusterId).map(({ cardId }) => cardId);
	const added = newClusters(from, to);
	const isAdded = new Set(added.map(({ id }) => id));
	const joined = new Set(restacked.flatMap(({ clusterId }) => clusterId ?? []));
	const loose = idsIn(null);
	return [
		...added.map(
			({ id, title, stepId }) =>
				({ type: 'ClusterMade', roundId, clusterId: id, title, cardIds: idsIn(id), stepId }) as const
		),
		...[...joined]
			.filter((id) => !isAdded.has(id))
			.map((id) => ({ type: 'CardsClustered', roundId, clusterId: id, cardIds: idsIn(id) }) as const),
		...(loose.length > 0 ? [{ type: 'CardsTakenOut', roundId, cardIds: loose } as const] : []),
		...to.clusters
			.filter(({ id, title }) => (own(round.clusters, id)?.title ?? title) !== title)
			.map(({ id, title }) => ({ type: 'ClusterRenamed', roundId, clusterId: id, title }) as const)
	];
}

/** Clusters first: a pinned cluster takes its cards along, some of which then go where they stood by themselves. */
function pinEvents(
	round: Round,
	from: Arrangement,
	to: Arrangement,
	roundId: string
): readonly WorksessionEvent[] {
	const moved = to.clusters.filter(({ id, stepId }) => {
		const cluster = own(round.clusters, id);
		return cluster !== undefined && cluster.stepId !== stepId;
	});
	const stepOfMoved = new Map(moved.map(({ id, stepId }) => [id, stepId]));
	const cards = to.cards.filter(({ cardId, clusterId, stepId }) => {
		const taken = clusterId === null ? undefined : stepOfMoved.get(clusterId);
		return (taken === undefined ? cardOf(round.cards, cardId)?.stepId : taken) !== stepId;
	});
	const pin = (kind: 'card' | 'cluster', id: string, stepId: string | null) =>
		({ type: 'ItemsPinned', roundId, items: [{ kind, id }], stepId }) as const;
	return [
		...moved.map(({ id, stepId }) => pin('cluster', id, stepId)),
		...cards.map(({ cardId, stepId }) => pin('card', cardId, stepId))
	];
}

function newClusters(from: Arrangement, to: Arrangement): readonly ClusterPlace[] {
	const known = new Set(from.clusters.map(({ id }) => id));
	return to.clusters.filter(({ id }) => !known.has(id));
}

function ended(from: Arrangement, to: Arrangement): readonly ClusterPlace[] {
	return newClusters(to, from);
}
