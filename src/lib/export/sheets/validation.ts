import { municipalityName } from '#lib/domain/municipality/municipalities.ts';
import type { RecordValidation } from '#lib/domain/record/record-validation.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

const COLUMNS: readonly Column<RecordValidation>[] = [
	{ heading: m.record_column_municipality_code, value: ({ municipality }) => municipality },
	{
		heading: m.record_column_name,
		value: ({ municipality }) => municipalityName(municipality) ?? municipality
	},
	{ heading: m.record_column_answered_at, value: ({ at }) => at },
	{ heading: m.record_column_right, type: 'number', value: ({ right }) => right },
	{ heading: m.record_column_corrected, type: 'number', value: ({ corrected }) => corrected },
	{ heading: m.record_column_withdrawn, type: 'number', value: ({ withdrawn }) => withdrawn }
];

/** Of how many pieces each municipality said what, when the record was put to it. */
export const validationSheet = sheetOf({
	title: m.record_validation,
	pieces: ({ validation }) => validation,
	columns: COLUMNS
});
