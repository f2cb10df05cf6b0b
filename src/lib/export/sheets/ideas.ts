import { DEAL_TEXTS } from '#lib/domain/choose/data-deal.ts';
import { examplesOf } from '#lib/domain/choose/idea-examples.ts';
import type { RecordIdea } from '#lib/domain/record/record-ideas.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { DEAL_LABELS, examplesText, interestsText } from '#lib/i18n/idea-words.ts';
import type { RecordRatingResult } from '#lib/domain/record/record-ratings.ts';
import { CRITERIA, type Criterion } from '#lib/domain/vocabulary.ts';
import { CRITERION_NAMES } from '#lib/i18n/rating-words.ts';
import { m } from '#lib/i18n/words.ts';
import { itemText } from '../item-text.ts';
import { sheetOf, type Column } from '../sheet.ts';

/** Several needs in one cell stand on lines of their own, as they were written. */
const COLUMNS: readonly Column<RecordIdea>[] = [
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
	{ heading: m.common_deal_evaluate_on, type: 'date', value: ({ deal }) => deal?.evaluateOn ?? null },
	{ heading: m.common_idea_needs, value: ({ needs }, record) => texts(needs, record) },
	{ heading: m.record_column_idea_from, value: ({ from }, record) => texts(from, record) },
	{
		heading: m.common_idea_exists,
		value: (idea, { examples }) =>
			examplesOf(idea, examples)
				.map((one) => examplesText([one]))
				.join('\n')
	},
	{
		heading: m.record_column_idea_dossiers,
		value: (idea, { examples }) =>
			examplesOf(idea, examples)
				.flatMap(({ dossier }) => dossier ?? [])
				.join('\n')
	},
	{ heading: m.common_idea_joining, value: ({ interests }) => interestsText(interests) },
	{ heading: m.record_column_worth, type: 'decimal', value: ({ id }, record) => mean(id, 'waarde', record) },
	{ heading: m.record_column_effort, type: 'decimal', value: ({ id }, record) => mean(id, 'moeite', record) },
	{ heading: m.record_column_scaling, value: ({ id }, record) => scaling(id, record) }
];

function texts(keys: readonly string[], record: IntakeRecord): string {
	return keys.map((key) => itemText(record, key)).join('\n');
}

/** As the room said it the last time that somebody answered; empty where nobody did. */
function lastResult(
	ideaId: string,
	criterion: Criterion,
	{ ratings }: IntakeRecord
): RecordRatingResult | undefined {
	const results = ratings.flatMap((rating) => rating.results);
	return results.findLast(
		(result) =>
			result.idea === ideaId &&
			result.criterion === criterion &&
			result.scores.some(({ count, others }) => count + others > 0)
	);
}

function mean(ideaId: string, criterion: Criterion, record: IntakeRecord): number | null {
	return lastResult(ideaId, criterion, record)?.mean ?? null;
}

/** A line per question: how many municipalities said yes, partly and no. */
function scaling(ideaId: string, record: IntakeRecord): string {
	const lines = CRITERIA.scaling.flatMap((criterion) => {
		const result = lastResult(ideaId, criterion, record);
		if (!result) return [];
		const [no, partly, yes] = result.scores.map(({ count }) => count);
		const words = m.record_rating_yes_partly_no({ yes: yes ?? 0, partly: partly ?? 0, no: no ?? 0 });
		return [`${CRITERION_NAMES[criterion]()} ${words}`];
	});
	return lines.join('\n');
}

/** The product ideas of records. */
export const ideasSheet = sheetOf({ title: m.record_ideas, pieces: ({ ideas }) => ideas, columns: COLUMNS });
