import { SCALING_QUESTIONS, type Candidate } from '#lib/domain/compare/candidates.ts';
import type { JudgedMatch, Visit } from '#lib/domain/compare/matches.ts';
import { municipalityName, type MunicipalityCode } from '#lib/domain/municipality/municipalities.ts';
import type { Place, Verdict } from '#lib/domain/programme/programme-acts.ts';
import { dateAt } from '#lib/i18n/calendar.ts';
import { existingText } from '#lib/i18n/idea-words.ts';
import { m } from '#lib/i18n/words.ts';
import type { CellValue, ColumnType, Sheet } from '../sheet.ts';

/** What people said over the records: who helps whom, and which ideas are chosen. Codes are Dutch and never renamed. */

const VERDICT_CODES = {
	accepted: 'gekoppeld',
	dismissed: 'klopt-niet'
} as const satisfies Record<Verdict, string>;
const PLACE_CODES = {
	long: 'lange-lijst',
	short: 'korte-lijst',
	chosen: 'gekozen',
	dismissed: 'niet-doen'
} as const satisfies Record<Place, string>;

interface ChoiceColumn<Row> {
	readonly heading: () => string;
	readonly type: ColumnType;
	readonly value: (row: Row) => CellValue;
}

interface VisitRow extends JudgedMatch {
	/** Null where it is not known which municipality could go. */
	readonly visit: Visit | null;
}

const MATCH_COLUMNS: readonly ChoiceColumn<VisitRow>[] = [
	{
		heading: m.compare_column_verdict,
		type: 'text',
		value: ({ judgement }) => VERDICT_CODES[judgement.verdict]
	},
	{ heading: m.compare_column_reason, type: 'text', value: ({ judgement }) => judgement.reason },
	{ heading: m.compare_column_judged_on, type: 'date', value: ({ judgement }) => dateAt(judgement.at) },
	{ heading: m.record_column_category, type: 'text', value: ({ match }) => match.categories.join(', ') },
	{ heading: m.compare_column_asked, type: 'text', value: ({ match }) => match.asked.title },
	{ heading: m.compare_column_asked_in, type: 'text', value: ({ match }) => match.asked.sessionTitle },
	{ heading: m.compare_column_offered, type: 'text', value: ({ match }) => match.offered.title },
	{ heading: m.compare_column_offered_in, type: 'text', value: ({ match }) => match.offered.sessionTitle },
	{
		heading: m.compare_column_from,
		type: 'text',
		value: ({ visit }) => (visit ? namesOf([visit.from]) : '')
	},
	{ heading: m.compare_column_to, type: 'text', value: ({ visit }) => (visit ? namesOf(visit.to) : '') }
];

/** A row per municipality that could visit, of every pair that somebody judged. */
export function matchSheet(matches: readonly JudgedMatch[]): Sheet {
	const rowsOf = ({ match, judgement }: JudgedMatch): readonly VisitRow[] =>
		match.visits.length === 0
			? [{ match, judgement, visit: null }]
			: match.visits.map((visit) => ({ match, judgement, visit }));
	return choiceSheet(m.compare_match_title_short(), MATCH_COLUMNS, matches.flatMap(rowsOf));
}

/** A row per product idea, with what it rests on in numbers; `total` municipalities took part. */
export function candidateSheet(candidates: readonly Candidate[], total: number): Sheet {
	const columns: readonly ChoiceColumn<Candidate>[] = [
		{ heading: m.record_column_idea, type: 'text', value: ({ title }) => title },
		{ heading: m.record_column_idea_form, type: 'text', value: ({ form }) => form },
		{ heading: m.compare_sheet_choice_only, type: 'text', value: ({ place }) => PLACE_CODES[place] },
		{ heading: m.compare_column_reason, type: 'text', value: ({ placement }) => placement?.reason ?? '' },
		{
			heading: m.compare_column_judged_on,
			type: 'date',
			value: ({ placement }) => placement && dateAt(placement.at)
		},
		{ heading: m.compare_sheet_asking, type: 'number', value: ({ municipalities }) => municipalities.length },
		{ heading: m.compare_column_of, type: 'number', value: () => total },
		{ heading: m.compare_column_which, type: 'text', value: ({ municipalities }) => namesOf(municipalities) },
		{
			heading: m.common_idea_exists,
			type: 'text',
			value: ({ examples }) => examples.map(existingText).join('\n')
		},
		{ heading: m.record_column_worth, type: 'decimal', value: ({ worth }) => worth },
		{ heading: m.record_column_effort, type: 'decimal', value: ({ effort }) => effort },
		{
			heading: () => m.compare_column_scaling_yes({ total: SCALING_QUESTIONS }),
			type: 'number',
			value: ({ scalingYes }) => scalingYes
		},
		{ heading: m.record_sheet_cards, type: 'number', value: ({ chain }) => chain.cards.length },
		{ heading: m.record_column_dots, type: 'number', value: ({ chain }) => chain.dots },
		{ heading: m.compare_bottlenecks_short, type: 'text', value: ({ chain }) => titlesOf(chain.bottlenecks) },
		{ heading: m.compare_needs_short, type: 'text', value: ({ chain }) => titlesOf(chain.needs) },
		{
			heading: m.record_column_session,
			type: 'text',
			value: ({ sessionTitle, others }) =>
				[sessionTitle, ...others.map((other) => other.sessionTitle)].join('\n')
		},
		{ heading: m.record_column_session_id, type: 'text', value: ({ of }) => of.sessionId },
		{ heading: m.record_column_idea_code, type: 'text', value: ({ of }) => of.ideaId }
	];
	return choiceSheet(m.compare_tab_candidates(), columns, candidates);
}

function choiceSheet<Row>(title: string, columns: readonly ChoiceColumn<Row>[], rows: readonly Row[]): Sheet {
	return {
		title,
		columns: columns.map(({ heading, type }) => ({ heading: heading(), type })),
		*rows(): Iterable<readonly CellValue[]> {
			for (const row of rows) yield columns.map(({ value }) => value(row));
		}
	};
}

function namesOf(codes: readonly MunicipalityCode[]): string {
	return codes.map((code) => municipalityName(code) ?? code).join(', ');
}

function titlesOf(items: readonly { readonly title: string }[]): string {
	return items.map(({ title }) => title).join('\n');
}
