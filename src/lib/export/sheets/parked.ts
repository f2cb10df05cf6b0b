import type { RecordParked } from '#lib/domain/record/record-outcomes.ts';
import { recordOwnerText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { itemText } from '../item-text.ts';
import { sheetOf, type Column } from '../sheet.ts';

/** Several cards in one cell stand on lines of their own. */
const COLUMNS: readonly Column<RecordParked>[] = [
	{ heading: m.record_column_text, value: ({ text }) => text },
	{
		heading: m.record_sheet_cards,
		value: ({ cards }, record) => cards.map((id) => itemText(record, `card:${id}`)).join('\n')
	},
	{ heading: m.common_action_who, value: recordOwnerText },
	{
		heading: m.record_column_table,
		value: ({ table }, { tables }) => tables.find(({ id }) => id === table)?.name ?? ''
	}
];

/** What was put on the parking lot and not taken off it. */
export const parkedSheet = sheetOf({
	title: m.record_sheet_parked,
	pieces: ({ looseEnds }) => looseEnds.parked,
	columns: COLUMNS
});
