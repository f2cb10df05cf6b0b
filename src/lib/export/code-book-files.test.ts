import { expect, test } from 'vitest';
import { CATEGORIES } from '#lib/domain/vocabulary.ts';
import { codeBookFile, type LeavingCodeBook } from './code-book-files.ts';
import { parseCsv } from './csv.ts';

const BOOK: LeavingCodeBook = {
	title: 'Koplopers en volgers',
	version: 3,
	terms: [
		{
			id: 't1',
			under: 'financiering',
			label: '=Leges',
			definition: 'Wat een inwoner betaalt',
			version: 2,
			from: 0,
			until: 1000,
			by: 'noor',
			replacedBy: 't2'
		}
	],
	names: new Map([['noor', 'Noor']])
};

async function textOf(name: string): Promise<string> {
	const made = codeBookFile(name, BOOK);
	if (!made) throw new Error(`There is no ${name}`);
	let text = '';
	for await (const piece of made.pieces) text += typeof piece === 'string' ? piece : '';
	return text;
}

test('the code book leaves with its closed lists and every version of its own terms, the same in each format', async () => {
	const { version, codes } = JSON.parse(await textOf('codeboek.json')) as {
		version: number;
		codes: readonly Record<string, unknown>[];
	};
	expect(version).toBe(3);
	expect(codes.filter(({ list }) => list === 'soort').map(({ code }) => code)).toEqual(CATEGORIES);
	expect(codes[0]).toMatchObject({
		english: 'Privacy and law',
		validFrom: '2026-11-23',
		validUntil: null,
		replacedBy: null,
		version: 1
	});
	expect(
		codes.filter(({ definition, source, list }) => list !== 'eigen-term' && !(definition && source))
	).toEqual([]);
	expect(codes.at(-1)).toEqual({
		list: 'eigen-term',
		code: 't1',
		term: '=Leges',
		english: '',
		definition: 'Wat een inwoner betaalt',
		broader: 'financiering',
		validFrom: '1970-01-01T00:00:00.000Z',
		validUntil: '1970-01-01T00:00:01.000Z',
		replacedBy: 't2',
		version: 2,
		source: '',
		who: 'Noor'
	});
	const rows = parseCsv(await textOf('codeboek.csv')).map(({ fields }) => fields ?? []);
	expect(rows).toHaveLength(1 + codes.length);
	expect(rows.at(-1)?.slice(0, 3)).toEqual(['eigen-term', 't1', "'=Leges"]);
	expect(codeBookFile('codeboek.xlsx', BOOK)?.type).toContain('spreadsheet');
	expect(codeBookFile('codeboek.exe', BOOK)).toBeUndefined();
});
