import { own } from '#lib/domain/keyed.ts';
import { looseEnds } from '#lib/domain/record/loose-ends.ts';
import type { Worksession } from '#lib/domain/worksession.ts';
import { m } from '#lib/i18n/words.ts';

/** How much of what nobody tied up yet, with its name; what is not loose is left out. */
export function looseCounts(
	state: Worksession
): readonly { readonly words: string; readonly count: number }[] {
	const rounds = state.agenda.flatMap(({ id }) => own(state.rounds, id) ?? []);
	const ends = looseEnds(rounds, state);
	const counts = [
		{ words: m.regie_loose_needs(), count: ends.needsWithoutBottleneck.length },
		{ words: m.regie_loose_bottlenecks(), count: ends.bottlenecksWithoutNeed.length },
		{ words: m.regie_loose_ideas(), count: ends.ideasWithoutNeed.length },
		{ words: m.regie_loose_decisions(), count: ends.decisionsWithoutReason.length },
		{ words: m.regie_loose_owners(), count: ends.actionsWithoutOwner.length },
		{ words: m.regie_loose_dates(), count: ends.actionsWithoutDate.length },
		{ words: m.common_parking(), count: ends.parked.length }
	];
	return counts.filter(({ count }) => count > 0);
}
