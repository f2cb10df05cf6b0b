import { DEAL_TEXTS } from '#lib/domain/data-deal.ts';
import type { IntakeRecord, RecordIdea } from '#lib/domain/record.ts';
import { DEAL_LABELS } from '#lib/i18n/idea-words.ts';
import { m } from '#lib/i18n/words.ts';
import { BYTE_ORDER_MARK, csvText } from './csv.ts';
import { guardFormula } from './formula-guard.ts';
import { itemText } from './item-text.ts';

interface IdeaColumn {
	readonly heading: () => string;
	readonly value: (idea: RecordIdea, record: IntakeRecord) => string;
}

/** Several needs in one cell stand on lines of their own, as they were written. */
const IDEA_COLUMNS: readonly IdeaColumn[] = [
	{ heading: m.record_column_session, value: (_, { session }) => session.title },
	{ heading: m.record_column_idea_code, value: ({ id }) => id },
	{
		heading: m.record_column_table,
		value: ({ table }, { tables }) => tables.find(({ id }) => id === table)?.name ?? ''
	},
	{ heading: m.record_column_idea, value: ({ title }) => title },
	{ heading: m.record_column_idea_form, value: ({ form }) => form },
	{ heading: m.common_idea_summary, value: ({ summary }) => summary },
	{ heading: m.common_idea_own_part, value: ({ ownPart }) => ownPart },
	{ heading: m.common_idea_national_part, value: ({ nationalPart }) => nationalPart },
	{ heading: m.common_idea_privacy, value: ({ privacyCheck }) => privacyCheck ?? '' },
	...DEAL_TEXTS.map((text) => ({
		heading: DEAL_LABELS[text],
		value: ({ deal }: RecordIdea) => deal?.[text] ?? ''
	})),
	{ heading: m.common_deal_evaluate_on, value: ({ deal }) => deal?.evaluateOn ?? '' },
	{ heading: m.common_idea_needs, value: ({ needs }, record) => texts(needs, record) },
	{ heading: m.record_column_idea_from, value: ({ from }, record) => texts(from, record) }
];

function texts(keys: readonly string[], record: IntakeRecord): string {
	return keys.map((key) => itemText(record, key)).join('\n');
}

/** The product ideas of a record as comma-separated values, one row each in the order of the record; for spreadsheets as `recordCsv`. */
export function ideasCsv(record: IntakeRecord): string {
	const rows = record.ideas.map((idea) => IDEA_COLUMNS.map(({ value }) => guardFormula(value(idea, record))));
	return `${BYTE_ORDER_MARK}${csvText([IDEA_COLUMNS.map(({ heading }) => heading()), ...rows])}`;
}
