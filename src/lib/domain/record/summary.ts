import type { Facts } from '../day/facts.ts';
import { own } from '../keyed.ts';
import { attendanceOf } from '../visibility/attendance.ts';
import type { AuthorVisibility, Doors, RoundKind, Stage } from '../vocabulary.ts';
import type { Timer } from '../day/timer.ts';
import type { Worksession } from '../worksession.ts';

/** What lists of worksessions show: facts and counts, no text of any card and no name. */
export interface WorksessionSummary {
	readonly facts: Facts;
	readonly authorVisibility: AuthorVisibility;
	readonly isTrial: boolean;
	readonly doors: Doors;
	readonly openedAt: number | null;
	readonly closedAt: number | null;
	readonly rounds: readonly { readonly kind: RoundKind; readonly stage: Stage }[];
	/** Index in `rounds` of the round the group is at; null in the lobby and in breaks. */
	readonly currentRound: number | null;
	readonly timer: Timer;
	readonly peopleCount: number;
	/** Distinct municipality codes of whoever joined, sorted. */
	readonly municipalities: readonly string[];
	readonly cardCount: number;
	readonly exampleCount: number;
}

export function summaryOf(state: Worksession): WorksessionSummary {
	const rounds = state.agenda.flatMap(({ id }) => own(state.rounds, id) ?? []);
	const current = rounds.findIndex((round) => round.id === state.currentItemId);
	const { people, municipalities } = attendanceOf(state);
	return {
		facts: state.facts,
		authorVisibility: state.authorVisibility,
		isTrial: state.isTrial,
		doors: state.doors,
		openedAt: state.openedAt,
		closedAt: state.closedAt,
		rounds: rounds.map(({ kind, stage }) => ({ kind, stage })),
		currentRound: current < 0 ? null : current,
		timer: state.timer,
		peopleCount: people,
		municipalities: Object.keys(municipalities),
		cardCount: rounds.reduce((sum, round) => sum + round.cardCount, 0),
		exampleCount: state.examples.length
	};
}
