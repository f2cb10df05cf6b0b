import { STATUS_CODES } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { m } from '#lib/i18n/words.ts';

type Status = IntakeRecord['session']['status'];

const NAMES: Readonly<Record<Status, () => string>> = {
	concept: m.record_status_concept,
	[STATUS_CODES.closed]: m.record_status_closed,
	[STATUS_CODES.validating]: m.record_status_validating,
	[STATUS_CODES.fixed]: m.record_status_fixed,
	[STATUS_CODES.archived]: m.record_status_archived
};

/** How far a record is, in words. */
export function statusName(status: Status): string {
	return NAMES[status]();
}
