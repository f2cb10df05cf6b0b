import type { ProgrammeEventOf } from './programme-acts.ts';
import type { ProgrammeFact } from './programme.ts';

/** A change of the code book: the version it made, and what was done by whom. */
export interface BookChange {
	readonly version: number;
	readonly what: 'added' | 'changed' | 'ended';
	/** Name of the term, as it was then. */
	readonly label: string;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account. */
	readonly by: string;
}

/** Every change of the code book, newest first; version 1 is the closed lists alone. */
export function bookHistory(facts: readonly ProgrammeFact[]): readonly BookChange[] {
	const labels = new Map<string, string>();
	const changes: BookChange[] = [];
	for (const { event, at, by } of facts) {
		if (!isOnBook(event)) continue;
		if (event.type !== 'TermEnded') labels.set(event.termId, event.term.label);
		const label = labels.get(event.termId) ?? '';
		changes.push({ version: changes.length + 2, what: WHAT[event.type], label, at, by });
	}
	return changes.reverse();
}

const WHAT = { TermAdded: 'added', TermChanged: 'changed', TermEnded: 'ended' } as const;
type BookEvent = ProgrammeEventOf<keyof typeof WHAT>;

function isOnBook(event: ProgrammeFact['event']): event is BookEvent {
	return event.type in WHAT;
}
