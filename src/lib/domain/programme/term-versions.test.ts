import { expect, test } from 'vitest';
import type { ProgrammeEvent } from './programme-acts.ts';
import { termVersions } from './term-versions.ts';

test('[CB5] each version of a term says from when until when it held, by whom, and what came in its place', () => {
	const fees = { under: 'financiering', label: 'Leges', definition: '' } as const;
	const levies = { ...fees, label: 'Leges en heffingen' };
	const events: readonly ProgrammeEvent[] = [
		{ type: 'TermAdded', termId: 't1', term: fees },
		{ type: 'TermAdded', termId: 't2', term: { ...fees, label: 'Subsidie' } },
		{ type: 'TermChanged', termId: 't1', term: levies },
		{ type: 'TermEnded', termId: 't2', replacedBy: 't1' }
	];
	const facts = events.map((event, index) => ({ event, at: index, by: `account ${index}` }));
	expect(termVersions(facts)).toEqual([
		{ id: 't1', ...fees, version: 2, from: 0, until: 2, by: 'account 0', replacedBy: null },
		{
			id: 't2',
			...fees,
			label: 'Subsidie',
			version: 3,
			from: 1,
			until: 3,
			by: 'account 1',
			replacedBy: 't1'
		},
		{ id: 't1', ...levies, version: 4, from: 2, until: null, by: 'account 2', replacedBy: null }
	]);
});
