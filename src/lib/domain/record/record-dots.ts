import type { Round } from '../day/round.ts';
import { own } from '../keyed.ts';
import { type ItemResult, voteResults } from '../visibility/vote-results.ts';
import type { Worksession } from '../worksession.ts';

export interface RecordDots {
	readonly dots: number;
	readonly municipalities: number;
	readonly people: number;
}

export function resultsOf(round: Round, state: Worksession): Readonly<Record<string, ItemResult>> | null {
	return round.stage === 'closed' ? voteResults(round.ballots, state) : null;
}

export function dotsOf(results: Readonly<Record<string, ItemResult>>, key: string): RecordDots {
	const { dots, municipalities, people } = own(results, key) ?? { dots: 0, municipalities: 0, people: 0 };
	return { dots, municipalities, people };
}
