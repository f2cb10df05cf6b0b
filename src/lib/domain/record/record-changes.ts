import type { RecordCard } from './record-cards.ts';
import type { IntakeRecord } from './record.ts';

/** In how much one version of a record differs from the one before. */
export interface RecordChanges {
	/** Cards that say something else; a text that was taken away is one. */
	readonly cardsChanged: number;
	readonly cardsGone: number;
	readonly cardsAdded: number;
}

export function recordChanges(before: IntakeRecord, after: IntakeRecord): RecordChanges {
	const [old, now] = [textById(before.cards), textById(after.cards)];
	const both = [...now].filter(([id]) => old.has(id));
	return {
		cardsChanged: both.filter(([id, text]) => old.get(id) !== text).length,
		cardsGone: old.size - both.length,
		cardsAdded: now.size - both.length
	};
}

function textById(cards: readonly RecordCard[]): ReadonlyMap<string, string> {
	return new Map(cards.map(({ id, text }) => [id, text]));
}
