import { formatDecimal } from '#lib/i18n/words.ts';
import type { CellValue, ColumnType, Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { XML_HEAD, writableText, xmlText } from '../xml.ts';
import { zipped, type ZipPart } from '../zip.ts';

/** OpenDocument (ISO/IEC 26300), the government's standard for documents that can be edited, written row by row. Headings are a row of headings. */

export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** The workbook as a file, in pieces. */
export function ods({ title, language, sheets }: Workbook): AsyncIterable<Uint8Array> {
	const parts: ZipPart[] = [
		{ name: 'mimetype', content: [ODS_TYPE], isStored: true },
		{ name: 'META-INF/manifest.xml', content: [MANIFEST] },
		{ name: 'meta.xml', content: [meta(title, language)] },
		{ name: 'content.xml', content: content(sheets) }
	];
	return zipped(parts);
}

const MANIFEST = `${XML_HEAD}<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

function meta(title: string, language: string): string {
	return `${XML_HEAD}<office:document-meta xmlns:office="${NAMES}:office:1.0" xmlns:dc="${DUBLIN_CORE}" office:version="1.3"><office:meta><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`;
}

const STYLES = `<number:text-style style:name="nt"><number:text-content/></number:text-style><number:date-style style:name="nd"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><number:number-style style:name="n1"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/></number:number-style><style:style style:name="heading" style:family="table-cell" style:data-style-name="nt"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="text" style:family="table-cell" style:data-style-name="nt"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style><style:style style:name="date" style:family="table-cell" style:data-style-name="nd"><style:table-cell-properties style:vertical-align="top"/></style:style><style:style style:name="decimal" style:family="table-cell" style:data-style-name="n1"><style:table-cell-properties style:vertical-align="top"/></style:style><style:style style:name="number" style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/></style:style><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style><style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="2.6cm"/></style:style>`;

function* content(sheets: readonly Sheet[]): Iterable<string> {
	const names = ['office', 'table', 'text', 'style', 'number:datastyle'].map((name) => {
		const [prefix = name, space = name] = name.split(':');
		return `xmlns:${prefix}="${NAMES}:${space}:1.0"`;
	});
	yield `${XML_HEAD}<office:document-content ${names.join(' ')} xmlns:fo="${NAMES}:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet>`;
	for (const sheet of sheets) yield* table(sheet);
	yield '</office:spreadsheet></office:body></office:document-content>';
}

function* table({ title, columns, rows }: Sheet): Iterable<string> {
	const wide = columns.map(
		({ type }) => `<table:table-column table:style-name="${type === 'text' ? 'wide' : 'narrow'}"/>`
	);
	const headings = columns.map(({ heading }) => textCell(heading, 'heading'));
	yield `<table:table table:name="${xmlText(title)}">${wide.join('')}<table:table-header-rows><table:table-row>${headings.join('')}</table:table-row></table:table-header-rows>`;
	for (const cells of rows()) {
		const written = cells.map((value, index) => cell(value, columns[index]?.type ?? 'text'));
		yield `<table:table-row>${written.join('')}</table:table-row>`;
	}
	yield '</table:table>';
}

function cell(value: CellValue, type: ColumnType): string {
	if (value === null || value === '') return '<table:table-cell/>';
	if (typeof value === 'number') {
		const shown = type === 'decimal' ? formatDecimal(value) : String(value);
		return `<table:table-cell table:style-name="${type}" office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
	}
	if (type !== 'date') return textCell(value, 'text');
	return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${value}"><text:p>${value}</text:p></table:table-cell>`;
}

function textCell(text: string, style: string): string {
	const lines = writableText(text)
		.split('\n')
		.map((line) => `<text:p>${paragraph(line)}</text:p>`);
	return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** Spaces have an element of their own, because readers take several of them for one. A tab is a space: Calc leaves tabs out of cells. */
function paragraph(line: string): string {
	return xmlText(line)
		.replaceAll('\t', ' ')
		.replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}
