import type { RecordRound } from '#lib/domain/record/record-rounds.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

const COLUMNS: readonly Column<RecordRound>[] = [
	{ heading: m.record_column_round_order, type: 'number', value: ({ order }) => order },
	{ heading: m.record_column_round, value: ({ type }) => type },
	{ heading: m.record_column_question, value: ({ prompt }) => prompt },
	{
		heading: m.record_column_is_closed,
		value: ({ isClosed }) => (isClosed ? m.record_yes() : m.record_no())
	},
	{ heading: m.record_sheet_cards, type: 'number', value: ({ cards }) => cards },
	{ heading: m.record_column_municipalities, type: 'number', value: ({ municipalities }) => municipalities }
];

/** The rounds of worksessions, with what was asked. */
export const roundsSheet = sheetOf({
	title: m.record_sheet_rounds,
	pieces: ({ rounds }) => rounds,
	columns: COLUMNS
});
