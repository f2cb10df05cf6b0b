import type { RecordStep } from '#lib/domain/record/record-steps.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

/** Codes stand as codes, several with a comma between, because they are compared over worksessions. */
const COLUMNS: readonly Column<RecordStep>[] = [
	{ heading: m.record_column_step_code, value: ({ id }) => id },
	{
		heading: m.record_column_table,
		value: ({ table }, { tables }) => tables.find(({ id }) => id === table)?.name ?? ''
	},
	{ heading: m.record_column_step_order, type: 'number', value: ({ order }) => order },
	{ heading: m.record_column_step, value: ({ name }) => name },
	{ heading: m.common_step_phase, value: ({ phase }) => phase ?? '' },
	{ heading: m.common_step_done_by, value: ({ doneBy }) => doneBy.join(', ') },
	{ heading: m.common_step_data_in, value: ({ dataIn }) => dataIn },
	{ heading: m.common_step_data_out, value: ({ dataOut }) => dataOut },
	{ heading: m.common_step_tool, value: ({ tool }) => tool },
	{ heading: m.common_step_duration, value: ({ duration }) => duration },
	{ heading: m.common_step_bases, value: ({ legalBases }) => legalBases.join(', ') },
	{ heading: m.common_step_legal_note, value: ({ legalNote }) => legalNote },
	{ heading: m.common_step_remark, value: ({ remark }) => remark }
];

/** The process steps of records, in the order of each. */
export const stepsSheet = sheetOf({
	title: m.record_sheet_steps,
	pieces: ({ steps }) => steps,
	columns: COLUMNS
});
