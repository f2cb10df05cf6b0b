import { unzipped } from './unzipped.ts';

/** Spreadsheets read back by what their standards say, without the code that wrote them. */

/** What a cell holds. A date is 'YYYY-MM-DD'. */
type ReadCell = string | number | null;
/** By title, the rows of each, headings included. */
export type ReadSheets = ReadonlyMap<string, readonly (readonly ReadCell[])[]>;

const DAY_ZERO = Date.UTC(1899, 11, 30);
const MS_PER_DAY = 86_400_000;
const XLSX_DATE_STYLE = '5';

export function readXlsx(bytes: Uint8Array): ReadSheets {
	const part = partsOf(bytes);
	const targets = new Map(
		elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
			attributes['Id'],
			attributes['Target']
		])
	);
	const sheets = elements(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => {
		const xml = part(`xl/${targets.get(attributes['r:id']) ?? ''}`);
		const rows = elements(xml, 'row').map(({ inner }) => xlsxRow(inner));
		return [attributes['name'] ?? '', rows] as const;
	});
	return new Map(sheets);
}

function xlsxRow(xml: string): readonly ReadCell[] {
	const row: ReadCell[] = [];
	for (const { attributes, inner } of elements(xml, 'c')) {
		const column = columnOf(attributes['r'] ?? '');
		while (row.length < column) row.push(null);
		row.push(xlsxCell(attributes, inner));
	}
	return row;
}

function xlsxCell(attributes: Attributes, inner: string): ReadCell {
	if (attributes['t'] === 'inlineStr') {
		const text = elements(inner, 't')[0]?.inner ?? '';
		return unescaped(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
			String.fromCharCode(Number.parseInt(hex, 16))
		);
	}
	const value = Number(elements(inner, 'v')[0]?.inner);
	return attributes['s'] === XLSX_DATE_STYLE
		? new Date(DAY_ZERO + value * MS_PER_DAY).toISOString().slice(0, 10)
		: value;
}

function columnOf(reference: string): number {
	const letters = [...reference.replace(/\d+$/, '')];
	return letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function readOds(bytes: Uint8Array): ReadSheets {
	const sheets = elements(partsOf(bytes)('content.xml'), 'table:table').map(({ attributes, inner }) => {
		const rows = elements(inner, 'table:table-row').map((row) =>
			elements(row.inner, 'table:table-cell').map((cell) => odsCell(cell.attributes, cell.inner))
		);
		return [attributes['table:name'] ?? '', rows] as const;
	});
	return new Map(sheets);
}

function odsCell(attributes: Attributes, inner: string): ReadCell {
	switch (attributes['office:value-type']) {
		case undefined:
			return null;
		case 'float':
			return Number(attributes['office:value']);
		case 'date':
			return attributes['office:date-value'] ?? '';
		default:
			return elements(inner, 'text:p').map(odsParagraph).join('\n');
	}
}

/** Readers take runs of bare space for one, and none at the ends. */
function odsParagraph({ inner }: XmlElement): string {
	const spaces = (_: string, count: string) => '\u0001'.repeat(Number(count));
	const bare = inner.replace(/<text:s text:c="(\d+)"\/>/g, spaces);
	return unescaped(bare.replace(/[ \t\n]+/g, ' ').replace(/^ | $/g, '')).replaceAll('\u0001', ' ');
}

type Attributes = Readonly<Record<string, string>>;
interface XmlElement {
	readonly attributes: Attributes;
	readonly inner: string;
}

/** Elements of a name that do not stand in each other. Throws on what is no well-formed text. */
function elements(xml: string, name: string): readonly XmlElement[] {
	if (/&(?!amp;|lt;|gt;|quot;)/.test(xml)) throw new Error('an ampersand on its own');
	const pattern = new RegExp(`<${name}((?: [\\w:-]+="[^"<]*")*)(?:/>|>(.*?)</${name}>)`, 'gs');
	return [...xml.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({
		attributes: Object.fromEntries(
			[...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
				key,
				unescaped(value)
			])
		),
		inner
	}));
}

function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}

function partsOf(bytes: Uint8Array): (name: string) => string {
	const parts = unzipped(bytes);
	return (name) => {
		const part = parts.get(name);
		if (!part) throw new Error(`the file has no ${name}`);
		return new TextDecoder('utf-8', { fatal: true }).decode(part);
	};
}
