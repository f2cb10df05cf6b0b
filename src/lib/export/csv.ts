/** Comma-separated values after RFC 4180, read strictly: what is not according to the rules is refused with its line, never guessed. */

/** Marks a file as UTF-8 for spreadsheets that otherwise take it for an older code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

export type CsvFault =
	'quote-in-bare-field' | 'text-after-quote' | 'quote-not-closed' | 'bare-carriage-return';

/** A row and the line it begins on, counted from 1. A row against the rules has a fault and no fields. */
export type CsvRow =
	| { readonly line: number; readonly fields: readonly string[]; readonly fault: null }
	| { readonly line: number; readonly fields: null; readonly fault: CsvFault };

/** The comma of the rules, or the semicolon that spreadsheets write where the comma stands in numbers. */
export type CsvSeparator = ',' | ';';

/** Rows with CRLF behind each; fields are quoted only where the rules demand it. */
export function csvText(rows: readonly (readonly string[])[]): string {
	return rows.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
}

function quoted(field: string): string {
	return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** What stands between the fields of the first line: the semicolon where that line has one and no comma. */
export function separatorOf(text: string): CsvSeparator {
	const [firstLine = ''] = text.split('\n', 1);
	return firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
}

/** All rows of a file with CRLF or LF; a byte order mark at the start and blank lines are passed over. */
export function parseCsv(text: string, separator: CsvSeparator = ','): readonly CsvRow[] {
	const rows: CsvRow[] = [];
	let at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
	let line = 1;
	while (at < text.length) {
		const blank = /\r?\n/y;
		blank.lastIndex = at;
		const { row, end } = blank.test(text)
			? { row: null, end: blank.lastIndex }
			: readRow({ text, separator }, at, line);
		if (row) rows.push(row);
		line += lineEnds(text, at, end);
		at = end;
	}
	return rows;
}

interface Source {
	readonly text: string;
	readonly separator: CsvSeparator;
}

function readRow(source: Source, start: number, line: number): { row: CsvRow; end: number } {
	const { text, separator } = source;
	const fields: string[] = [];
	let at = start;
	for (;;) {
		const field = readField(source, at);
		if ('fault' in field)
			return { row: { line, fields: null, fault: field.fault }, end: nextLine(text, field.end) };
		fields.push(field.value);
		if (text[field.end] !== separator)
			return { row: { line, fields, fault: null }, end: nextLine(text, field.end) };
		at = field.end + 1;
	}
}

/** `end` is the place of the separator or line end behind the field, or where a fault was seen. */
type Field =
	{ readonly value: string; readonly end: number } | { readonly fault: CsvFault; readonly end: number };

function readField(source: Source, at: number): Field {
	const { text } = source;
	const field = text[at] === '"' ? readQuoted(text, at) : readBare(source, at);
	if ('fault' in field || isFieldEnd(source, field.end)) return field;
	const fault = text[field.end] === '\r' ? 'bare-carriage-return' : 'text-after-quote';
	return { fault, end: field.end };
}

function readBare({ text, separator }: Source, at: number): Field {
	const bare = separator === ',' ? /[^",\r\n]*/y : /[^";\r\n]*/y;
	bare.lastIndex = at;
	const value = bare.exec(text)?.[0] ?? '';
	const end = at + value.length;
	return text[end] === '"' ? { fault: 'quote-in-bare-field', end } : { value, end };
}

function readQuoted(text: string, at: number): Field {
	const closed = /"([^"]*(?:""[^"]*)*)"/y;
	closed.lastIndex = at;
	const found = closed.exec(text);
	if (!found) return { fault: 'quote-not-closed', end: text.length };
	return { value: (found[1] ?? '').replaceAll('""', '"'), end: at + found[0].length };
}

function isFieldEnd({ text, separator }: Source, at: number): boolean {
	return at >= text.length || text[at] === separator || text[at] === '\n' || text.startsWith('\r\n', at);
}

function nextLine(text: string, at: number): number {
	const found = text.indexOf('\n', at);
	return found < 0 ? text.length : found + 1;
}

function lineEnds(text: string, from: number, to: number): number {
	return text.slice(from, to).split('\n').length - 1;
}
