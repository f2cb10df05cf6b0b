import type { RecordDecision } from '#lib/domain/record/record-outcomes.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

/** Several dissents in one cell stand on lines of their own. */
const COLUMNS: readonly Column<RecordDecision>[] = [
	{ heading: m.record_column_decision_code, value: ({ id }) => id },
	{ heading: m.common_decision, value: ({ text }) => text },
	{ heading: m.common_decision_reason, value: ({ reason }) => reason },
	{ heading: m.common_decision_dissent, value: ({ dissents }) => dissents.join('\n') },
	{
		heading: m.record_column_idea,
		value: ({ idea }, { ideas }) => ideas.find(({ id }) => id === idea)?.title ?? ''
	},
	{ heading: m.record_column_taken_down, value: ({ at }) => at },
	{ heading: m.record_column_changed, value: ({ changedAt }) => changedAt ?? '' }
];

/** The decisions of records. */
export const decisionsSheet = sheetOf({
	title: m.common_decisions,
	pieces: ({ decisions }) => decisions,
	columns: COLUMNS
});
