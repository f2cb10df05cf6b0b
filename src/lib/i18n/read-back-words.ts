import type { RecordCard } from '#lib/domain/record/record-cards.ts';
import { READ_BACK_CODES, type ReadBackCode } from '#lib/domain/record/record-codes.ts';
import { m } from './words.ts';

/** What was said of a card at the end of the day; empty when nobody did. */
export function readBackText(code: ReadBackCode | null): string {
	if (code === null) return '';
	return code === READ_BACK_CODES.right ? m.record_read_back_right() : m.record_read_back_corrected();
}

/** Of how many cards of the room what was said; null where nobody looked back at any. */
export function readBackSummary(cards: readonly RecordCard[]): string | null {
	const written = cards.filter(({ origin, redaction }) => origin === 'live' && redaction === null);
	const count = (code: ReadBackCode | null) => written.filter(({ readBack }) => readBack === code).length;
	const [right, corrected, silent] = [
		count(READ_BACK_CODES.right),
		count(READ_BACK_CODES.corrected),
		count(null)
	];
	return right + corrected === 0 ? null : m.record_read_back_of({ right, corrected, silent });
}
