import type { Redaction } from '#lib/domain/card/card.ts';
import { REDACTION_CODES } from '#lib/domain/record/record-codes.ts';
import type { RecordRedaction, RecordTextRedaction } from '#lib/domain/record/record-redactions.ts';
import { TEXT_KINDS, type TextKind } from '#lib/domain/vocabulary.ts';
import { m } from './words.ts';

const KIND_NAMES: Readonly<Record<TextKind, () => string>> = {
	step: m.common_text_of_step,
	cluster: m.common_text_of_cluster,
	idea: m.common_text_of_idea,
	decision: m.common_text_of_decision,
	action: m.common_text_of_action,
	parked: m.common_text_of_parked,
	facts: m.common_text_of_facts,
	round: m.common_text_of_round,
	break: m.common_text_of_break,
	example: m.common_text_of_example,
	table: m.common_text_of_table,
	message: m.common_text_of_message,
	person: m.common_text_of_person,
	organisations: m.common_text_of_organisations,
	reason: m.common_text_of_reason,
	version: m.common_text_of_version
};

const REDACTERS = ['facilitator', 'writer', 'municipality'] as const satisfies readonly Redaction['by'][];
const BY: Readonly<Record<Redaction['by'], () => string>> = {
	facilitator: m.common_redacted_by_facilitator,
	writer: m.common_redacted_by_writer,
	municipality: m.common_redacted_by_municipality
};

/** That the text of a card was taken away, by whom, and why where that was said. */
export function redactionText({ by, reason }: Pick<Redaction, 'by' | 'reason'>): string {
	const who = BY[by]();
	return reason === '' ? who : m.common_redacted_because({ who, reason });
}

/** The same of a redaction in the record. */
export function recordRedactionText({ by, reason }: Pick<RecordRedaction, 'by' | 'reason'>): string {
	const known = REDACTERS.find((one) => REDACTION_CODES[one] === by) ?? 'facilitator';
	return redactionText({ by: known, reason });
}

/** "Van een besluit. Tekst weggehaald door de gespreksleider: een naam" */
export function textRedactionText({ text, ...redaction }: RecordTextRedaction): string {
	const kind = TEXT_KINDS.find((known) => text.startsWith(`${known}:`));
	return m.common_text_redacted({
		of: kind ? KIND_NAMES[kind]() : text,
		how: recordRedactionText(redaction)
	});
}
