import { allCards } from '#lib/domain/card/card-table.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';
import { ideaId } from './ideas.ts';

export const outcomeChoosers: Choosers<
	'AddDecision' | 'ChangeDecision' | 'RemoveDecision' | 'AddAction' | 'ChangeAction' | 'RemoveAction'
> = {
	AddDecision: (picks) => ({ decision: decision(picks) }),
	ChangeDecision: (picks) => ({ decisionId: picks.idIn(picks.state.decisions), decision: decision(picks) }),
	RemoveDecision: (picks) => ({ decisionId: picks.idIn(picks.state.decisions) }),
	AddAction: (picks) => ({ action: action(picks) }),
	ChangeAction: (picks) => ({ actionId: picks.idIn(picks.state.actions), action: action(picks) }),
	RemoveAction: (picks) => ({ actionId: picks.idIn(picks.state.actions) })
};

function decision(picks: Picks): CommandOf<'AddDecision'>['decision'] {
	return {
		text: picks.title(),
		reason: picks.dice.chance(0.03) ? 'r'.repeat(351) : '',
		dissents: picks.dice.chance(0.5) ? [picks.title()] : [],
		ideaId: picks.dice.chance(0.3) ? ideaId(picks) : null
	};
}

function action(picks: Picks): CommandOf<'AddAction'>['action'] {
	return {
		text: picks.title(),
		ownerId: picks.dice.chance(0.5) ? picks.personId() : null,
		ownerName: '',
		dueOn: picks.dice.pick([null, '2026-10-01', '2026-02-30']),
		source: source(picks)
	};
}

/** What is there at the turn of each kind. */
function source({ state, index }: Picks): CommandOf<'AddAction'>['action']['source'] {
	const round = Object.values(state.rounds).find(({ kind }) => kind === 'bottlenecks');
	const card = round && allCards(round.cards).find(({ isShared }) => isShared);
	const sources = [
		null,
		...state.decisions.slice(0, 1).map(({ id }) => ({ kind: 'decision', id }) as const),
		...state.ideas.slice(0, 1).map(({ id }) => ({ kind: 'idea', id }) as const),
		...(card ? [{ kind: 'cards', roundId: round.id, cardIds: [card.id] } as const] : [])
	];
	return sources[index % sources.length] ?? null;
}
