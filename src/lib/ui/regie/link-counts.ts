import { itemKey } from '#lib/domain/board/items.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/i18n/words.ts';

/** What stands on an item about its links, by item key: needs name their bottlenecks, bottlenecks the needs that solve them. */
export function linkCounts(links: SharedView['links'], kind: RoundKind): ReadonlyMap<string, string> {
	if (kind !== 'needs' && kind !== 'bottlenecks') return new Map();
	const counts = new Map<string, number>();
	for (const link of Object.values(links)) {
		const key = itemKey(kind === 'needs' ? link.need : link.bottleneck);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const words = kind === 'needs' ? m.regie_links : m.regie_links_needs;
	return new Map([...counts].map(([key, count]) => [key, words({ count })]));
}
