import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { aCard, aRecord } from '../../../tests/kit/record.ts';
import { collected } from '../../../tests/kit/unzipped.ts';
import { paperCards, suggestedMapping } from './paper-table.ts';
import { isArchive, readPaperWorkbook } from './paper-workbook.ts';
import { ods } from './spreadsheet/ods.ts';
import { xlsx } from './spreadsheet/xlsx.ts';
import { recordSheets } from './workbook.ts';
import { zipFault } from './zip-limits.ts';
import { zipped } from './zip.ts';

async function* zeros(megabytes: number): AsyncGenerator<Uint8Array> {
	for (let index = 0; index < megabytes; index += 1) yield await Promise.resolve(new Uint8Array(1_000_000));
}

describe('a workbook of cards', () => {
	test('a table that somebody else made is read, with numbers, dates and formulas as they show', async () => {
		const rows = [
			['Nr', 'Kaart', 'Gemeente'],
			[1, 'Geen tijd', 'Groningen'],
			[null, null, null],
			[2, '=1+1', 'Utrecht']
		];
		const table = await readPaperWorkbook(await writeXlsx({ sheets: [{ name: 'Blad1', rows }] }));
		expect(table?.headings).toEqual(['Nr', 'Kaart', 'Gemeente']);
		expect(table?.rows).toEqual([
			{ line: 2, fields: ['1', 'Geen tijd', 'Groningen'] },
			{ line: 4, fields: ['2', '=1+1', 'Utrecht'] }
		]);
	});

	test.each([
		['Excel', xlsx],
		['OpenDocument', ods]
	])('our own workbook gives its cards back: %s', async (_, written) => {
		const record = aRecord({ cards: [aCard({ text: ' =1+1\n"é" _x0041_', municipalities: ['GM0014'] })] });
		const workbook = { title: 'Proef', language: 'nl', sheets: recordSheets([record]) };
		const table = await readPaperWorkbook(await collected(written(workbook)));
		if (!table) throw new Error('no table');
		const day = { date: '2026-03-12', roundWithout: 'needs' } as const;
		expect(paperCards(table, suggestedMapping(table), day).cards).toEqual([
			{
				kind: 'bottlenecks',
				text: '=1+1\n"é" _x0041_',
				municipalities: ['GM0014'],
				category: null,
				step: null,
				dots: null
			}
		]);
	});
});

describe('a hostile archive', () => {
	test('that would unpack to more than thirty megabytes is refused before it is unpacked', async () => {
		const bomb = await collected(zipped([{ name: 'xl/workbook.xml', content: zeros(31) }]));
		expect(bomb.length).toBeLessThan(100_000);
		expect(zipFault(bomb)).toBe('too-large-unpacked');
		expect(await readPaperWorkbook(bomb)).toBeNull();
	});

	test('that lies about its size is not unpacked further than it says', async () => {
		const bomb = Buffer.from(await collected(zipped([{ name: '[Content_Types].xml', content: zeros(100) }])));
		const entry = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		bomb.writeUInt32LE(1000, entry + 24);
		expect(zipFault(bomb)).toBeNull();
		const before = process.memoryUsage.rss();
		expect(await readPaperWorkbook(bomb)).toBeNull();
		expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000);
	});

	test('of one cell that says it is there sixteen milliard times is refused', async () => {
		const names = ['office', 'table', 'text'].map(
			(name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
		);
		const cell =
			'<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>';
		const row = `<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`;
		const table = `<table:table table:name="a">${row}</table:table>`;
		const body = `<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body>`;
		const content = `<office:document-content ${names.join(' ')}>${body}</office:document-content>`;
		const bomb = zipped([
			{ name: 'mimetype', content: ['application/vnd.oasis.opendocument.spreadsheet'], isStored: true },
			{ name: 'content.xml', content: [content] }
		]);
		expect(await readPaperWorkbook(await collected(bomb))).toBeNull();
		const small = content.replace('1000000', '2').replace('16384', '2');
		const read = zipped([
			{ name: 'mimetype', content: ['application/vnd.oasis.opendocument.spreadsheet'], isStored: true },
			{ name: 'content.xml', content: [small] }
		]);
		expect((await readPaperWorkbook(await collected(read)))?.headings).toEqual(['x', 'x']);
	});

	test('that is cut off, empty or no archive at all is told as such', async () => {
		const whole = await collected(zipped([{ name: 'a', content: ['a'] }]));
		expect(zipFault(whole)).toBeNull();
		for (const bytes of [
			new Uint8Array(),
			whole.subarray(0, whole.length - 1),
			new Uint8Array(100).fill(0x50)
		]) {
			expect(zipFault(bytes)).toBe('not-an-archive');
			expect(await readPaperWorkbook(bytes)).toBeNull();
		}
		expect(isArchive(whole)).toBe(true);
		expect(isArchive(new TextEncoder().encode('tekst\r\n'))).toBe(false);
	});

	test('of more parts than any workbook has is refused', async () => {
		const parts = Array.from({ length: 301 }, (_, index) => ({ name: `p${index}`, content: [''] }));
		expect(zipFault(await collected(zipped(parts)))).toBe('too-large-unpacked');
	});
});
