import type { ProgrammeEventOf, TermFacts } from './programme-acts.ts';
import type { ProgrammeFact } from './programme.ts';

/** A change of the code book: the version it made, and what was done by whom. */
export interface BookChange {
	readonly version: number;
	readonly what: 'added' | 'changed' | 'ended';
	/** Name of the term, as it was then. */
	readonly label: string;
	/** What it said before and what since, where it was changed; else null. */
	readonly said: { readonly before: TermFacts; readonly since: TermFacts } | null;
	/** Epoch milliseconds. */
	readonly at: number;
	/** Id of the account. */
	readonly by: string;
}

/** Every change of the code book, newest first; version 1 is the closed lists alone. */
export function bookHistory(facts: readonly ProgrammeFact[]): readonly BookChange[] {
	const terms = new Map<string, TermFacts>();
	const changes: BookChange[] = [];
	for (const { event, at, by } of facts) {
		if (!isOnBook(event)) continue;
		const before = terms.get(event.termId);
		if (event.type !== 'TermEnded') terms.set(event.termId, event.term);
		const label = terms.get(event.termId)?.label ?? '';
		const said = event.type === 'TermChanged' && before ? { before, since: event.term } : null;
		changes.push({ version: changes.length + 2, what: WHAT[event.type], label, said, at, by });
	}
	return changes.reverse();
}

const WHAT = { TermAdded: 'added', TermChanged: 'changed', TermEnded: 'ended' } as const;
type BookEvent = ProgrammeEventOf<keyof typeof WHAT>;

function isOnBook(event: ProgrammeFact['event']): event is BookEvent {
	return event.type in WHAT;
}
