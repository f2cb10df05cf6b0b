import { own } from '../keyed.ts';
import type { ItemResult } from '../visibility/vote-results.ts';

/** Who gave them is null where dots were counted elsewhere, such as on paper. */
export interface RecordDots {
	readonly dots: number;
	readonly municipalities: number | null;
	readonly people: number | null;
}

export function dotsOf(results: Readonly<Record<string, ItemResult>>, key: string): RecordDots {
	const { dots, municipalities, people } = own(results, key) ?? { dots: 0, municipalities: 0, people: 0 };
	return { dots, municipalities, people };
}
