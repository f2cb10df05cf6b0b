import { expect, test } from 'vitest';
import { NO_DEAL } from '#lib/domain/choose/data-deal.ts';
import { csvRows } from '../../../../tests/kit/csv-rows.ts';
import { aRecord } from '../../../../tests/kit/record.ts';
import { ideasSheet } from './ideas.ts';

test('a product idea stands on one row with its needs in words, and no cell becomes a formula', () => {
	const record = aRecord();
	const examples = record.examples.map((example) => ({ ...example, dossier: 'd1' }));
	const ideas = record.ideas.map((idea) =>
		idea.table === null ? { ...idea, summary: '=1+1', from: ['cluster:k1', 'card:c7'] } : idea
	);
	const [, first, second] = csvRows(ideasSheet, { ...record, examples, ideas });
	expect(first?.slice(2, -1)).toEqual([
		'',
		'Voorbeeld van een toets',
		'instrument',
		"'=1+1",
		'Een jurist, twee dagen',
		'De toets zelf',
		'niet-nodig',
		...Array<string>(9).fill(''),
		'Een voorbeeld van een toets',
		'Mag dit wel?\nTijd',
		'Lindewaard: Adressen in beeld',
		'd1',
		'zeker: Broekmeer; misschien: Graafhorst',
		'4,7',
		'3,7',
		'Kun je het makkelijk overnemen? 1 ja, 0 deels, 1 nee'
	]);
	expect(second?.slice(-5, -1)).toEqual(['', '', '', '']);
	expect(second?.slice(2, 5)).toEqual(['Tafel 1', 'Vast belmoment', 'werkwijze']);
});

test('what is agreed in a data deal stands in columns of its own', () => {
	const record = aRecord();
	const deal = { ...NO_DEAL, parties: 'CBS en Utrecht', evaluateOn: '2027-01-31' };
	const ideas = record.ideas.map((idea) => ({ ...idea, deal }));
	const [, first] = csvRows(ideasSheet, { ...record, ideas });
	expect(first?.slice(9, 18)).toEqual(['CBS en Utrecht', ...Array<string>(7).fill(''), '2027-01-31']);
});
