import type { Redaction } from '#lib/domain/worksession.ts';
import { m } from './words.ts';

/** That the text of a card was taken away, by whom, and why where that was said. */
export function redactionText({ by, reason }: Pick<Redaction, 'by' | 'reason'>): string {
	const who = by === 'writer' ? m.common_redacted_by_writer() : m.common_redacted_by_facilitator();
	return reason === '' ? who : m.common_redacted_because({ who, reason });
}
