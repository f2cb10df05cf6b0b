import fc from 'fast-check';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type Played, Seen, type Step, type World, play, worlds } from './histories/index.ts';
import type { Who } from './worksession.ts';

/**
 * What holds whatever happens. Each law plays random days and ends by checking that it met every event and every refusal,
 * because a law that never saw something says nothing about it. A failure prints the seed and the shortest day that breaks it.
 */
const isRelease = process.env['WAAIER_RELEASE_TEST'] === '1';
const RUNS = isRelease ? 5_000 : 250;
const TIMEOUT_MS = isRelease ? 1_200_000 : 60_000;
/** Fixed, so that what passed passes; a release tries other days. */
const SEED = 20_261_123;
/** How often a quarter more days is played while something was not met. */
const MORE_MAX = 12;

export function law(name: string, check: (world: World, seen: Seen) => void): void {
	test(name, { timeout: TIMEOUT_MS }, () => {
		const seen = new Seen();
		holdsUntilMet(
			fc.property(worlds, (world) => check(world, seen)),
			RUNS,
			() => seen.isAllMet()
		);
		expect(seen.missing(), 'every event and refusal was met').toEqual({ events: [], rejections: [] });
	});
}

/**
 * Plays `days` of them, and then some more as long as not all is met that it must meet: so the luck of the draw, which each new command
 * changes, decides how long a law takes and not whether it says something. Who calls it expects afterwards that all was met.
 */
export function holdsUntilMet<T>(property: fc.IProperty<T>, days: number, isAllMet: () => boolean): void {
	const holds = (numRuns: number, more: number) =>
		fc.assert(property, { numRuns, ...(isRelease ? {} : { seed: SEED + more }) });
	holds(days, 0);
	for (let more = 1; more <= MORE_MAX && !isAllMet(); more += 1) holds(Math.ceil(days / 4), more);
}

/** Cheaper than `expect` where a law asks a hundred thousand times. */
export function mustHold(isSo: boolean, promise: string): void {
	if (!isSo) throw new Error(promise);
}

export function mustEqual(actual: unknown, expected: unknown, what: string): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toEqual(expected);
}

export function playNoting(world: World, seen: Seen, visit: (step: Step) => void): Played {
	return play(world, (step) => {
		seen.note(step);
		visit(step);
	});
}

export function peopleOf(world: Pick<World, 'people'>): readonly Who[] {
	return ['anna', 'bram', 'carla', 'driss'].slice(0, world.people);
}

export const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
