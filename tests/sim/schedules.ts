import fc from 'fast-check';
import { expect } from 'vitest';
import {
	AUTHOR_VISIBILITIES,
	BUDGETS_PER,
	WORKING_STAGES,
	type AuthorVisibility
} from '#lib/domain/vocabulary.ts';
import { mapValues } from '#lib/domain/keyed.ts';
import type { EventType } from '#lib/domain/events.ts';
import { ACT_WEIGHTS, type ActKind } from './acts.ts';
import { brokenPromises } from './invariants.ts';
import { HEALTHY, type Mutant } from './mutants.ts';
import { BROWSER_COUNT, Simulation } from './simulation.ts';
import { SESSION } from './visitors.ts';

/** Schedules of the healthy program, over all visibilities together. */
export const SCHEDULES = process.env.WAAIER_RELEASE_TEST ? 30_000 : 10_000;
/** Played on top, while something was not met. */
const MORE_AT_ONCE = 250;
const ACTS_MIN = 20;
const ACTS_MAX = 110;

/** What a simulation must have met: one that never got so far would keep every promise too. */
const MET: readonly EventType[] = [
	'CardPosted',
	'CardEdited',
	'CardWithdrawn',
	'StageMoved',
	'DotPlaced',
	'PersonRemoved',
	'PersonReadmitted',
	'PeopleMerged',
	'LobbyLockSet',
	'ParticipantJoined',
	'PeopleSeated',
	'HostSet',
	'StepAdded',
	'ClusterMade',
	'PersonAdded',
	'CardRedacted',
	'ItemsClassified',
	'StepRemoved',
	'StepDescribed',
	'StepRenamed',
	'StepMoved',
	'ClusterTakenApart',
	'NeedLinked',
	'NeedUnlinked',
	'IdeaAdded',
	'IdeaTied',
	'DecisionAdded',
	'ActionAdded',
	'VoteStarted',
	'DotTaken',
	'WrapUpStarted',
	'CardReadBack',
	'RatingStarted',
	'RatingGiven',
	'RatingClosed',
	'RatingShown',
	'Parked',
	'ParkedChanged',
	'Unparked',
	'IdeaChanged',
	'HandRaised',
	'SpotlightSet',
	'HiddenSet',
	'MessageSent'
];

type Weights = Readonly<Record<string, number>>;

/** What a day seldom comes to is common here: else a run might never meet it, and would prove nothing of it. */
const RARE: Weights = {
	...mapValues(ACT_WEIGHTS, () => 1),
	up: 90,
	down: 90,
	connect: 12,
	post: 30,
	stage: 8,
	dot: 50,
	sendAway: 5,
	letIn: 12,
	wrapUp: 24,
	idea: 16,
	openRating: 14,
	rate: 14,
	undo: 20,
	park: 10,
	cluster: 30,
	stack: 40
};

function actsBy(weights: Weights, minLength: number) {
	return fc.array(
		fc.record({
			kind: fc.oneof(
				...Object.entries(weights).map(([kind, weight]) => ({
					weight,
					arbitrary: fc.constant(kind as ActKind)
				}))
			),
			who: fc.nat(BROWSER_COUNT - 1),
			choice: fc.nat(30)
		}),
		{ minLength, maxLength: ACTS_MAX, size: 'max' }
	);
}

function schedulesOf(visibilities: readonly AuthorVisibility[], weights: Weights) {
	return fc.record({
		acts: actsBy(weights, weights === RARE ? ACTS_MAX : ACTS_MIN),
		visibility: fc.constantFrom(...visibilities),
		stage: fc.constantFrom(...WORKING_STAGES, 'closed' as const),
		budgetPer: fc.constantFrom(...BUDGETS_PER),
		isSecond: fc.boolean()
	});
}
type Schedule = ReturnType<typeof schedulesOf> extends fc.Arbitrary<infer T> ? T : never;

/** Mostly days as they are, and one in so many on which the rare is common. */
function days(visibilities: readonly AuthorVisibility[], usualPerRare: number): fc.Arbitrary<Schedule> {
	return fc.oneof(
		{ weight: usualPerRare, arbitrary: schedulesOf(visibilities, ACT_WEIGHTS) },
		{ weight: 1, arbitrary: schedulesOf(visibilities, RARE) }
	);
}

/**
 * Plays half of the schedules, on days with these visibilities, and expects every promise to be kept; then more, of those where rare acts are
 * common, until everything was met. Gives how many were played.
 */
export async function keepsEveryPromise(visibilities: readonly AuthorVisibility[]): Promise<number> {
	const met = new Set<EventType>();
	let played = 0;
	const playAll = (drawn: fc.Arbitrary<Schedule>, numRuns: number) =>
		fc.assert(
			fc.asyncProperty(drawn, async (schedule) => {
				expect(await play(schedule, HEALTHY, met)).toEqual([]);
				played += 1;
			}),
			{ numRuns }
		);
	const missing = () => MET.filter((type) => !met.has(type));
	const rare = schedulesOf(visibilities, RARE);
	await playAll(days(visibilities, 7), SCHEDULES / 2);
	while (missing().length > 0 && played < SCHEDULES) await playAll(rare, MORE_AT_ONCE);
	expect(missing()).toEqual([]);
	return played;
}

/** In how many schedules a planted bug was found; null when it was not. */
export async function schedulesUntilFound(mutant: Mutant, schedulesMax: number): Promise<number | null> {
	const result = await fc.check(
		fc.asyncProperty(
			days(AUTHOR_VISIBILITIES, 2),
			async (schedule) => (await play(schedule, mutant)).length === 0
		),
		{ numRuns: schedulesMax, endOnFailure: true, seed: 1 }
	);
	return result.failed ? result.numRuns : null;
}

async function play(
	{ acts: schedule, ...day }: Schedule,
	mutant: Mutant,
	met?: Set<EventType>
): Promise<readonly string[]> {
	const simulation = await Simulation.start(mutant, day);
	const opening = (await simulation.store.read(SESSION, 0)).length;
	for (const act of schedule) await simulation.perform(act);
	const broken = await brokenPromises(simulation);
	if (met) for (const { event } of await simulation.store.read(SESSION, opening)) met.add(event.type);
	return broken;
}
