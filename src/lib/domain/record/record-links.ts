import { itemKey, linkKey } from '../board/items.ts';
import type { Worksession } from '../worksession.ts';

export interface RecordLink {
	readonly need: string;
	readonly bottleneck: string;
}

export function recordLinks(state: Worksession): readonly RecordLink[] {
	return Object.values(state.links)
		.toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1))
		.map(({ need, bottleneck }) => ({ need: itemKey(need), bottleneck: itemKey(bottleneck) }));
}
