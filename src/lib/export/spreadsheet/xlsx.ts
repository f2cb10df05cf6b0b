import { officePackage, RELATIONS, relations, type OfficePart } from '../office-package.ts';
import type { CellValue, ColumnType, Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { XML_HEAD, xmlText } from '../xml.ts';
import { zipped } from '../zip.ts';

/**
 * Office Open XML (ISO/IEC 29500) for Excel, written row by row. Texts are cells of text in a column of text: also after somebody edits
 * such a cell it becomes no formula. Headings stay in sight, and rows can be filtered.
 */

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More than this and Excel says that the file is damaged; the JSON has every text whole. */
const CELL_TEXT_LENGTH_MAX = 32_767;
const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel, which counts a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DATE = '1900-03-01';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Place of a style in `STYLES`. */
const STYLE: Readonly<Record<ColumnType | 'heading', number>> = {
	heading: 1,
	text: 2,
	number: 3,
	decimal: 4,
	date: 5
};
/** In characters. */
const WIDTHS: Readonly<Record<ColumnType, number>> = { text: 24, number: 11, decimal: 11, date: 12 };

const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(49, 1)}${style(49)}${style(1)}${style(165)}${style(164)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function style(format: number, font = 0): string {
	return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}

/** The workbook as a file, in pieces. */
export function xlsx(workbook: Workbook): AsyncIterable<Uint8Array> {
	const { sheets } = workbook;
	const targets = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
	const parts: OfficePart[] = [
		{ name: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main', content: [workbookXml(sheets)] },
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: [
				relations([
					...targets.map((target) => [`${RELATIONS}/worksheet`, target] as const),
					[`${RELATIONS}/styles`, 'styles.xml']
				])
			]
		},
		{ name: 'xl/styles.xml', type: 'spreadsheetml.styles', content: [STYLES] },
		...sheets.map((sheet, index) => ({
			name: `xl/${targets[index] ?? ''}`,
			type: 'spreadsheetml.worksheet',
			content: worksheet(sheet)
		}))
	];
	return zipped(officePackage(workbook, parts));
}

function workbookXml(sheets: readonly Sheet[]): string {
	const all = sheets.map(
		({ title }, index) => `<sheet name="${xmlText(title)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`
	);
	return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${all.join('')}</sheets></workbook>`;
}

function* worksheet({ columns, rows }: Sheet): Iterable<string> {
	const names = columns.map((_, index) => columnName(index));
	const widths = columns.map(
		({ type }, index) =>
			`<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[type]}" customWidth="1" style="${STYLE[type]}"/>`
	);
	yield `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
	const headings = columns.map(({ heading }, index) =>
		textCell(`${names[index] ?? ''}1`, heading, STYLE.heading)
	);
	yield `<row r="1">${headings.join('')}</row>`;
	let row = 1;
	for (const cells of rows()) {
		row += 1;
		const written = cells.map((value, index) =>
			cell(`${names[index] ?? ''}${row}`, value, columns[index]?.type ?? 'text')
		);
		yield `<row r="${row}">${written.join('')}</row>`;
	}
	yield `</sheetData><autoFilter ref="A1:${names.at(-1) ?? 'A'}${row}"/></worksheet>`;
}

function cell(at: string, value: CellValue, type: ColumnType): string {
	if (value === null || value === '') return '';
	if (typeof value === 'number') return `<c r="${at}" s="${STYLE[type]}"><v>${value}</v></c>`;
	if (type !== 'date' || value < FIRST_DATE) return textCell(at, value, STYLE.text);
	const day = (Date.parse(`${value}T00:00:00Z`) - DAY_ZERO) / MS_PER_DAY;
	return `<c r="${at}" s="${STYLE.date}"><v>${day}</v></c>`;
}

function textCell(at: string, text: string, styleAt: number): string {
	const short = text.length > CELL_TEXT_LENGTH_MAX ? `${text.slice(0, CELL_TEXT_LENGTH_MAX - 1)}…` : text;
	// Excel reads "_x0041_" as the character of that number, unless its first underscore is written so itself.
	const literal = short.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
	return `<c r="${at}" s="${styleAt}" t="inlineStr"><is><t xml:space="preserve">${xmlText(literal)}</t></is></c>`;
}

/** "A" for 0, "AA" for 26. */
function columnName(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
