import { OWN_PURSE, ballotOf, givenBy, lessDots, pursesOf, sumOf } from '../choose/ballots.ts';
import { sheetsOf } from '../choose/rating-answers.ts';
import { own } from '../keyed.ts';
import { remembering } from '../remembering.ts';
import type { Ballot, Ballots } from '../choose/ballot.ts';
import type { AnswerSheets, KeptAnswer } from '../choose/rating.ts';
import type { Round } from '../day/round.ts';
import type { Participation } from '../people/participation.ts';
import type { Worksession } from '../worksession.ts';
import { rotiView } from './own-view.ts';

/** No id of anybody: for the dots of others in a purse that is shared. */
export const SOMEBODY_ELSE = '';

export const scribedView = remembering(
	(
		rounds: Worksession['rounds'],
		participations: Worksession['participations']
	): Readonly<Record<string, Ballots>> => {
		const people = Object.values(participations).filter((person) => person.isWithoutDevice);
		const views = Object.values(rounds).map((round) => [round.id, scribedBallots(round, people)] as const);
		return Object.fromEntries(views.filter(([, ballots]) => Object.keys(ballots).length > 0));
	},
	(_, participations) => [participations]
);

function scribedBallots({ settings, ballots }: Round, people: readonly Participation[]): Ballots {
	const views: Record<string, Record<string, Ballot>> = {};
	const others: Record<string, Ballot> = {};
	for (const person of people) {
		const given = own(ballots, person.id);
		if (given) views[person.id] = { ...given };
		for (const purse of pursesOf(settings, person)) {
			if (purse === OWN_PURSE) continue;
			const known = sumOf(people.map(({ id }) => own(givenBy(ballots, id), purse) ?? {}));
			const left = lessDots(ballotOf(ballots, person.id, purse), known);
			if (Object.keys(left).length > 0) others[purse] = left;
		}
	}
	return Object.keys(others).length > 0 ? { ...views, [SOMEBODY_ELSE]: others } : views;
}

/** Until the day closes: afterwards a mark is one of many, of nobody. */
export const scribedRoti = remembering(
	(
		roti: Worksession['roti'],
		doors: Worksession['doors'],
		participations: Worksession['participations']
	): Readonly<Record<string, KeptAnswer>> => {
		if (doors !== 'open') return {};
		return Object.fromEntries(
			Object.values(participations).flatMap(({ id, isWithoutDevice }) => {
				const answer = isWithoutDevice ? own(roti, id) : undefined;
				return answer ? [[id, rotiView(answer)] as const] : [];
			})
		);
	},
	(_, doors, participations) => [doors, participations]
);

export const scribedSheets = remembering(
	(ratings: Worksession['ratings'], participations: Worksession['participations']): AnswerSheets => {
		const open = ratings.find(({ closedAt }) => closedAt === null);
		const people = Object.values(participations).filter((person) => person.isWithoutDevice);
		return Object.fromEntries(open ? people.map((person) => [person.id, sheetsOf(open, person)]) : []);
	},
	(_, participations) => [participations]
);
