import { describe, expect, test } from 'vitest';
import { nextTable, tablesForExamples } from './tables.ts';

const table = (name: string, exampleId: string | null = null) => ({ id: name, name, exampleId });
const example = (id: string) => ({ id, name: id, summary: '', municipalities: [] });

describe('new tables', () => {
	test('take the lowest number that is free, however a name is written', () => {
		expect(nextTable({ tables: [] }, null)).toEqual({ name: 'Tafel 1', exampleId: null });
		const tables = [table('tafel 1 '), table('Tafel 3'), table('Raamtafel')];
		expect(nextTable({ tables }, 'e1')).toEqual({ name: 'Tafel 2', exampleId: 'e1' });
	});

	test('one per example, and none for an example that has a table', () => {
		const examples = [example('e1'), example('e2'), example('e3')];
		expect(tablesForExamples({ examples, tables: [table('Tafel 1', 'e2')] })).toEqual([
			{ name: 'Tafel 2', exampleId: 'e1' },
			{ name: 'Tafel 3', exampleId: 'e3' }
		]);
		expect(tablesForExamples({ examples: [], tables: [] })).toEqual([]);
	});
});
