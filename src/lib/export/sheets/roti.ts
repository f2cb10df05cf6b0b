import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { RecordRoti } from '#lib/domain/record/record-roti.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

type Mark = RecordRoti['scores'][number];

/** Reasons come without the mark they were given with, so they stand beside the first. */
const COLUMNS: readonly Column<Mark>[] = [
	{ heading: m.record_roti_score, type: 'number', value: ({ score }) => score },
	{ heading: m.record_roti_count, type: 'number', value: ({ count }) => count },
	{
		heading: m.record_roti_reasons,
		value: (mark, { roti }) =>
			mark === roti?.scores[0] ? roti.reasons.map(({ reason }) => reason).join('\n') : ''
	}
];

function marks({ roti }: IntakeRecord): readonly Mark[] {
	return roti?.scores ?? [];
}

/** How many gave the day each mark. */
export const rotiSheet = sheetOf({ title: m.record_sheet_roti, pieces: marks, columns: COLUMNS });
