import type { IntakeRecord } from '#lib/domain/record.ts';
import { CARD_COLUMNS, cardRows } from './columns.ts';
import { BYTE_ORDER_MARK, csvText } from './csv.ts';
import { guardFormula } from './formula-guard.ts';

/**
 * The cards of a record as comma-separated values, one row each, after one row of headings in the reader's language. Every cell is
 * kept from becoming a formula (see `guardFormula`, which `unguardFormula` undoes). With the byte order mark spreadsheets read the
 * accents right; programs can do without.
 */
export function recordCsv(
	record: IntakeRecord,
	{ withByteOrderMark }: { withByteOrderMark: boolean }
): string {
	const headings = CARD_COLUMNS.map(({ heading }) => heading());
	const rows = cardRows(record).map((row) => CARD_COLUMNS.map(({ value }) => guardFormula(value(row))));
	return `${withByteOrderMark ? BYTE_ORDER_MARK : ''}${csvText([headings, ...rows])}`;
}
