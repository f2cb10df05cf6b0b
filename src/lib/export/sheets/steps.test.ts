import { expect, test } from 'vitest';
import { csvRows } from '../../../../tests/kit/csv-rows.ts';
import { aRecord } from '../../../../tests/kit/record.ts';
import { stepsSheet } from './steps.ts';

test('a process step stands on one row with all that was described of it, and no cell becomes a formula', () => {
	const record = aRecord();
	const steps = record.steps.map((step) =>
		step.table === null
			? step
			: {
					...step,
					phase: 'data-verzamelen' as const,
					doneBy: ['data-analist', 'jurist'] as const,
					legalBases: ['wet-brp'] as const,
					tool: '=1+1'
				}
	);
	const [, shared, atTable] = csvRows(stepsSheet, { ...record, steps });
	expect(shared?.slice(2, 7)).toEqual(['', '1', 'Signaal komt binnen', '', '']);
	expect(atTable?.slice(2, 7)).toEqual([
		'Tafel 1',
		'2',
		'Gegevens opvragen',
		'data-verzamelen',
		'data-analist, jurist'
	]);
	expect(atTable?.[9]).toBe("'=1+1");
	expect(atTable?.[11]).toBe('wet-brp');
});
