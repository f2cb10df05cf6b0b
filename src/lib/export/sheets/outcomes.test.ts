import { expect, test } from 'vitest';
import { csvRows } from '../../../../tests/kit/csv-rows.ts';
import { aRecord } from '../../../../tests/kit/record.ts';
import { actionsSheet } from './actions.ts';
import { recordDocument } from '../document/record-document.ts';
import { decisionsSheet } from './decisions.ts';
import { validationSheet } from './validation.ts';

test('a decision stands on one row with its reason, its dissents and when it was changed', () => {
	const record = aRecord();
	const changedAt = '2026-03-12T15:00:00.000Z';
	const decisions = record.decisions.map((one) => ({
		...one,
		dissents: ['Te juridisch', '=1+1'],
		changedAt
	}));
	const [, first] = csvRows(decisionsSheet, { ...record, decisions });
	expect(first?.slice(2, -1)).toEqual([
		'We maken eerst de toets',
		'Elf gemeenten vragen erom',
		"Te juridisch\n'=1+1",
		'Voorbeeld van een toets',
		'2026-03-12T14:00:00.000Z',
		changedAt
	]);
});

test('an action stands on one row with who does it and when, and no cell becomes a formula', () => {
	const record = aRecord();
	const actions = record.actions.map((one) => ({ ...one, text: one.owner === '' ? one.text : '=1+1' }));
	const [, first, second] = csvRows(actionsSheet, { ...record, actions });
	expect(first?.slice(2, -1)).toEqual([
		'Toets rondsturen',
		'Lindewaard',
		'',
		'2026-04-02',
		'We maken eerst de toets'
	]);
	expect(second?.slice(2, -1)).toEqual(["'=1+1", '', 'CBS', '', 'Mag dit wel?']);
});

test('what a municipality said of the record stands on one row, and in the document', () => {
	const at = '2026-03-20T09:00:00.000Z';
	const record = aRecord({
		validation: [{ municipality: 'XX0007', at, right: 4, corrected: 1, withdrawn: 0 }]
	});
	const [, row] = csvRows(validationSheet, record);
	expect(row?.slice(1, -1)).toEqual(['XX0007', 'Lindewaard', at, '4', '1', '0']);
	const items = recordDocument(record).blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
	expect(items.map(({ text }) => text)).toContain('Lindewaard: 4 klopt, 1 verbeterd, 0 teruggetrokken.');
});
