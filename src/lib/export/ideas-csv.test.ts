import { expect, test } from 'vitest';
import { aRecord } from '../../../tests/kit/record.ts';
import { parseCsv } from './csv.ts';
import { ideasCsv } from './ideas-csv.ts';

test('a product idea stands on one row with its needs in words, and no cell becomes a formula', () => {
	const record = aRecord();
	const ideas = record.ideas.map((idea) =>
		idea.table === null ? { ...idea, summary: '=1+1', from: ['cluster:k1', 'card:c7'] } : idea
	);
	const [, first, second] = parseCsv(ideasCsv({ ...record, ideas })).map(({ fields }) => fields ?? []);
	expect(first?.slice(2)).toEqual([
		'',
		'Voorbeeld van een toets',
		'instrument',
		"'=1+1",
		'Een jurist, twee dagen',
		'Een voorbeeld van een toets',
		'Mag dit wel?\nTijd'
	]);
	expect(second?.slice(2, 5)).toEqual(['Tafel 1', 'Vast belmoment', 'werkwijze']);
});
