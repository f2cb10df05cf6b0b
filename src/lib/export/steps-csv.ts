import type { IntakeRecord, RecordStep } from '#lib/domain/record.ts';
import { m } from '#lib/i18n/words.ts';
import { BYTE_ORDER_MARK, csvText } from './csv.ts';
import { guardFormula } from './formula-guard.ts';

interface StepColumn {
	readonly heading: () => string;
	readonly value: (step: RecordStep, record: IntakeRecord) => string;
}

/** Codes stand as codes, several with a comma between, because they are compared over worksessions. */
const STEP_COLUMNS: readonly StepColumn[] = [
	{ heading: m.record_column_session, value: (_, { session }) => session.title },
	{ heading: m.record_column_step_code, value: ({ id }) => id },
	{
		heading: m.record_column_table,
		value: ({ table }, { tables }) => tables.find(({ id }) => id === table)?.name ?? ''
	},
	{ heading: m.record_column_step_order, value: ({ order }) => String(order) },
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

/** The process steps of a record as comma-separated values, one row each in the order of the record; for spreadsheets as `recordCsv`. */
export function stepsCsv(record: IntakeRecord): string {
	const rows = record.steps.map((step) => STEP_COLUMNS.map(({ value }) => guardFormula(value(step, record))));
	return `${BYTE_ORDER_MARK}${csvText([STEP_COLUMNS.map(({ heading }) => heading()), ...rows])}`;
}
