import { CARD_TEXT_LENGTH_MAX, COUNTED_DOTS_MAX, STEPS_MAX, TITLE_LENGTH_MAX } from '#lib/domain/limits.ts';
import type { PaperField, PaperRefusal } from '#lib/export/paper-table.ts';
import { formatNumber, m } from '#lib/i18n/words.ts';

/** What is asked of a column. */
export const FIELD_NAMES: Readonly<Record<PaperField, () => string>> = {
	text: m.home_paper_column_text,
	round: m.home_paper_column_round,
	municipalities: m.home_paper_column_municipalities,
	category: m.home_paper_column_category,
	step: m.home_paper_column_step,
	dots: m.home_paper_column_dots
};

/** Why a row is no card. */
export function paperRefusalText(reason: PaperRefusal): string {
	switch (reason) {
		case 'text-empty':
			return m.prepare_cards_reason_empty();
		case 'text-too-long':
			return m.prepare_cards_reason_long({ max: CARD_TEXT_LENGTH_MAX });
		case 'unknown-round':
			return m.prepare_cards_reason_round();
		case 'unknown-municipality':
			return m.home_paper_reason_municipality();
		case 'municipalities-too-many':
			return m.prepare_cards_reason_municipalities();
		case 'unknown-category':
			return m.home_paper_reason_category();
		case 'step-too-long':
			return m.home_paper_reason_step_long({ max: TITLE_LENGTH_MAX });
		case 'steps-too-many':
			return m.home_paper_reason_steps({ max: STEPS_MAX });
		case 'dots-wrong':
			return m.home_paper_reason_dots({ max: formatNumber(COUNTED_DOTS_MAX) });
		case 'quote-in-bare-field':
		case 'text-after-quote':
		case 'quote-not-closed':
		case 'bare-carriage-return':
			return m.prepare_cards_reason_csv();
	}
}
