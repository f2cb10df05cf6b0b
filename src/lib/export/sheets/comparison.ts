import { COMPARED_KINDS, type ComparedCell, type ComparedKind } from '#lib/domain/compare/compared-cards.ts';
import type { ComparedColumn, ComparedRow, Comparison } from '#lib/domain/compare/comparison.ts';
import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import { GROUP_CODES, ROUND_CODES } from '#lib/domain/record/record-codes.ts';
import { m } from '#lib/i18n/words.ts';
import type { CellValue, Sheet } from '../sheet.ts';

interface Counted {
	readonly kind: ComparedKind;
	readonly row: ComparedRow;
	readonly column: ComparedColumn;
	readonly cell: ComparedCell;
}

const COLUMNS = [
	{ heading: m.record_column_round, type: 'text', value: ({ kind }: Counted) => ROUND_CODES[kind] },
	{ heading: m.record_column_category, type: 'text', value: ({ row }: Counted) => row.category ?? '' },
	{ heading: m.record_column_theme, type: 'text', value: ({ column }: Counted) => column.theme },
	{ heading: m.record_column_group, type: 'text', value: ({ column }: Counted) => GROUP_CODES[column.group] },
	{ heading: m.record_sheet_sessions, type: 'number', value: ({ column }: Counted) => column.sessions },
	{
		heading: m.record_column_municipalities,
		type: 'number',
		value: ({ cell }: Counted) => cell.municipalities.length
	},
	{
		heading: m.compare_column_of,
		type: 'number',
		value: ({ column }: Counted) => column.municipalities.length
	},
	{ heading: m.record_sheet_cards, type: 'number', value: ({ cell }: Counted) => cell.cards },
	{
		heading: m.compare_column_without_origin,
		type: 'number',
		value: ({ cell }: Counted) => cell.cardsWithoutOrigin
	},
	{ heading: m.record_column_dots, type: 'number', value: ({ cell }: Counted) => cell.dots },
	{
		heading: m.compare_column_which,
		type: 'text',
		value: ({ cell }: Counted) => cell.municipalities.map((code) => municipalityName(code) ?? code).join(', ')
	}
] as const;

/** A row per question, category, theme and group, with zeros, each number beside what it is "of". */
export function comparisonSheet({ columns, rows }: Comparison): Sheet {
	return {
		title: m.compare_sheet(),
		columns: COLUMNS.map(({ heading, type }) => ({ heading: heading(), type })),
		*rows(): Iterable<readonly CellValue[]> {
			for (const kind of COMPARED_KINDS)
				for (const row of rows[kind])
					for (const [index, column] of columns.entries()) {
						const cell = row.cells[index];
						if (cell) yield COLUMNS.map(({ value }) => value({ kind, row, column, cell }));
					}
		}
	};
}
