import { AUTHOR_VISIBILITIES, BUDGETS_PER } from '#lib/domain/vocabulary.ts';
import type { CommandOf } from '#lib/domain/commands.ts';
import type { ExampleFacts } from '#lib/domain/day/example.ts';
import type { StageMinutes } from '#lib/domain/day/round.ts';
import { aRoundWithSettings, BREAK_ID } from '../worksession.ts';
import type { Choosers } from './choosers.ts';
import type { Picks } from './picks.ts';

export const preparationChoosers: Choosers<
	| 'ChangeFacts'
	| 'ChangeAuthorVisibility'
	| 'ChangeRound'
	| 'ChangeBreak'
	| 'AddExample'
	| 'ChangeExample'
	| 'RemoveExample'
	| 'OpenDoors'
	| 'CloseWorksession'
> = {
	ChangeFacts: (picks) => ({ facts: facts(picks), over: picks.dice.chance(0.3) ? facts(picks) : null }),
	ChangeAuthorVisibility: (picks) => ({ authorVisibility: picks.dice.pick(AUTHOR_VISIBILITIES) }),
	ChangeRound: (picks) => ({ roundId: picks.roundId(), settings: settings(picks) }),
	ChangeBreak: (picks) => ({
		itemId: picks.orNowhere(BREAK_ID),
		title: picks.title(),
		minutes: picks.minutes()
	}),
	AddExample: (picks) => ({ example: example(picks) }),
	ChangeExample: (picks) => ({ exampleId: picks.exampleId(), example: example(picks) }),
	RemoveExample: (picks) => ({ exampleId: picks.exampleId() }),
	OpenDoors: () => ({}),
	CloseWorksession: () => ({})
};

function facts(picks: Picks): CommandOf<'ChangeFacts'>['facts'] {
	return {
		title: picks.title(),
		theme: 'armoede-schulden',
		group: picks.dice.pick(['frontrunner', 'follower', 'mixed']),
		date: picks.dice.pick([null, '2026-02-28', '2026-02-30', 'morgen']),
		startsAt: '10:00',
		place: picks.dice.chance(0.1) ? 'p'.repeat(101) : 'Utrecht'
	};
}

/** Settings of a round, sometimes with what a round cannot have. */
export function settings(picks: Picks): CommandOf<'ChangeRound'>['settings'] {
	const stage = () => (picks.dice.chance(0.15) ? null : picks.minutes());
	const minutes: StageMinutes = picks.dice.chance(0.6)
		? { writing: 5, sharing: 5, arranging: 5, voting: 5 }
		: { writing: stage(), sharing: stage(), arranging: stage(), voting: stage() };
	const none: StageMinutes = { writing: null, sharing: null, arranging: null, voting: null };
	return aRoundWithSettings({
		question: picks.title(),
		minutes: picks.dice.chance(0.06) ? none : minutes,
		dotBudget: picks.dice.chance(0.06) ? 0 : 1 + picks.dice.below(4),
		budgetPer: picks.dice.pick(BUDGETS_PER),
		dotsPerItemMax: picks.dice.chance(0.06) ? 21 : 1 + picks.dice.below(3)
	});
}

function example(picks: Picks): ExampleFacts {
	return {
		name: picks.title(),
		summary: picks.dice.chance(0.05) ? 's'.repeat(351) : '',
		municipalities: picks.municipalities()
	};
}
