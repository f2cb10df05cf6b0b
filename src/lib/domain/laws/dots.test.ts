import { describe } from 'vitest';
import { ownViewOf } from '../../../../tests/kit/histories/index.ts';
import { law, mustEqual, mustHold, playNoting } from '../../../../tests/kit/law.ts';
import { isStillThere } from '../../../../tests/kit/whose.ts';
import type { Ballots } from '../choose/ballot.ts';
import type { Round } from '../day/round.ts';
import type { EventOf, WorksessionEvent } from '../events.ts';
import { mapValues } from '../keyed.ts';
import { intakeRecord } from '../record/record.ts';
import { type SharedView, sharedView } from '../visibility/shared-view.ts';
import type { ItemResult } from '../visibility/vote-results.ts';
import { AUDIENCES } from '../vocabulary.ts';
import type { Worksession } from '../worksession.ts';

/** What lies from each budget, added up anew. */
function perBudget({ ballots }: Round): Readonly<Record<string, Readonly<Record<string, number>>>> {
	const sums: Record<string, Record<string, number>> = {};
	for (const [id, given] of Object.entries(ballots))
		for (const [purse, ballot] of Object.entries(given)) {
			const sum = (sums[purse === 'own' ? `own of ${id}` : purse] ??= {});
			for (const [key, dots] of Object.entries(ballot)) sum[key] = (sum[key] ?? 0) + dots;
		}
	return sums;
}

function given(ballots: Ballots = {}): number {
	const dots = Object.values(ballots).flatMap((purses) =>
		Object.values(purses).flatMap(Object.values<number>)
	);
	return sumOf(dots);
}

function told(results: Readonly<Record<string, ItemResult>>): number {
	return sumOf(Object.values(results).map(({ dots }) => dots));
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, n) => sum + n, 0);
}

function isDot(event: WorksessionEvent): event is EventOf<'DotPlaced' | 'DotTaken'> {
	return event.type === 'DotPlaced' || event.type === 'DotTaken';
}

function isSharer(state: Worksession, id: string, { purse }: EventOf<'DotPlaced' | 'DotTaken'>): boolean {
	const person = state.participations[id];
	if (!person || person.municipalities.length > 0) return person?.municipalities.includes(purse) ?? false;
	return purse.startsWith('organisation:') && person.organisation !== '';
}

function withoutVoters({ rounds, ...view }: SharedView): unknown {
	return { ...view, rounds: mapValues(rounds, (round) => ({ ...round, votersDone: 0 })) };
}

function isPurseOf(purse: string, state: Worksession, dot: EventOf<'DotPlaced'>): boolean {
	const giver = state.participations[dot.participationId];
	if (!giver || state.rounds[dot.roundId]?.settings.budgetPer === 'person') return purse === 'own';
	const { municipalities, organisation } = giver;
	if (municipalities.length > 0) return municipalities.includes(purse);
	return organisation === '' ? purse === 'own' : purse.startsWith('organisation:');
}

describe('[D1] dots', () => {
	law(
		'[D1] nobody ever has more dots than the budget, nor more on an item than its maximum, nor dots on what is no more',
		(world, seen) => {
			playNoting(world, seen, ({ after }) => {
				for (const round of Object.values(after.rounds)) {
					const { settings, votedOn } = round;
					for (const dots of Object.values(perBudget(round))) {
						mustHold(sumOf(Object.values(dots)) <= settings.dotBudget, 'the budget holds');
						for (const [key, n] of Object.entries(dots)) {
							mustHold(n >= 1 && n <= settings.dotsPerItemMax, 'the maximum per item holds');
							mustHold(isStillThere(round, key), 'dots lie on loose items');
							mustHold(votedOn === null || votedOn.includes(key), 'and on what is voted on');
						}
					}
				}
			});
		}
	);

	law(
		'[D1] everybody gives dots from a budget of their own, or of a municipality that they come for',
		(world, seen) => {
			playNoting(world, seen, ({ before, outcome }) => {
				if (!outcome.ok) return;
				for (const event of outcome.value)
					if (event.type === 'DotPlaced')
						mustHold(isPurseOf(event.purse, before, event), 'a dot comes from a budget of whoever gives it');
			});
		}
	);

	law(
		'[D8] a dot tells nothing to whoever does not share its budget, but how many have placed all theirs',
		(world, seen) => {
			playNoting(world, seen, ({ before, after, outcome, people }) => {
				const dot = outcome.ok ? outcome.value.find(isDot) : undefined;
				if (!dot) return;
				for (const audience of ['participant', 'screen'] as const)
					mustEqual(
						withoutVoters(sharedView(after, people, audience)),
						withoutVoters(sharedView(before, people, audience)),
						`what the ${audience} sees`
					);
				for (const id of Object.keys(after.participations)) {
					const who = id.replace(/^person-/, '');
					if (id === dot.participationId || isSharer(after, id, dot)) continue;
					mustEqual(ownViewOf(after, people, who), ownViewOf(before, people, who), 'what somebody else sees');
				}
			});
		}
	);

	law('[D2] totals are nowhere before the round is closed, and count every dot once after', (world, seen) => {
		playNoting(world, seen, ({ after, people }) => {
			for (const audience of AUDIENCES)
				for (const view of Object.values(sharedView(after, people, audience).rounds)) {
					mustHold((view.results === null) === (view.stage !== 'closed'), 'results exist when closed');
					if (!view.results) continue;
					mustHold(given(after.rounds[view.id]?.ballots) === told(view.results), 'every dot counts once');
				}
			for (const { id, earlierVotes } of Object.values(sharedView(after, people, 'screen').rounds))
				earlierVotes.forEach(({ results }, index) => {
					const { ballots } = after.rounds[id]?.earlierVotes[index] ?? {};
					mustHold(given(ballots) === told(results), 'every dot of an earlier vote counts once');
				});
			const open = new Set(
				Object.values(after.rounds).flatMap(({ id, stage }) => (stage === 'closed' ? [] : [id]))
			);
			const { cards, clusters, rounds } = intakeRecord(after);
			for (const { id, votes } of rounds) {
				const { earlierVotes } = after.rounds[id] ?? { earlierVotes: [] };
				const ended = earlierVotes.length + (open.has(id) ? 0 : 1);
				mustHold(votes.length <= ended, 'the record holds votes that have ended');
			}
			for (const { round, dots } of [...cards, ...clusters])
				mustHold(dots === null || !open.has(round), 'nor in the record');
		});
	});
});
