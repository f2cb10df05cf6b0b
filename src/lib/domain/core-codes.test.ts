import { expect, test } from 'vitest';
import { coreList, CORE_LIST_CODES, CORE_LISTS, CORE_VERSIONS } from './core-codes.ts';

test('[A4] every code of the closed lists is of a known issue and says from when it holds', () => {
	const versions = new Map(CORE_VERSIONS.map(({ version, from }) => [version, from]));
	for (const list of CORE_LIST_CODES) {
		expect(CORE_LISTS[list].codes.length).toBeGreaterThan(0);
		for (const { version, from } of CORE_LISTS[list].codes) expect(versions.get(version as 1)).toBe(from);
	}
});

test('[A4] a code that came later or ended says so, and the others stay as they were', () => {
	const versions = [
		{ version: 1, from: '2026-11-23' },
		{ version: 2, from: '2027-03-01' }
	];
	const changed = {
		oud: { until: '2027-03-01', replacedBy: 'nieuw' },
		nieuw: { version: 2 }
	} as const;
	expect(coreList('bron', ['oud', 'nieuw', 'vast'], changed, versions).codes).toEqual([
		{ code: 'oud', version: 1, from: '2026-11-23', until: '2027-03-01', replacedBy: 'nieuw' },
		{ code: 'nieuw', version: 2, from: '2027-03-01', until: null, replacedBy: null },
		{ code: 'vast', version: 1, from: '2026-11-23', until: null, replacedBy: null }
	]);
});
