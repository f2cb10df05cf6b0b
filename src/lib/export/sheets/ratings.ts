import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { RecordRating, RecordRatingResult } from '#lib/domain/record/record-ratings.ts';
import { CRITERION_NAMES } from '#lib/i18n/rating-words.ts';
import { m } from '#lib/i18n/words.ts';
import { sheetOf, type Column } from '../sheet.ts';

interface Rated {
	readonly rating: RecordRating;
	readonly result: RecordRatingResult;
	readonly answer: RecordRatingResult['scores'][number];
}

const COLUMNS: readonly Column<Rated>[] = [
	{ heading: m.record_column_rating, type: 'number', value: ({ rating }) => rating.order },
	{ heading: m.record_column_rating_type, value: ({ rating }) => rating.type },
	{ heading: m.record_column_closed_at, value: ({ rating }) => rating.closedAt },
	{ heading: m.record_column_asked_people, type: 'number', value: ({ rating }) => rating.people },
	{
		heading: m.record_column_asked_municipalities,
		type: 'number',
		value: ({ rating }) => rating.municipalities
	},
	{ heading: m.record_column_idea_code, value: ({ result }) => result.idea },
	{
		heading: m.record_column_idea,
		value: ({ result }, { ideas }) => ideas.find(({ id }) => id === result.idea)?.title ?? ''
	},
	{ heading: m.record_rating_criterion, value: ({ result }) => CRITERION_NAMES[result.criterion]() },
	{ heading: m.record_column_score, type: 'number', value: ({ answer }) => answer.score },
	{ heading: m.record_column_answers, type: 'number', value: ({ answer }) => answer.count },
	{ heading: m.record_column_answers_others, type: 'number', value: ({ answer }) => answer.others },
	{ heading: m.record_column_mean, type: 'decimal', value: ({ result }) => result.mean },
	{ heading: m.record_column_reasons, value: reasonsOf }
];

/** Of the same score, each on a line of its own. */
function reasonsOf({ result, answer }: Rated): string {
	return result.reasons
		.filter(({ score }) => score === answer.score)
		.map(({ reason }) => reason)
		.join('\n');
}

function rated({ ratings }: IntakeRecord): readonly Rated[] {
	return ratings.flatMap((rating) =>
		rating.results.flatMap((result) => result.scores.map((answer) => ({ rating, result, answer })))
	);
}

/** A row per score that could be given to an idea, with how often it was. */
export const ratingsSheet = sheetOf({ title: m.record_sheet_ratings, pieces: rated, columns: COLUMNS });
