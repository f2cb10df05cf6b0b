import type { ItemRef } from '../board/item.ts';
import { REDACTED_TEXT } from './redacted-text.ts';
import { own } from '../keyed.ts';
import type { RoundView } from '../visibility/round-view.ts';

/** Whether what a title is proposed from has no text any more, also when that went while the question stands open. */
export function hasLostText(
	round: Pick<RoundView, 'cards' | 'clusters'> | null | undefined,
	source: ItemRef | undefined
): boolean {
	if (!round || !source) return false;
	return source.kind === 'card'
		? (own(round.cards, source.id)?.redaction ?? null) !== null
		: own(round.clusters, source.id)?.title === REDACTED_TEXT;
}
