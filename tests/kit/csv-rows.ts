import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { parseCsv } from '#lib/export/csv.ts';
import type { SheetOf } from '#lib/export/sheet.ts';
import { sheetCsv } from '#lib/export/sheet-csv.ts';

/** A sheet of one record as its CSV file is read back, the headings first. */
export function csvRows(sheetOfRecords: SheetOf, record: IntakeRecord): readonly (readonly string[])[] {
	const file = [...sheetCsv(sheetOfRecords([record]), { withByteOrderMark: true })].join('');
	return parseCsv(file).map(({ fields }) => fields ?? []);
}
