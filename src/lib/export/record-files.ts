import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import { getLocale } from '#lib/i18n/words.ts';
import { CSV_FORMAT, JSON_FORMAT, mdtoPackage, PDF_FORMAT, type ArchivedFile } from './mdto.ts';
import { docx, DOCX_TYPE } from './document/docx.ts';
import { markdown, MARKDOWN_TYPE } from './document/markdown.ts';
import { pdf, PDF_TYPE, type Compile } from './document/pdf.ts';
import { recordDocument } from './document/record-document.ts';
import type { SheetOf } from './sheet.ts';
import { sheetCsv } from './sheet-csv.ts';
import { actionsSheet } from './sheets/actions.ts';
import { cardsSheet } from './sheets/cards.ts';
import { decisionsSheet } from './sheets/decisions.ts';
import { ideasSheet } from './sheets/ideas.ts';
import { stepsSheet } from './sheets/steps.ts';
import { ods, ODS_TYPE } from './spreadsheet/ods.ts';
import { xlsx, XLSX_TYPE } from './spreadsheet/xlsx.ts';
import { recordSheets, type Workbook } from './workbook.ts';
import { zipped } from './zip.ts';

/** A file in pieces that are made while it is sent. */
export interface MadeFile {
	readonly type: string;
	readonly pieces: Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;
	/** How much of it is made, from 0 to 1; absent where nobody waits for it. */
	readonly share?: () => number;
}

/** A record as it may be read, with the exact text that was hashed. */
export interface ReadableRecord {
	readonly record: CodedRecord;
	readonly json: string;
}

export interface FileWish {
	readonly withByteOrderMark: boolean;
	/** Makes PDF files; null where this machine cannot. */
	readonly compile: Compile | null;
	/** Whose archive takes the record over, and when (RFC 3339 in UTC). */
	readonly archive: { readonly organisation: string; readonly madeAt: string };
}

type MakesFile = (readable: ReadableRecord, wish: FileWish) => MadeFile | Promise<MadeFile | undefined>;

/** Every file that a record can be downloaded as, by the name it gets. */
const RECORD_FILES: ReadonlyMap<string, MakesFile> = new Map<string, MakesFile>([
	['intakeverslag.json', ({ json }) => ({ type: 'application/json; charset=utf-8', pieces: [json] })],
	['intakeverslag.xlsx', ({ record }) => ({ type: XLSX_TYPE, pieces: xlsx(workbookOf(record)) })],
	['intakeverslag.ods', ({ record }) => ({ type: ODS_TYPE, pieces: ods(workbookOf(record)) })],
	[
		'intakeverslag.pdf',
		async ({ record }, { compile }) =>
			compile ? { type: PDF_TYPE, pieces: [await pdf(recordDocument(record), compile)] } : undefined
	],
	['intakeverslag.docx', ({ record }) => ({ type: DOCX_TYPE, pieces: docx(recordDocument(record)) })],
	['intakeverslag.md', ({ record }) => ({ type: MARKDOWN_TYPE, pieces: markdown(recordDocument(record)) })],
	['intakeverslag.csv', csvOf(cardsSheet)],
	['processtappen.csv', csvOf(stepsSheet)],
	['productideeen.csv', csvOf(ideasSheet)],
	['besluiten.csv', csvOf(decisionsSheet)],
	['acties.csv', csvOf(actionsSheet)],
	[
		'intakeverslag-csv.zip',
		({ record }, wish) => ({ type: 'application/zip', pieces: csvArchive(record, wish) })
	],
	[
		'intakeverslag-mdto.zip',
		async (readable, wish) => ({
			type: 'application/zip',
			pieces: mdtoPackage(readable.record, await archivedFiles(readable, wish), wish.archive)
		})
	]
]);

/** Undefined where there is no file of that name, or it cannot be made on this machine. */
export async function recordFile(
	name: string,
	readable: ReadableRecord,
	wish: FileWish
): Promise<MadeFile | undefined> {
	return RECORD_FILES.get(name)?.(readable, wish);
}

function workbookOf(record: CodedRecord): Workbook {
	return { title: record.session.title, language: getLocale(), sheets: recordSheets([record]) };
}

function csvOf(sheetOfRecords: SheetOf): MakesFile {
	return ({ record }, wish) => ({
		type: 'text/csv; charset=utf-8',
		pieces: sheetCsv(sheetOfRecords([record]), wish)
	});
}

/** Every sheet as a file of its own. */
function csvArchive(record: CodedRecord, wish: FileWish): AsyncIterable<Uint8Array> {
	return zipped(
		recordSheets([record]).map((sheet) => ({
			name: `${sheet.title}.csv`,
			content: sheetCsv(sheet, wish)
		}))
	);
}

/** What an archive keeps of a record: the text that was hashed, its cards, and how people read it. */
async function archivedFiles(
	{ record, json }: ReadableRecord,
	{ compile }: FileWish
): Promise<readonly ArchivedFile[]> {
	const cards = [...sheetCsv(cardsSheet([record]), { withByteOrderMark: true })].join('');
	const bytes = (words: string) => new TextEncoder().encode(words);
	return [
		{ name: 'intakeverslag.json', bytes: bytes(json), format: JSON_FORMAT },
		{ name: 'kaarten.csv', bytes: bytes(cards), format: CSV_FORMAT },
		...(compile
			? [
					{
						name: 'intakeverslag.pdf',
						bytes: await pdf(recordDocument(record), compile),
						format: PDF_FORMAT
					}
				]
			: [])
	];
}
