import { ARRANGING, changedArrangement } from '#lib/domain/board/arrangement-change.ts';
import type { RoundItem } from '#lib/domain/board/item.ts';
import type { Arrangement, ProcessPart } from '#lib/domain/board/places.ts';
import type { Command, CommandOf, CommandType } from '#lib/domain/commands.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { NO_DETAILS } from '#lib/domain/board/step-details.ts';
import { changedSteps, ON_STEPS } from '#lib/domain/board/step-change.ts';
import type { Choosers } from './choosers.ts';
import { clusterChoosers } from './clusters.ts';
import { codeChoosers } from './codes.ts';
import { linkChoosers } from './links.ts';
import type { Picks } from './picks.ts';
import { stepChoosers } from './steps.ts';

const NOTHING_ARRANGED: Arrangement = { cards: [], clusters: [], links: [], codes: [], ideas: [] };

const NO_STEPS: ProcessPart = { steps: [], pins: [] };
const arrangingChoosers = { ...stepChoosers, ...clusterChoosers, ...linkChoosers, ...codeChoosers };

export const arrangementChoosers: Choosers<'Rearrange' | 'RearrangeSteps'> = {
	Rearrange: (picks) => rearrange(picks),
	RearrangeSteps: (picks) => rearrangeSteps(picks)
};

/** What undoes the last act on a board, or does another one; sometimes what was done already. */
function rearrange(picks: Picks): Omit<CommandOf<'Rearrange'>, 'type'> {
	const rounds = Object.keys(picks.state.rounds);
	const last = rounds.find((id) => changedArrangement(picks.state, picks.arrangedBefore, id));
	const isUndo = last !== undefined && picks.dice.chance(0.4);
	const tied = isUndo ? null : tiedItem(picks);
	const roundId = isUndo ? last : (tied?.roundId ?? picks.roundId());
	const wanted = isUndo ? picks.arrangedBefore : tied ? afterMoving(picks, tied) : afterAnAct(picks);
	const { from, to } = changedArrangement(picks.state, wanted, roundId) ?? {
		from: NOTHING_ARRANGED,
		to: { ...NOTHING_ARRANGED, clusters: [{ id: 'cluster-0', title: picks.title(), stepId: null }] }
	};
	return picks.dice.chance(0.1) ? { roundId, from: to, to: from } : { roundId, from, to };
}

/** The same for an act on steps. */
function rearrangeSteps(picks: Picks): Omit<CommandOf<'RearrangeSteps'>, 'type'> {
	const isUndo = picks.dice.chance(0.6);
	const wanted = isUndo ? picks.stepsBefore : after(picks, picks.dice.pick(ON_STEPS), stepChoosers);
	const { from, to } = changedSteps(picks.state, wanted) ?? { from: NO_STEPS, to: madeUpStep(picks) };
	return picks.dice.chance(0.1) ? { from: to, to: from } : { from, to };
}

function madeUpStep(picks: Picks): ProcessPart {
	const step = { id: `step-${picks.index}`, title: picks.title(), tableId: picks.tableId(), index: 0 };
	const details = { ...NO_DETAILS, remark: picks.dice.chance(0.1) ? 'r'.repeat(5000) : '' };
	return { steps: [{ ...step, details }], pins: [] };
}

/** What a product idea rests on, now and then. */
function tiedItem(picks: Picks): RoundItem | null {
	const tied = picks.state.ideas.flatMap(({ needs, from }) => [...needs, ...from]);
	return tied.length > 0 && picks.dice.chance(0.8) ? picks.dice.pick(tied) : null;
}

/** As it would be in a cluster with something else, or out of it. */
function afterMoving(picks: Picks, { roundId, item }: RoundItem): Worksession {
	const shared = allCards(picks.roundOf(roundId)?.cards ?? []).filter((card) => card.isShared);
	const others = picks.dice.some(shared, 2).map(({ id }) => ({ kind: 'card', id }) as const);
	const command: Command =
		item.kind === 'cluster' && picks.dice.chance(0.5)
			? { type: 'TakeApart', roundId, clusterId: item.id }
			: { type: 'MakeCluster', roundId, title: 'Samen', items: [item, ...others] };
	return made(picks, command);
}

function afterAnAct(picks: Picks): Worksession {
	return after(picks, picks.dice.pick(ARRANGING), arrangingChoosers);
}

function after<T extends CommandType>(picks: Picks, type: T, choosers: Choosers<T>): Worksession {
	const chooser: (picks: Picks) => object = choosers[type];
	return made(picks, { type, ...chooser(picks) } as Command);
}

/** What the facilitator would make of it. */
function made(picks: Picks, command: Command): Worksession {
	const outcome = decide(picks.state, command, {
		...picks.context,
		actor: { role: 'facilitator', accountId: 'account' }
	});
	return outcome.ok ? outcome.value.reduce(evolve, picks.state) : picks.state;
}
