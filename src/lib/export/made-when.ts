import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { formatDateTime, formatTime, m } from '#lib/i18n/words.ts';

/** When the worksession of a record was. */
export function madeWhen({ session: { startAt, endAt } }: IntakeRecord): string {
	if (startAt === null) return m.record_made_not_started();
	const start = formatDateTime(Date.parse(startAt));
	if (endAt === null) return m.record_made_from({ start });
	return m.record_made_from_to({ start, end: formatTime(Date.parse(endAt)) });
}
