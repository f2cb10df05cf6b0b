import { CARD_TEXT_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { CardGroup, LineRefusal, SourceFault } from '#lib/export/cards-beforehand.ts';
import { roundName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';

/** What is wrong with a list or file as a whole, and how to mend it. */
export function sourceFaultText(fault: SourceFault): string {
	switch (fault) {
		case 'not-text':
			return m.prepare_cards_fault_not_text();
		case 'too-large':
			return m.prepare_cards_fault_too_large();
		case 'columns':
			return m.prepare_cards_fault_columns();
		case 'not-a-record':
			return m.prepare_cards_fault_not_record();
		case 'empty':
			return m.prepare_cards_fault_empty();
	}
}

/** Why a line is no card. */
export function refusalText(reason: LineRefusal): string {
	switch (reason) {
		case 'text-empty':
			return m.prepare_cards_reason_empty();
		case 'text-too-long':
			return m.prepare_cards_reason_long({ max: CARD_TEXT_LENGTH_MAX });
		case 'other-theme':
			return m.prepare_cards_reason_theme_other();
		case 'unknown-theme':
			return m.prepare_cards_reason_theme();
		case 'unknown-round':
			return m.prepare_cards_reason_round();
		case 'unknown-municipality':
			return m.prepare_cards_reason_municipality();
		case 'municipalities-too-many':
			return m.prepare_cards_reason_municipalities();
		case 'field-count':
			return m.prepare_cards_reason_fields();
		case 'quote-in-bare-field':
		case 'text-after-quote':
		case 'quote-not-closed':
		case 'bare-carriage-return':
			return m.prepare_cards_reason_csv();
	}
}

/** What a group is called: the question its cards answered, else the kind of round. */
export function groupName({ question, kind }: Pick<CardGroup, 'question' | 'kind'>): string {
	if (question !== '') return question;
	return kind === null ? m.prepare_cards_group_open() : roundName(kind);
}
