import { NO_DEAL } from '#lib/domain/choose/data-deal.ts';
import { INTERESTS, PRIVACY_CHECKS, PRODUCT_FORMS, type RoundKind } from '#lib/domain/vocabulary.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import { roundId } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import { scribedId } from './people.ts';
import type { Picks } from './picks.ts';

export const ideaChoosers: Choosers<
	'AddIdea' | 'ChangeIdea' | 'RemoveIdea' | 'SayInterest' | 'SayInterestFor'
> = {
	AddIdea: (picks) => ({
		idea: idea(picks),
		tableId: picks.tableId(),
		from: picks.dice.chance(0.4) ? roundItems(picks, 'ideas') : []
	}),
	ChangeIdea: (picks) => ({ ideaId: ideaId(picks), idea: idea(picks) }),
	RemoveIdea: (picks) => ({ ideaId: ideaId(picks) }),
	SayInterest: interest,
	SayInterestFor: (picks) => ({ participationId: scribedId(picks), ...interest(picks) })
};

function interest(picks: Picks): Omit<CommandOf<'SayInterest'>, 'type'> {
	return { ideaId: ideaId(picks), interest: picks.dice.pick([null, ...INTERESTS]) };
}

function idea(picks: Picks): CommandOf<'AddIdea'>['idea'] {
	return {
		title: picks.title(),
		form: picks.dice.pick(PRODUCT_FORMS),
		summary: picks.dice.chance(0.03) ? 's'.repeat(2501) : '',
		ownPart: picks.title(),
		nationalPart: picks.title(),
		privacyCheck: picks.dice.pick([null, ...PRIVACY_CHECKS]),
		deal: picks.dice.chance(0.5) ? null : { ...NO_DEAL, parties: picks.title(), evaluateOn: '2027-01-31' },
		needs: picks.dice.chance(0.7) ? roundItems(picks, 'needs') : [],
		examples: picks.state.examples.slice(0, picks.index % 3).map(({ id }) => id)
	};
}

/** Mostly of rounds of this kind; now and then more than an idea may rest on. */
function roundItems(picks: Picks, kind: RoundKind): CommandOf<'AddIdea'>['from'] {
	const id = picks.dice.chance(0.1) ? picks.roundId() : picks.orNowhere(roundId(kind));
	const items = picks.items(id).map((item) => ({ roundId: id, item }));
	return picks.dice.chance(0.15) ? Array.from({ length: 51 }, () => items[0] ?? []).flat() : items;
}

export function ideaId(picks: Picks): string {
	return picks.idIn(picks.state.ideas);
}
