import type { TextRef } from '#lib/domain/card/card.ts';
import { TEXT_HOLDERS } from '#lib/domain/card/text-holders.ts';
import { TEXT_KINDS } from '#lib/domain/vocabulary.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const redactionChoosers: Choosers<'RedactCard' | 'RedactText' | 'RedactGone'> = {
	RedactCard: (picks) => {
		const { roundId, id } = picks.card(0.6);
		return { roundId, cardId: id, reason: reason(picks) };
	},
	RedactText: (picks) => ({ target: target(picks), reason: reason(picks) }),
	RedactGone: (picks) => ({ reason: reason(picks) })
};

function reason(picks: Picks): string {
	return picks.dice.chance(0.2) ? '' : picks.text();
}

function target(picks: Picks): TextRef {
	const kind = picks.dice.pick(TEXT_KINDS);
	return { kind, id: picks.orNowhere(picks.dice.pickOr(TEXT_HOLDERS[kind].ids(picks.state), 'nowhere')) };
}
