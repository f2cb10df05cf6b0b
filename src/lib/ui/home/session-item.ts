import type { WorksessionSummary } from '#lib/domain/record/summary.ts';

/** A worksession as the list of sessions knows it. */
export interface SessionItem {
	readonly id: string;
	/** Spoken code, 8 characters. */
	readonly code: string;
	readonly isTrial: boolean;
	/** Epoch ms. */
	readonly createdAt: number;
	readonly summary: WorksessionSummary;
}

/** How many rounds are behind, and whether one is going on: what a fan shows. */
export function progressOf({ rounds, currentRound, doors }: WorksessionSummary): {
	readonly done: number;
	readonly running: boolean;
} {
	if (doors === 'closed') return { done: rounds.length, running: false };
	const current = currentRound === null ? undefined : rounds[currentRound];
	if (currentRound === null || !current) {
		return { done: rounds.filter((round) => round.stage === 'closed').length, running: false };
	}
	return current.stage === 'closed'
		? { done: currentRound + 1, running: false }
		: { done: currentRound, running: true };
}

/** Minutes until the clock of the present stage ends, rounded up; null while no clock runs or it has passed. */
export function minutesLeft({ timer }: WorksessionSummary, now: number): number | null {
	if (timer.kind !== 'running' || timer.endsAt <= now) return null;
	return Math.ceil((timer.endsAt - now) / 60_000);
}
