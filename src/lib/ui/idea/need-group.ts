import type { WorksessionClient } from '#lib/client/worksession.svelte.ts';
import type { ItemRef, RoundItem } from '#lib/domain/board/item.ts';
import type { IdeaFacts } from '#lib/domain/choose/idea.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { itemKey } from '#lib/domain/board/items.ts';

/** Needs of one round, to choose from. */
export interface NeedGroup {
	readonly roundId: string;
	/** Name of the round, with its number in the day. */
	readonly title: string;
	readonly items: readonly { readonly key: string; readonly ref: ItemRef; readonly title: string }[];
}

/**
 * The needs on which the reader may let an idea of this table rest: a host only on those of their own table. What it rests on already
 * stays among them, wherever it lies.
 */
export function needsToChoose(
	client: Pick<WorksessionClient, 'wouldRefuse'>,
	groups: readonly NeedGroup[],
	{ needs }: Pick<IdeaFacts, 'needs'>,
	tableId: string | null
): readonly NeedGroup[] {
	const chosen = new Set(needs.map(({ item }) => itemKey(item)));
	const mayRestOn = (need: RoundItem): boolean =>
		client.wouldRefuse({ type: 'AddIdea', idea: { ...NEW_IDEA, needs: [need] }, tableId, from: [] }) !==
		'other-table';
	return groups
		.map(({ items, ...group }) => ({
			...group,
			items: items.filter(
				({ key, ref }) => chosen.has(key) || mayRestOn({ roundId: group.roundId, item: ref })
			)
		}))
		.filter(({ items }) => items.length > 0);
}
