import { bookHistory } from './book-history.ts';
import type { TermFacts } from './programme-acts.ts';
import type { ProgrammeFact } from './programme.ts';

/** What a term of the programme said, from one version of the code book until another. */
export interface TermVersion extends TermFacts {
	readonly id: string;
	/** Of the code book that began to say it. */
	readonly version: number;
	/** Epoch milliseconds. */
	readonly from: number;
	/** Null while it says so. */
	readonly until: number | null;
	/** Id of the account that said it. */
	readonly by: string;
	/** Id of the term that is used since; null for none. */
	readonly replacedBy: string | null;
}

/** Every version of every term, in the order in which they came. */
export function termVersions(facts: readonly ProgrammeFact[]): readonly TermVersion[] {
	const numbers = bookHistory(facts)
		.map(({ version }) => version)
		.reverse();
	const versions: TermVersion[] = [];
	for (const { event, at, by } of facts) {
		if (event.type !== 'TermAdded' && event.type !== 'TermChanged' && event.type !== 'TermEnded') continue;
		const version = numbers.shift() ?? 0;
		const index = versions.findIndex(({ id, until }) => id === event.termId && until === null);
		const before = versions[index];
		if (before) {
			const replacedBy = event.type === 'TermEnded' ? event.replacedBy : null;
			versions[index] = { ...before, until: at, replacedBy };
		}
		if (event.type !== 'TermEnded')
			versions.push({
				id: event.termId,
				...event.term,
				version,
				from: at,
				until: null,
				by,
				replacedBy: null
			});
	}
	return versions;
}
