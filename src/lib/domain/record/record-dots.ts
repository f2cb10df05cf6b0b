import { own } from '../keyed.ts';
import type { ItemResult } from '../visibility/vote-results.ts';

export interface RecordDots {
	readonly dots: number;
	readonly municipalities: number;
	readonly people: number;
}

export function dotsOf(results: Readonly<Record<string, ItemResult>>, key: string): RecordDots {
	const { dots, municipalities, people } = own(results, key) ?? { dots: 0, municipalities: 0, people: 0 };
	return { dots, municipalities, people };
}
