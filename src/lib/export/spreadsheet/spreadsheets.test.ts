import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intakeRecord, type IntakeRecord } from '#lib/domain/record/record.ts';
import { play, worlds } from '../../../../tests/kit/histories/index.ts';
import { aCard, aRecord } from '../../../../tests/kit/record.ts';
import { readOds, readXlsx, type ReadSheets } from '../../../../tests/kit/spreadsheets.ts';
import { anyText } from '../../../../tests/kit/texts.ts';
import { collected, unzipped } from '../../../../tests/kit/unzipped.ts';
import { parseCsv } from '../csv.ts';
import { unguardFormula } from '../formula-guard.ts';
import { sheetCsv } from '../sheet-csv.ts';
import { recordSheets, type Workbook } from '../workbook.ts';
import { writableText } from '../xml.ts';
import { ods } from './ods.ts';
import { xlsx } from './xlsx.ts';

const formats = [
	{ name: 'Excel', write: xlsx, read: readXlsx, shown: writableText },
	{
		name: 'OpenDocument',
		write: ods,
		read: readOds,
		shown: (text: string) => writableText(text).replaceAll('\t', ' ')
	}
];

function workbookOf(...records: readonly IntakeRecord[]): Workbook {
	return { title: 'Opvallende adressen & meer', language: 'nl', sheets: recordSheets(records) };
}

/** A column by its heading, without the heading itself. */
function column(sheets: ReadSheets, title: string, heading: string): readonly unknown[] {
	const [headings = [], ...rows] = sheets.get(title) ?? [];
	const at = headings.indexOf(heading);
	expect(at, `${title} has no ${heading}`).toBeGreaterThanOrEqual(0);
	return rows.map((row) => row[at] ?? null);
}

describe.each(formats)('a workbook in $name', ({ write, read, shown }) => {
	const sheetsOf = async (...records: readonly IntakeRecord[]) =>
		read(await collected(write(workbookOf(...records))));

	test('every kind of thing in the record has a sheet, with numbers as numbers and dates as dates', async () => {
		const sheets = await sheetsOf(aRecord());
		expect([...sheets.keys()]).toEqual([
			'Werksessies',
			'Deelname',
			'Rondes',
			'Kaarten',
			'Stapels',
			'Processtappen',
			'Behoeften',
			'Productideeën',
			'Stemmingen',
			'Beoordelingen',
			'Besluiten',
			'Acties',
			'Parkeerplaats',
			'Cijfers',
			'Reacties van gemeenten'
		]);
		expect(column(sheets, 'Werksessies', 'Datum')).toEqual(['2026-03-12']);
		expect(column(sheets, 'Kaarten', 'Stippen')).toEqual([null, 1, null, null, 0, 6, 2]);
		expect(column(sheets, 'Productideeën', 'Waarde (gemiddelde)')).toEqual([4.7, null]);
		expect(column(sheets, 'Acties', 'Wanneer?')).toEqual(['2026-04-02', null]);
		expect(column(sheets, 'Behoeften', 'Lost op')).toEqual(['Mag dit wel?', null]);
		expect(column(sheets, 'Behoeften', 'Productideeën hiervoor')).toEqual(['Voorbeeld van een toets', null]);
	});

	test('rows of several worksessions stand below each other, each with its own session', async () => {
		const { session, ...record } = aRecord();
		const other = { ...record, session: { ...session, id: 'w2', title: 'Weer een dag' } };
		const sheets = await sheetsOf(aRecord(), other);
		const titles = column(sheets, 'Stapels', 'Werksessie');
		expect(titles).toEqual(['Opvallende adressen', 'Weer een dag']);
		expect(column(sheets, 'Stapels', 'Code werksessie')).toEqual(['w1', 'w2']);
	});

	test('a date before the calendar of spreadsheets stays what it says', async () => {
		const { actions, ...record } = aRecord();
		const sheets = await sheetsOf({
			...record,
			actions: actions.map((one) => ({ ...one, dueOn: '0999-02-03' }))
		});
		expect(column(sheets, 'Acties', 'Wanneer?')).toEqual(['0999-02-03', '0999-02-03']);
	});

	test('any text comes back as it was, as text, apart from what no document can hold', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(anyText(), fc.constantFrom('=1+1', '_x0041_', ' a  b ', '\t')),
				async (text) => {
					const sheets = await sheetsOf(aRecord({ cards: [aCard({ text })] }));
					expect(column(sheets, 'Kaarten', 'Tekst')).toEqual([shown(text) || null]);
				}
			),
			{ numRuns: 60 }
		);
	});

	test('the same record gives the same bytes, and none of them is a formula', async () => {
		const record = aRecord({ cards: [aCard({ text: '=HYPERLINK("x")' })] });
		const bytes = await collected(write(workbookOf(record)));
		expect(await collected(write(workbookOf(record)))).toEqual(bytes);
		const written = [...unzipped(bytes).values()].map((part) => Buffer.from(part).toString('utf8')).join('');
		expect(written).toContain('=HYPERLINK(&quot;x&quot;)');
		expect(written).not.toMatch(/<f[ >]|table:formula/);
	});
});

test('every card of any day is in every kind of table, with its text', async () => {
	await fc.assert(
		fc.asyncProperty(worlds, async (world) => {
			const record = intakeRecord(play(world, () => undefined).state);
			const texts = record.cards.map(({ text }) => text);
			const workbook = workbookOf(record);
			for (const { write, read, shown } of formats) {
				const sheets = read(await collected(write(workbook)));
				expect(column(sheets, 'Kaarten', 'Tekst')).toEqual(texts.map(shown));
			}
			const cards = workbook.sheets.find(({ title }) => title === 'Kaarten');
			const csv = [
				...sheetCsv(cards ?? { title: '', columns: [], rows: () => [] }, { withByteOrderMark: false })
			];
			const [headings = [], ...rows] = parseCsv(csv.join('')).map(({ fields }) => fields ?? []);
			expect(rows.map((row) => unguardFormula(row[headings.indexOf('Tekst')] ?? ''))).toEqual(texts);
		}),
		{ numRuns: 15 }
	);
});
