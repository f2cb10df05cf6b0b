import { participationId } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const attentionChoosers: Choosers<
	'RaiseHand' | 'LowerHand' | 'SetReady' | 'SetSpotlight' | 'SendMessage' | 'ClearMessage' | 'SetFrozen'
> = {
	RaiseHand: () => ({}),
	LowerHand: (picks) => ({ participationId: raisedHand(picks) }),
	SetReady: (picks) => ({ roundId: picks.roundId(), isReady: picks.dice.chance(0.7) }),
	SetSpotlight: (picks) => {
		const round = picks.roundId();
		return { spotlight: picks.dice.chance(0.2) ? null : { roundId: round, item: picks.item(round) } };
	},
	SendMessage: (picks) => ({ text: picks.text() }),
	ClearMessage: () => ({}),
	SetFrozen: (picks) => ({ isFrozen: picks.dice.chance(0.4) })
};

/** Mostly of whoever acts, or else one that is up. */
function raisedHand(picks: Picks): string {
	const { actor } = picks.context;
	if (actor.role === 'participant' && picks.dice.chance(0.8)) return actor.participationId;
	const raised = Object.values(picks.state.participations).filter(
		({ handRaisedAt }) => handRaisedAt !== null
	);
	return picks.orNowhere(
		picks.dice.pickOr(
			raised.map(({ id }) => id),
			participationId('anna')
		)
	);
}
