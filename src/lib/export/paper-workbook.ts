import type { PaperTable } from './paper-table.ts';
import { zipFault } from './zip-limits.ts';

/** The name that our own workbooks give the sheet of cards. */
const CARDS_SHEETS = ['kaarten', 'cards'];

/** Whether a file is an archive, as a workbook is; text is not. */
export function isArchive(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The table in an Excel workbook: the sheet of cards where one is called so, else the first that has rows. Formulas count as what they
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

/** The reader comes only with a workbook: most people bring none. What it cannot read it throws, whatever is wrong. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly SheetOfTexts[]> {
	const { readXlsx } = await import('hucre/xlsx');
	try {
		const { sheets } = await readXlsx(bytes);
		return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellText)) }));
	} catch (error) {
		if (error instanceof Error) return [];
		throw error;
	}
}

function cellText(value: string | number | boolean | Date | null): string {
	return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
}
