import { allCards, cardOf } from '../card/card-table.ts';
import { isSameCodes } from './codes.ts';
import type { Cluster, ItemRef, RoundItem } from './item.ts';
import type { Arrangement, CardPlace, ClusterPlace } from './places.ts';
import type { Command, CommandType } from '../commands.ts';
import { itemKey, itemOfKey } from './items.ts';
import { own } from '../keyed.ts';
import type { Card } from '../card/card.ts';
import type { ProductIdea } from '../choose/idea.ts';
import type { Round } from '../day/round.ts';
import type { Worksession } from '../worksession.ts';

/** What an act on the board of a round changed, so that it can be undone and done again with `Rearrange`. */

/** The acts that arrange a board, which `Rearrange` can undo and do again. */
export const ARRANGING = [
	'PinItems',
	'MakeCluster',
	'RenameCluster',
	'AddToCluster',
	'RemoveFromCluster',
	'TakeApart',
	'LinkNeed',
	'UnlinkNeed',
	'ClassifyItems'
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
	const { cards, clusters, links, codes, ideas } = change.to;
	const items = (list: readonly RoundItem[]) => list.map((one) => ({ ...one, item: item(one.item) }));
	const to: Arrangement = {
		cards: cards.map((place) => ({ ...place, clusterId: place.clusterId && known(place.clusterId) })),
		clusters: clusters.map((cluster) => ({ ...cluster, id: known(cluster.id) })),
		links: links.map((link) => ({
			...link,
			need: item(link.need),
			bottleneck: item(link.bottleneck)
		})),
		codes: codes.map((place) => ({ ...place, item: item(place.item) })),
		ideas: ideas.map((idea) => ({ ...idea, needs: items(idea.needs), from: items(idea.from) }))
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
	const coded = [...new Set([...Object.keys(old.codes), ...Object.keys(now.codes)])].filter(
		(key) => !isSameCodes(own(old.codes, key) ?? null, own(now.codes, key) ?? null)
	);
	const ideaIds = after.ideas.flatMap((idea) => {
		const was = before.ideas.find(({ id }) => id === idea.id);
		return was && !isSameTied(was, idea) ? [idea.id] : [];
	});
	if (cardIds.length + clusterIds.length + keys.length + coded.length + ideaIds.length === 0) return null;
	const partOf = (state: Worksession, { cards, clusters, codes }: Round): Arrangement => ({
		cards: cardIds.flatMap((id) => placeOf(cardOf(cards, id)) ?? []),
		clusters: clusterIds.flatMap((id) => clusterPlaceOf(own(clusters, id)) ?? []),
		links: keys.flatMap((key) => own(state.links, key) ?? []),
		codes: coded.map((key) => ({ item: itemOfKey(key), codes: own(codes, key) ?? null })),
		ideas: state.ideas.flatMap(({ id, needs, from }) =>
			ideaIds.includes(id) ? [{ ideaId: id, needs, from }] : []
		)
	});
	return { from: partOf(before, old), to: partOf(after, now) };
}

function isSameCard(old: Round, now: Round, id: string): boolean {
	const [was, is] = [cardOf(old.cards, id), cardOf(now.cards, id)];
	return was === is || !was || !is || (was.stepId === is.stepId && was.clusterId === is.clusterId);
}

function placeOf(card: Card | undefined): CardPlace | null {
	return card ? { cardId: card.id, stepId: card.stepId, clusterId: card.clusterId } : null;
}

function clusterPlaceOf(cluster: Cluster | undefined): ClusterPlace | null {
	return cluster ? { id: cluster.id, title: cluster.title, stepId: cluster.stepId } : null;
}

/** Whether two clusters, as far as they are there, stand the same. */
export function isSameCluster(was: ClusterPlace | undefined, is: ClusterPlace | undefined): boolean {
	if (!was || !is) return was === is;
	return was.title === is.title && was.stepId === is.stepId;
}

/** Whether an idea rests on the same, in the same order. */
export function isSameTied(one: Tied, other: Tied): boolean {
	return keysOf(one.needs) === keysOf(other.needs) && keysOf(one.from) === keysOf(other.from);
}

type Tied = Pick<ProductIdea, 'needs' | 'from'>;

function keysOf(items: readonly RoundItem[]): string {
	return items.map(({ roundId, item }) => `${roundId} ${itemKey(item)}`).join();
}

/** The clusters that a change makes. */
export function newClusters({ from, to }: ArrangementChange): readonly ClusterPlace[] {
	const known = new Set(from.clusters.map(({ id }) => id));
	return to.clusters.filter(({ id }) => !known.has(id));
}

/** The clusters that a change ends. */
export function endedClusters({ from, to }: ArrangementChange): readonly ClusterPlace[] {
	return newClusters({ from: to, to: from });
}
