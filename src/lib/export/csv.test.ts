import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../tests/kit/texts.ts';
import { csvText, parseCsv, separatorOf } from './csv.ts';

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);
const faultsOf = (text: string) =>
	parseCsv(text).flatMap(({ line, fault }) => (fault ? [[line, fault]] : []));

describe('reading comma-separated values', () => {
	test('quotes, commas, doubled quotes and line ends inside quotes belong to the text', () => {
		expect(fieldsOf('a,"b,c","d""e"\r\n"f\r\ng",h,\n')).toEqual([
			['a', 'b,c', 'd"e'],
			['f\r\ng', 'h', '']
		]);
	});

	test('spaces around a field are part of it', () => {
		expect(fieldsOf(' a , b ')).toEqual([[' a ', ' b ']]);
	});

	test('a byte order mark and blank lines are passed over, and lines are counted on', () => {
		expect(parseCsv('\uFEFFa\n\n"b\nc"\r\n\r\nd')).toEqual([
			{ line: 1, fields: ['a'], fault: null },
			{ line: 3, fields: ['b\nc'], fault: null },
			{ line: 6, fields: ['d'], fault: null }
		]);
	});

	test('a row against the rules is refused with its line, and reading goes on behind it', () => {
		const text = 'a\nb"c\n"d"e\nf\rg\nh\n"i\nj';
		expect(faultsOf(text)).toEqual([
			[2, 'quote-in-bare-field'],
			[3, 'text-after-quote'],
			[4, 'bare-carriage-return'],
			[6, 'quote-not-closed']
		]);
		expect(fieldsOf(text).flatMap((fields) => fields ?? [])).toEqual(['a', 'h']);
	});

	test('a file of a spreadsheet that writes semicolons is read as it is meant', () => {
		const text = 'a;b\n"c;d";e,f\n';
		expect(separatorOf(text)).toBe(';');
		expect(parseCsv(text, ';').map(({ fields }) => fields)).toEqual([
			['a', 'b'],
			['c;d', 'e,f']
		]);
		expect([separatorOf('a,b;c\n'), separatorOf('a\nb;c'), separatorOf('')]).toEqual([',', ',', ',']);
	});

	test('what is written is read back the same, whatever the text', () => {
		const rows = fc.array(fc.array(anyText(), { minLength: 2, maxLength: 4 }), { maxLength: 5 });
		fc.assert(
			fc.property(rows, (table) => {
				fc.pre(!table[0]?.[0]?.startsWith('\uFEFF'));
				expect(fieldsOf(csvText(table))).toEqual(table);
			}),
			{ numRuns: 1000 }
		);
	});

	test('a field of a million characters is read', () => {
		expect(fieldsOf(csvText([['"x\n'.repeat(300_000), 'b']]))[0]?.[1]).toBe('b');
	});
});
