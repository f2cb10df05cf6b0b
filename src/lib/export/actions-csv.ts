import type { IntakeRecord, RecordAction } from '#lib/domain/record.ts';
import { originText } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';
import { tableCsv, type Column } from './table-csv.ts';

const COLUMNS: readonly Column<RecordAction>[] = [
	{ heading: m.record_column_session, value: (_, { session }) => session.title },
	{ heading: m.record_column_action_code, value: ({ id }) => id },
	{ heading: m.common_action, value: ({ text }) => text },
	{ heading: m.record_column_action_origin, value: (action) => originOf(action) },
	{ heading: m.common_action_who, value: ({ owner }) => owner },
	{ heading: m.common_action_when, value: ({ dueOn }) => dueOn ?? '' }
];

/** For whom the owner comes. */
function originOf({ municipalities, organisation }: RecordAction): string {
	return municipalities ? originText({ municipalities, organisation: organisation ?? '' }) : '';
}

/** The actions of a record as comma-separated values, one row each. */
export function actionsCsv(record: IntakeRecord): string {
	return tableCsv(COLUMNS, record.actions, record);
}
