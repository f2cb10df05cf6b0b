import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUTHOR_VISIBILITIES, WORKING_STAGES } from '#lib/domain/vocabulary.ts';
import { brokenPromises } from './invariants.ts';
import { HEALTHY, MUTANTS, type Mutant } from './mutants.ts';
import { ACT_WEIGHTS, Simulation, type ActKind } from './simulation.ts';

/** Schedules of the healthy program, and the most that a planted bug may need. */
const SCHEDULES = process.env.WAAIER_RELEASE_TEST ? 30_000 : 10_000;
const SCHEDULES_PER_MUTANT_MAX = 10_000;
const ACTS_MAX = 110;

const acts = fc.array(
	fc.record({
		kind: fc.oneof(
			...Object.entries(ACT_WEIGHTS).map(([kind, weight]) => ({
				weight,
				arbitrary: fc.constant(kind as ActKind)
			}))
		),
		who: fc.nat(5),
		choice: fc.nat(30)
	}),
	{ minLength: 20, maxLength: ACTS_MAX, size: 'max' }
);
const schedules = fc.record({
	acts,
	visibility: fc.constantFrom(...AUTHOR_VISIBILITIES),
	stage: fc.constantFrom(...WORKING_STAGES)
});
type Schedule = typeof schedules extends fc.Arbitrary<infer T> ? T : never;

async function play(
	{ acts: schedule, visibility, stage }: Schedule,
	mutant: Mutant,
	met?: Set<string>
): Promise<readonly string[]> {
	const simulation = await Simulation.start(mutant, visibility, stage);
	for (const act of schedule) await simulation.perform(act);
	const broken = await brokenPromises(simulation);
	for (const { event } of await simulation.store.read('worksession', 0)) met?.add(event.type);
	return broken;
}

describe('the simulation', () => {
	it(`keeps every promise in ${SCHEDULES} schedules of a bad network, full disks and crashes`, async () => {
		const met = new Set<string>();
		await fc.assert(
			fc.asyncProperty(schedules, async (schedule) => {
				expect(await play(schedule, HEALTHY, met)).toEqual([]);
			}),
			{ numRuns: SCHEDULES }
		);
		// A simulation that never got so far would keep every promise too.
		for (const type of [
			'CardPosted',
			'CardEdited',
			'CardWithdrawn',
			'StageMoved',
			'DotPlaced',
			'PersonRemoved',
			'PersonReadmitted',
			'ClusterMade'
		])
			expect(met, type).toContain(type);
	});

	it.each(MUTANTS)('finds a program that $name', async (mutant) => {
		const result = await fc.check(
			fc.asyncProperty(schedules, async (schedule) => (await play(schedule, mutant)).length === 0),
			{ numRuns: SCHEDULES_PER_MUTANT_MAX, endOnFailure: true, seed: 1 }
		);
		expect(result.failed, `${mutant.name} was not found in ${result.numRuns} schedules`).toBe(true);
	});
});
