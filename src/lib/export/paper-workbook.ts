import type { PaperTable } from './paper-table.ts';
import { zipFault } from './zip-limits.ts';

/** The name that our own workbooks give the sheet of cards. */
const CARDS_SHEETS = ['kaarten', 'cards'];

/** Whether a file is an archive, as a workbook is; text is not. */
export function isArchive(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The table in an Excel or OpenDocument workbook: the sheet of cards where one is called so, else the first that has rows. Formulas count as what they
 * last came to. Null where it cannot be read, is larger inside than it may be, or holds no table.
 */
export async function readPaperWorkbook(bytes: Uint8Array): Promise<PaperTable | null> {
	if (zipFault(bytes) !== null) return null;
	const sheets = await sheetsOf(bytes);
	const filled = sheets.filter(({ rows }) => rows.length > 1);
	const sheet = filled.find(({ name }) => CARDS_SHEETS.includes(name.toLowerCase())) ?? filled[0];
	if (!sheet) return null;
	const [headings = [], ...rows] = sheet.rows;
	return {
		headings: headings.map((heading) => heading.trim()),
		rows: rows
			.map((fields, index) => ({ line: index + 2, fields }))
			.filter(({ fields }) => fields.some((field) => field !== '')),
		refused: []
	};
}

interface SheetOfTexts {
	readonly name: string;
	readonly rows: readonly (readonly string[])[];
}

/** An OpenDocument file says first of all what it is, unpacked. */
const ODS_SIGN = 'application/vnd.oasis.opendocument.spreadsheet';
const ODS_SIGN_FROM = 38;

function isOpenDocument(bytes: Uint8Array): boolean {
	const said = bytes.subarray(ODS_SIGN_FROM, ODS_SIGN_FROM + ODS_SIGN.length);
	return new TextDecoder().decode(said) === ODS_SIGN;
}

/** A reader comes only with a workbook: most people bring none. What it cannot read it throws, whatever is wrong. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly SheetOfTexts[]> {
	try {
		return await (isOpenDocument(bytes) ? openDocumentSheets(bytes) : excelSheets(bytes));
	} catch (error) {
		if (error instanceof Error) return [];
		throw error;
	}
}

async function excelSheets(bytes: Uint8Array): Promise<readonly SheetOfTexts[]> {
	const { readXlsx } = await import('hucre/xlsx');
	const { sheets } = await readXlsx(bytes);
	return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellText)) }));
}

/** Far more than the cards of a day; a row and a cell of OpenDocument can say that they are there a million times. */
const CELLS_MAX = 1_000_000;

/**
 * Two readers together: the first tells names and keeps lines of a text apart, but does not see rows that are repeated on every printed
 * page, as headings mostly are; the second sees each row in its place.
 */
async function openDocumentSheets(bytes: Uint8Array): Promise<readonly SheetOfTexts[]> {
	const { readOds, streamOdsRows } = await import('hucre/ods');
	const { sheets } = await readOds(bytes);
	const places: number[][] = sheets.map(() => []);
	const seen: string[][][] = sheets.map(() => []);
	let cells = 0;
	for await (const { sheetIndex = 0, index, values } of streamOdsRows(bytes)) {
		cells += values.length;
		if (cells > CELLS_MAX || index > CELLS_MAX) return [];
		if (values.every((value) => value === null)) continue;
		places[sheetIndex]?.push(index);
		seen[sheetIndex]?.push(values.map(cellText));
	}
	return sheets.map(({ name, rows }, sheet) => {
		const told = rows.filter((row) => row.some((value) => value !== null)).map((row) => row.map(cellText));
		const all = seen[sheet] ?? [];
		const whole = [...all.slice(0, all.length - told.length), ...told];
		return { name, rows: atTheirPlaces(whole, places[sheet] ?? []) };
	});
}

/** With empty rows where nothing stood, so that a row keeps its number. */
function atTheirPlaces(rows: readonly string[][], places: readonly number[]): readonly string[][] {
	const placed: string[][] = [];
	for (const [at, row] of rows.entries()) {
		const place = places[at] ?? placed.length;
		while (placed.length < place) placed.push([]);
		placed.push(row);
	}
	return placed;
}

function cellText(value: string | number | boolean | Date | null): string {
	return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
}
