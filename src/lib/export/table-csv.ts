import type { IntakeRecord } from '#lib/domain/record.ts';
import { BYTE_ORDER_MARK, csvText } from './csv.ts';
import { guardFormula } from './formula-guard.ts';

/** A column of a table of pieces of a record. */
export interface Column<T> {
	readonly heading: () => string;
	readonly value: (piece: T, record: IntakeRecord) => string;
}

/** Pieces of a record as comma-separated values, one row each in their order; for spreadsheets as `recordCsv`. */
export function tableCsv<T>(
	columns: readonly Column<T>[],
	pieces: readonly T[],
	record: IntakeRecord
): string {
	const rows = pieces.map((piece) => columns.map(({ value }) => guardFormula(value(piece, record))));
	return `${BYTE_ORDER_MARK}${csvText([columns.map(({ heading }) => heading()), ...rows])}`;
}
