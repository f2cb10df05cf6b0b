import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/kit/folder.ts';
import { aCard, aRecord } from '../../../tests/kit/record.ts';
import { collected } from '../../../tests/kit/unzipped.ts';
import { parseCsv } from './csv.ts';
import { docx } from './document/docx.ts';
import { recordDocument } from './document/record-document.ts';
import { ods } from './spreadsheet/ods.ts';
import { xlsx } from './spreadsheet/xlsx.ts';
import { recordSheets } from './workbook.ts';

const isHere = spawnSync('soffice', ['--version']).status === 0;
/** Every sheet as a file of its own, all texts quoted, formulas as formulas. */
const SHEETS_AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1';
const HOSTILE = [
	'=1+1',
	'+2',
	'-3',
	'@SUM(A1)',
	'007',
	'1,5',
	'  twee  spaties ',
	'regel\nregel',
	'"<&>"',
	'😀'
];

/** What LibreOffice makes of a file, in the folder it was given. */
async function converted(name: string, pieces: AsyncIterable<Uint8Array>, to: string): Promise<string> {
	const folder = await temporaryFolder();
	await writeFile(path.join(folder, name), await collected(pieces));
	const profile = `-env:UserInstallation=file://${folder}/profile`;
	await promisify(execFile)(
		'soffice',
		[profile, '--headless', '--convert-to', to, '--outdir', folder, name],
		{
			cwd: folder,
			env: { ...process.env, HOME: folder }
		}
	);
	return folder;
}

describe.skipIf(!isHere)('LibreOffice (skipped where it is not installed)', () => {
	test.each([
		{ name: 'a.xlsx', write: xlsx },
		{ name: 'a.ods', write: ods }
	])('opens $name with the same cells and no formula', async ({ name, write }) => {
		const cards = HOSTILE.map((text, index) => aCard({ id: `c${index}`, text }));
		const sheets = recordSheets([aRecord({ cards })]);
		const folder = await converted(name, write({ title: 'Proef', language: 'nl', sheets }), SHEETS_AS_CSV);
		const file = await readFile(path.join(folder, 'a-Kaarten.csv'), 'utf8');
		const [headings = [], ...rows] = parseCsv(file).map(({ fields }) => fields ?? []);
		expect(rows.map((row) => row[headings.indexOf('Tekst')])).toEqual(HOSTILE);
		const ideas = await readFile(path.join(folder, 'a-Productideeën.csv'), 'utf8');
		expect(ideas).toMatch(/4[.,]7/);
	});

	test('opens the Word file with every card', async () => {
		const document = recordDocument(aRecord({ cards: [aCard({ text: 'Een *kaart* & meer' })] }));
		const folder = await converted('a.docx', docx(document), 'txt:Text (encoded):UTF8');
		const said = await readFile(path.join(folder, 'a.txt'), 'utf8');
		expect(said).toContain('Intakeverslag Opvallende adressen');
		expect(said).toContain('Een *kaart* & meer');
	});
});
