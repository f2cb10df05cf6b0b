import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import type { SharedView } from '#lib/domain/visibility/shared-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import { boardItems } from '../board/board-columns.ts';

/** How many cards of a kind of round lie at each step: step id → count. Cards in a stack lie where the stack lies. */
export function cardsPerStep(rounds: SharedView['rounds'], kind: RoundKind): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const round of Object.values(rounds)) if (round.kind === kind) countInto(counts, round);
	return counts;
}

function countInto(counts: Map<string, number>, round: RoundView): void {
	for (const { stepId, cards } of boardItems(round))
		if (stepId !== null) counts.set(stepId, (counts.get(stepId) ?? 0) + cards.length);
}
