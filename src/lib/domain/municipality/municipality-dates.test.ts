import { describe, expect, it } from 'vitest';
import {
	MUNICIPALITIES,
	isMunicipalityCodeOn,
	municipalitiesOn,
	successorsOf,
	type Municipality
} from './municipalities.ts';
import { MUNICIPALITY_HISTORY } from './municipality-history.ts';

function codesOf(list: readonly Municipality[]): string[] {
	return list.map(({ code }) => code);
}

/** The day after 'YYYY-MM-DD'. */
function nextDay(date: string): string {
	return new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

describe('the municipalities of a day', () => {
	it.each([
		['2018-01-01', 380],
		['2018-12-31', 380],
		['2019-01-01', 355],
		['2020-01-01', 355],
		['2020-12-31', 355],
		['2021-01-01', 352],
		['2022-01-01', 345],
		['2022-03-23', 345],
		['2022-03-24', 344],
		['2023-01-01', 342],
		['2026-01-01', 342]
	])('were on %s as many as the register says, each once: %i', (date, count) => {
		expect(new Set(codesOf(municipalitiesOn(date))).size).toBe(count);
		expect(municipalitiesOn(date)).toHaveLength(count);
	});

	it('are those of the list when no day is chosen, or one to come', () => {
		expect(municipalitiesOn(null)).toEqual(MUNICIPALITIES);
		expect(municipalitiesOn('2026-11-23')).toEqual(MUNICIPALITIES);
	});

	it('are those of the first day of 2018 for any day before, because older ones are not known', () => {
		expect(municipalitiesOn('2010-06-01')).toEqual(municipalitiesOn('2018-01-01'));
	});
});

describe('a code on a day', () => {
	it.each([
		['GM0457', '2022-03-23', true],
		['GM0457', '2022-03-24', false],
		['GM1992', '2022-12-31', false],
		['GM1992', '2023-01-01', true],
		['GM0363', '2018-01-01', true],
		['GM0007', '2018-01-01', false],
		['GM1950', '2017-06-01', true],
		['GM0370', null, false],
		['GM0439', null, true],
		['XX0001', null, false],
		['__proto__', '2020-01-01', false]
	])('%s on %s: %s', (code, date, isValid) => {
		expect(isMunicipalityCodeOn(code, date)).toBe(isValid);
	});
});

describe('where a municipality went', () => {
	it.each([
		['GM0501', '2022-12-31', ['GM0501']],
		['GM0501', '2023-01-01', ['GM1992']],
		['GM0788', '2026-01-01', ['GM0757', 'GM0824', 'GM0855', 'GM0865']],
		['GM0053', '2019-01-01', ['GM1966', 'GM1969']],
		['GM0457', '2026-01-01', ['GM0363']],
		['GM0363', '2026-01-01', ['GM0363']],
		['GM1992', '2020-01-01', []],
		['GM9999', '2026-01-01', []]
	])('%s is on %s: %j', (code, date, successors) => {
		expect(successorsOf(code, date)).toEqual(successors);
	});

	it('leads every former code to codes that are valid', () => {
		for (const { code, end = '' } of MUNICIPALITY_HISTORY)
			for (const date of [nextDay(end), '2026-01-01']) {
				const successors = successorsOf(code, date);
				expect(successors.length).toBeGreaterThan(0);
				for (const successor of successors) expect(isMunicipalityCodeOn(successor, date)).toBe(true);
			}
	});

	it('explains every code that began after 2018-01-01 by one that ended on the day before', () => {
		const begun = MUNICIPALITIES.filter(({ begin = '' }) => begin > '2018-01-01');
		expect(begun).toHaveLength(14);
		for (const { code, begin } of begun) {
			const ended = MUNICIPALITY_HISTORY.filter(({ into }) => into?.includes(code));
			expect(ended.some(({ end = '' }) => nextDay(end) === begin)).toBe(true);
		}
	});
});
