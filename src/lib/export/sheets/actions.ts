import type { RecordAction } from '#lib/domain/record/record-outcomes.ts';
import { originText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { sourceTitle } from '../action-source.ts';
import { sheetOf, type Column } from '../sheet.ts';

const COLUMNS: readonly Column<RecordAction>[] = [
	{ heading: m.record_column_action_code, value: ({ id }) => id },
	{ heading: m.common_action, value: ({ text }) => text },
	{ heading: m.record_column_action_origin, value: (action) => originOf(action) },
	{ heading: m.common_action_who, value: ({ owner }) => owner },
	{ heading: m.common_action_when, type: 'date', value: ({ dueOn }) => dueOn },
	{ heading: m.record_column_action_from, value: (action, record) => sourceTitle(record, action) }
];

/** For whom the owner comes. */
function originOf({ municipalities, organisation }: RecordAction): string {
	return municipalities ? originText({ municipalities, organisation: organisation ?? '' }) : '';
}

/** The actions of records. */
export const actionsSheet = sheetOf({
	title: m.common_actions,
	pieces: ({ actions }) => actions,
	columns: COLUMNS
});
