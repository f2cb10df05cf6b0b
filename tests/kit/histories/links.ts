import type { CommandOf } from '#lib/domain/commands.ts';
import { roundId } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const linkChoosers: Choosers<'LinkNeed' | 'UnlinkNeed'> = {
	LinkNeed: (picks) => link(picks),
	UnlinkNeed: (picks) =>
		picks.dice.chance(0.8) ? picks.dice.pickOr(Object.values(picks.state.links), link(picks)) : link(picks)
};

function link(picks: Picks): Omit<CommandOf<'LinkNeed'>, 'type'> {
	const isRandom = picks.dice.chance(0.1);
	const needs = isRandom ? picks.roundId() : roundId('needs');
	const bottlenecks = isRandom ? picks.roundId() : roundId('bottlenecks');
	return {
		roundId: picks.orNowhere(needs),
		need: picks.item(needs),
		bottleneckRoundId: picks.orNowhere(bottlenecks),
		bottleneck: picks.item(bottlenecks)
	};
}
