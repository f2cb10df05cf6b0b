import type { IntakeRecord } from '../record/record.ts';
import { REDACTION_CODES } from '../record/record-codes.ts';

/** How many of the cards on which a product idea rests were withdrawn by their municipality: a decision about it rests on so many less. */
export function cardsWithdrawn(
	{ cards, clusters, ideas, links }: Pick<IntakeRecord, 'cards' | 'clusters' | 'ideas' | 'links'>,
	ideaId: string | null
): number {
	const idea = ideas.find(({ id }) => id === ideaId);
	if (!idea) return 0;
	const items = new Set([...idea.needs, ...idea.from]);
	for (const { need, bottleneck } of links) if (items.has(need)) items.add(bottleneck);
	const inClusters = clusters
		.filter(({ id }) => items.has(`cluster:${id}`))
		.flatMap((cluster) => cluster.cards);
	const under = new Set(inClusters);
	return cards.filter(
		({ id, redaction }) =>
			redaction?.by === REDACTION_CODES.municipality && (under.has(id) || items.has(`card:${id}`))
	).length;
}
