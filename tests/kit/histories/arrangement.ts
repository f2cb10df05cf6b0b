import { ARRANGING, changedArrangement } from '#lib/domain/arrangement.ts';
import type { Arrangement, Command, CommandOf } from '#lib/domain/commands.ts';
import { decide, evolve, type Worksession } from '#lib/domain/worksession.ts';
import type { Choosers } from './choosers.ts';
import { clusterChoosers } from './clusters.ts';
import { linkChoosers } from './links.ts';
import type { Picks } from './picks.ts';
import { stepChoosers } from './steps.ts';

const NOTHING_ARRANGED: Arrangement = { cards: [], clusters: [], links: [] };

const arrangingChoosers = { ...stepChoosers, ...clusterChoosers, ...linkChoosers };

export const arrangementChoosers: Choosers<'Rearrange'> = {
	Rearrange: (picks) => rearrange(picks)
};

/** What undoes the last act on a board, or does another one; sometimes what was done already. */
function rearrange(picks: Picks): Omit<CommandOf<'Rearrange'>, 'type'> {
	const rounds = Object.keys(picks.state.rounds);
	const last = rounds.find((id) => changedArrangement(picks.state, picks.arrangedBefore, id));
	const isUndo = last !== undefined && picks.dice.chance(0.5);
	const roundId = isUndo ? last : picks.roundId();
	const wanted = isUndo ? picks.arrangedBefore : afterAnAct(picks);
	const { from, to } = changedArrangement(picks.state, wanted, roundId) ?? {
		from: NOTHING_ARRANGED,
		to: { cards: [], clusters: [{ id: 'cluster-0', title: picks.title(), stepId: null }], links: [] }
	};
	return picks.dice.chance(0.1) ? { roundId, from: to, to: from } : { roundId, from, to };
}

function afterAnAct(picks: Picks): Worksession {
	const type = picks.dice.pick(ARRANGING);
	const chooser: (picks: Picks) => object = arrangingChoosers[type];
	const command = { type, ...chooser(picks) } as Command;
	const outcome = decide(picks.state, command, {
		...picks.context,
		actor: { role: 'facilitator', accountId: 'account' }
	});
	return outcome.ok ? outcome.value.reduce(evolve, picks.state) : picks.state;
}
