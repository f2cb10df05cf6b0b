import { describe, expect, test } from 'vitest';
import { tablePages, tableRows, unseatedCount, type TableRow } from './table-rows.ts';

const shared = {
	tables: [
		{ id: 't1', name: 'Tafel 1', exampleId: 'e1' },
		{ id: 't2', name: 'Tafel 2', exampleId: null }
	],
	examples: [{ id: 'e1', name: 'Adresfraude in beeld', summary: '', municipalities: [] }]
};

function rows(count: number, name: string): readonly TableRow[] {
	return Array.from({ length: count }, (_, index) => ({ id: `t${index}`, name, example: '', people: 0 }));
}

describe('tables on the hall screen', () => {
	test('each table stands with what it works on and how many sit there', () => {
		expect(tableRows(shared, { tables: { t1: 4 } })).toEqual([
			{ id: 't1', name: 'Tafel 1', example: 'Adresfraude in beeld', people: 4 },
			{ id: 't2', name: 'Tafel 2', example: '', people: 0 }
		]);
	});

	test('short names stand in pairs, long ones below each other', () => {
		expect(tablePages(rows(6, 'Tafel 1'), 20).map((page) => page.length)).toEqual([4, 2]);
		expect(
			tablePages(rows(6, 'Zorgfraude met persoonsgebonden budget'), 20).map((page) => page.length)
		).toEqual([2, 2, 2]);
	});

	test('a place without any room still shows one row at a time', () => {
		expect(tablePages(rows(2, 'Zorgfraude met persoonsgebonden budget'), 0)).toHaveLength(2);
	});

	test('whoever sits nowhere is counted, and never below none', () => {
		expect(unseatedCount({ people: 12, tables: { t1: 4, t2: 5 } })).toBe(3);
		expect(unseatedCount({ people: 0, tables: { t1: 1 } })).toBe(0);
	});
});
