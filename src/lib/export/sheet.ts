import type { CodedRecord } from '#lib/domain/programme/coded-record.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { m } from '#lib/i18n/words.ts';

/**
 * The one model of everything that leaves as rows: CSV, Excel and OpenDocument are written from the same sheets, so that no file can
 * lack a column that another one has. Rows are made one by one while a file is written.
 */

/** Null is an empty cell. A date stands as 'YYYY-MM-DD', codes as codes, because they are compared over worksessions. */
export type CellValue = string | number | null;

/** A `decimal` is shown with one digit behind the comma. */
export type ColumnType = 'text' | 'number' | 'decimal' | 'date';

export interface Column<Piece> {
	/** In the reader's language. */
	readonly heading: () => string;
	/** Text, when it is not said. */
	readonly type?: ColumnType;
	readonly value: (piece: Piece, record: CodedRecord) => CellValue;
}

export interface Sheet {
	/** At most 31 characters, none of `[]:*?/\`: the limits of Excel. */
	readonly title: string;
	readonly columns: readonly { readonly heading: string; readonly type: ColumnType }[];
	/** Begins anew at each call; as many cells per row as there are columns. */
	readonly rows: () => Iterable<readonly CellValue[]>;
	/** How many rows there will be, of a sheet that grows with its records; absent where only making them tells, which are few. */
	readonly count?: () => number;
}

/** A sheet about these records, one below the other. Its words are fixed in the language of whoever asks. */
export type SheetOf = (records: readonly CodedRecord[]) => Sheet;

/** A sheet with a row per piece. Every row begins with the title of its worksession and ends with its id, so that rows of several stay apart. */
export function sheetOf<Piece>(of: {
	readonly title: () => string;
	readonly pieces: (record: IntakeRecord) => readonly Piece[];
	readonly columns: readonly Column<Piece>[];
}): SheetOf {
	const columns: readonly Column<Piece>[] = [
		{ heading: m.record_column_session, value: (_, { session }) => session.title },
		...of.columns,
		{ heading: m.record_column_session_id, value: (_, { session }) => session.id }
	];
	return (records) => ({
		title: of.title(),
		columns: columns.map(({ heading, type }) => ({ heading: heading(), type: type ?? 'text' })),
		rows: () => rowsOf(records, of.pieces, columns),
		count: () => records.reduce((sum, record) => sum + of.pieces(record).length, 0)
	});
}

function* rowsOf<Piece>(
	records: readonly CodedRecord[],
	piecesOf: (record: IntakeRecord) => readonly Piece[],
	columns: readonly Column<Piece>[]
): Iterable<readonly CellValue[]> {
	for (const record of records)
		for (const piece of piecesOf(record)) yield columns.map(({ value }) => value(piece, record));
}
