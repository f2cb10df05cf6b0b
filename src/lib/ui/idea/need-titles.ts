import type { RoundItem } from '#lib/domain/board/item.ts';
import { itemKey } from '#lib/domain/board/items.ts';
import { own } from '#lib/domain/keyed.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';

/** What an idea is for, in words: the title of a stack, or the text of a card. */
export function needTitles(
	{ rounds }: Pick<SharedView, 'rounds'>,
	needs: readonly RoundItem[]
): readonly { readonly key: string; readonly title: string }[] {
	return needs.flatMap(({ roundId, item }) => {
		const round = own(rounds, roundId);
		if (!round) return [];
		const title =
			item.kind === 'cluster' ? own(round.clusters, item.id)?.title : own(round.cards, item.id)?.text;
		return title === undefined ? [] : [{ key: itemKey(item), title }];
	});
}
