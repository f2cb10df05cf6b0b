import { WORKING_STAGES } from '#lib/domain/vocabulary.ts';
import type { StageMinutes } from '#lib/domain/day/round.ts';

const MINUTES_PER_DAY = 24 * 60;

/** Minutes of a round: those of the stages it keeps. What is not a number while somebody types counts as nothing. */
export function roundMinutes(minutes: StageMinutes): number {
	return WORKING_STAGES.reduce((sum, stage) => sum + countable(minutes[stage]), 0);
}

export function countable(minutes: number | null): number {
	return minutes !== null && Number.isFinite(minutes) ? minutes : 0;
}

/** Clock times (hh:mm) at which items start that follow each other, and at the end the time the last one ends. */
export function clockTimes(startsAt: string, minutes: readonly number[]): string[] {
	const [hours = 0, rest = 0] = startsAt.split(':').map(Number);
	const times = [hours * 60 + rest];
	for (const length of minutes) times.push((times.at(-1) ?? 0) + length);
	return times.map(clockTime);
}

function clockTime(minutes: number): string {
	const ofDay = minutes % MINUTES_PER_DAY;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
