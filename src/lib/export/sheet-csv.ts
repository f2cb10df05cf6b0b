import { formatDecimal } from '#lib/i18n/words.ts';
import { BYTE_ORDER_MARK, csvText } from './csv.ts';
import { guardFormula } from './formula-guard.ts';
import type { CellValue, ColumnType, Sheet } from './sheet.ts';

/** Rows that go out together: enough to be quick, few enough that a live room does not wait. */
const ROWS_AT_ONCE = 200;

/**
 * A sheet as comma-separated values, in pieces: a row of headings, then a row each. Every cell is kept from becoming a formula (see
 * `guardFormula`, which `unguardFormula` undoes). With the byte order mark spreadsheets read the accents right; programs can do without.
 */
export function* sheetCsv(
	{ columns, rows }: Sheet,
	{ withByteOrderMark }: { readonly withByteOrderMark: boolean }
): Iterable<string> {
	const mark = withByteOrderMark ? BYTE_ORDER_MARK : '';
	yield `${mark}${csvText([columns.map(({ heading }) => heading)])}`;
	let waiting: string[][] = [];
	for (const cells of rows()) {
		waiting.push(cells.map((cell, index) => guardFormula(cellText(cell, columns[index]?.type))));
		if (waiting.length < ROWS_AT_ONCE) continue;
		yield csvText(waiting);
		waiting = [];
	}
	yield csvText(waiting);
}

function cellText(value: CellValue, type: ColumnType | undefined): string {
	if (typeof value !== 'number') return value ?? '';
	return type === 'decimal' ? formatDecimal(value) : String(value);
}
