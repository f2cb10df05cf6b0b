import { expect, test } from 'vitest';
import { bookHistory } from './book-history.ts';
import type { ProgrammeEvent } from './programme-acts.ts';

const TERM = { under: 'financiering', label: 'Leges', definition: '' } as const;

test('[CB12] every change has its version, newest first, with the name of that moment; other acts make none', () => {
	const events: readonly ProgrammeEvent[] = [
		{ type: 'TermAdded', termId: 't1', term: TERM },
		{
			type: 'CodingAssigned',
			sessionId: 'w1',
			item: { kind: 'card', id: 'c1' },
			coding: null,
			bookVersion: 2
		},
		{ type: 'TermChanged', termId: 't1', term: { ...TERM, label: 'Leges en heffingen' } },
		{ type: 'TermEnded', termId: 't1', replacedBy: null }
	];
	const facts = events.map((event, index) => ({ event, at: index, by: 'noor' }));
	const renamed = { before: TERM, since: { ...TERM, label: 'Leges en heffingen' } };
	expect(bookHistory(facts).map(({ said }) => said)).toEqual([null, renamed, null]);
	expect(bookHistory(facts).map(({ version, what, label, at }) => [version, what, label, at])).toEqual([
		[4, 'ended', 'Leges en heffingen', 3],
		[3, 'changed', 'Leges en heffingen', 2],
		[2, 'added', 'Leges', 0]
	]);
});
