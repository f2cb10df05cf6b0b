import type { Command } from '#lib/domain/commands.ts';
import { actorOf, stateFromView } from '#lib/domain/prediction.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { OwnView } from '#lib/domain/visibility/own-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import { ownBudget } from '#lib/domain/choose/own-budget.ts';
import { decide } from '#lib/domain/decide.ts';
import { stepsAt } from '../board/board-tables.ts';
import { boardColumns, type BoardItem } from '../board/board-columns.ts';

/** One row of the ballot, with what its two buttons would answer. */
export interface BallotRow extends BoardItem {
	/** Place of its step, from 1; 0 without a step. */
	readonly stepNumber: number;
	readonly dots: number;
	/** Of others who share the budget. */
	readonly othersDots: number;
	readonly placeRefusal: Rejection | null;
	readonly takeRefusal: Rejection | null;
}

/** All that is voted on, in the order of the process and so the same for all. */
export function ballotRows(shared: SharedView, own: OwnView | null, round: RoundView): readonly BallotRow[] {
	const state = stateFromView(shared, own);
	const dots = own?.dots[round.id] ?? {};
	const others = own ? ownBudget(round, own).others : {};
	const { votedOn } = round;
	const refusalOf = (command: Command): Rejection | null => {
		const outcome = decide(state, command, {
			actor: actorOf(own),
			now: 0,
			commandId: '',
			newId: () => '',
			proofOf: () => null
		});
		return outcome.ok ? null : outcome.rejection;
	};
	const steps = stepsAt(shared.steps, shared.tables, 'all');
	return boardColumns(round, steps).flatMap(({ number, items }) =>
		items
			.filter(({ key }) => votedOn === null || votedOn.includes(key))
			.map((item) => ({
				...item,
				stepNumber: number,
				dots: dots[item.key] ?? 0,
				othersDots: others[item.key] ?? 0,
				placeRefusal: refusalOf({ type: 'PlaceDot', roundId: round.id, item: item.ref }),
				takeRefusal: refusalOf({ type: 'TakeDot', roundId: round.id, item: item.ref })
			}))
	);
}
