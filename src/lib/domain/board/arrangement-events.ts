import { endedClusters, isSameTied, newClusters, type ArrangementChange } from './arrangement-change.ts';
import { allCards, cardOf } from '../card/card-table.ts';
import { isSameCodes, NO_CODES } from './codes.ts';
import type { Arrangement } from './places.ts';
import type { WorksessionEvent } from '../events.ts';
import { linkKey } from './items.ts';
import { own } from '../keyed.ts';
import type { Round } from '../day/round.ts';

/** In the words of the acts that the log knows already, as far as it has them, so that whoever reads it needs to know little that is new. */
export function arrangementEvents(round: Round, change: ArrangementChange): readonly WorksessionEvent[] {
	const { from, to } = change;
	const roundId = round.id;
	const hereNow = new Set(from.links.map(linkKey));
	const hereThen = new Set(to.links.map(linkKey));
	return [
		...from.links
			.filter((link) => !hereThen.has(linkKey(link)))
			.map((link) => ({ type: 'NeedUnlinked', ...link }) as const),
		...stackEvents(round, change),
		...pinEvents(round, to, roundId),
		...to.links
			.filter((link) => !hereNow.has(linkKey(link)))
			.map((link) => ({ type: 'NeedLinked', ...link }) as const),
		...codeEvents(change, roundId),
		...to.ideas
			.filter((idea, index) => !isSameTied(idea, from.ideas[index] ?? idea))
			.map((idea) => ({ type: 'IdeaTied', ...idea }) as const)
	];
}

/** What is about nothing any more, because its cluster ends, needs no words. */
function codeEvents({ from, to }: ArrangementChange, roundId: string): readonly WorksessionEvent[] {
	const ended = new Set(endedClusters({ from, to }).map(({ id }) => id));
	return to.codes
		.filter(
			({ item: { kind, id }, codes }, index) =>
				!(kind === 'cluster' && ended.has(id)) && !isSameCodes(codes, from.codes[index]?.codes ?? null)
		)
		.map(
			({ item, codes }) =>
				({ type: 'ItemsClassified', roundId, items: [item], codes: codes ?? NO_CODES }) as const
		);
}

function stackEvents(round: Round, change: ArrangementChange): readonly WorksessionEvent[] {
	const { to } = change;
	const roundId = round.id;
	const restacked = to.cards.filter(
		({ cardId, clusterId }) => cardOf(round.cards, cardId)?.clusterId !== clusterId
	);
	const idsIn = (clusterId: string | null) =>
		restacked.filter((place) => place.clusterId === clusterId).map(({ cardId }) => cardId);
	const added = newClusters(change);
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

/**
 * Clusters first: a pinned cluster takes its cards along, of which those go back to where they stood by themselves that this act did not
 * move, or moved elsewhere.
 */
function pinEvents(round: Round, to: Arrangement, roundId: string): readonly WorksessionEvent[] {
	const moved = to.clusters.filter(({ id, stepId }) => {
		const cluster = own(round.clusters, id);
		return cluster !== undefined && cluster.stepId !== stepId;
	});
	const stepOfMoved = new Map(moved.map(({ id, stepId }) => [id, stepId]));
	const wanted = new Map(to.cards.map((place) => [place.cardId, place]));
	const cards = allCards(round.cards).flatMap((card) => {
		const { clusterId, stepId } = wanted.get(card.id) ?? card;
		const taken = clusterId === null ? undefined : stepOfMoved.get(clusterId);
		return (taken === undefined ? card.stepId : taken) === stepId ? [] : [{ id: card.id, stepId }];
	});
	const pin = (kind: 'card' | 'cluster', id: string, stepId: string | null) =>
		({ type: 'ItemsPinned', roundId, items: [{ kind, id }], stepId }) as const;
	return [
		...moved.map(({ id, stepId }) => pin('cluster', id, stepId)),
		...cards.map(({ id, stepId }) => pin('card', id, stepId))
	];
}
