import { expect, it } from 'vitest';
import { CARD_MUTANTS } from './card-mutants.ts';
import { CHOOSING_MUTANTS } from './choosing-mutants.ts';
import { HOLDING_MUTANTS } from './holding-mutants.ts';
import { MUTANTS } from './mutants.ts';
import { schedulesUntilFound } from './schedules.ts';

/** A bug that needs more is found by chance only: then its schedules must come nearer to it. */
const SCHEDULES_PER_MUTANT_MAX = 1500;

it.each([...MUTANTS, ...CARD_MUTANTS, ...CHOOSING_MUTANTS, ...HOLDING_MUTANTS])(
	'finds a program that $name',
	async (mutant) => {
		const found = await schedulesUntilFound(mutant, SCHEDULES_PER_MUTANT_MAX);
		expect(found, `not found in ${SCHEDULES_PER_MUTANT_MAX} schedules`).not.toBeNull();
	}
);
