import { cardsWithdrawn } from '#lib/domain/card/cards-withdrawn.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import type { RecordRating } from '#lib/domain/record/record-ratings.ts';
import { longDate } from '#lib/i18n/calendar.ts';
import { FORM_NAMES, ideaRows } from '#lib/i18n/idea-words.ts';
import { recordOwnerText } from '#lib/i18n/names.ts';
import { ANSWER_NAMES, CRITERION_NAMES, RATING_NAMES } from '#lib/i18n/rating-words.ts';
import { formatDateTime, m } from '#lib/i18n/words.ts';
import { sourceTitle } from '../action-source.ts';
import { ratedIdeas, ratingCounted, ratingKind, ratingTold } from '../rating-told.ts';
import type { ReadIdea } from '../record-reading.ts';
import { heading, list, paragraphs, type Block, type ListItem } from './document.ts';

/** What came out of the day, as blocks to read. */

export function ideaBlocks(ideas: readonly ReadIdea[]): readonly Block[] {
	if (ideas.length === 0) return [];
	return [heading(2, m.record_ideas()), ...ideas.flatMap(oneIdea)];
}

function oneIdea({ idea, needs, examples, table }: ReadIdea): readonly Block[] {
	const titles = needs.map(({ title }) => title);
	return [
		heading(3, idea.title),
		...paragraphs(
			[FORM_NAMES[idea.form](), table?.name ?? ''].filter((text) => text !== '').join(' · '),
			idea.summary
		),
		...list([
			...ideaRows(idea, examples).map(({ label, text }) => `${label} ${text}`),
			`${m.common_idea_needs()} ${titles.length > 0 ? titles.join('; ') : m.common_idea_no_need()}`
		])
	];
}

export function ratingBlocks({ ratings, ideas }: IntakeRecord): readonly Block[] {
	if (ratings.length === 0) return [];
	return [
		heading(2, m.record_ratings()),
		...ratings.flatMap((rating) => [
			heading(3, m.record_rating_number({ number: rating.order, kind: RATING_NAMES[ratingKind(rating)]() })),
			...ratedIdeas(rating).flatMap((ideaId) => [
				heading(4, ideas.find(({ id }) => id === ideaId)?.title ?? ''),
				ratingTable(rating, ideaId),
				...reasonList(rating, ideaId)
			])
		])
	];
}

function ratingTable(rating: RecordRating, ideaId: string): Block {
	const results = rating.results.filter(({ idea }) => idea === ideaId);
	return {
		kind: 'table',
		columns: [m.record_rating_criterion(), m.record_rating_result()].map((words) => ({
			heading: words,
			isNumber: false
		})),
		rows: results.map((result) => [
			CRITERION_NAMES[result.criterion](),
			`${ratingTold(rating, result)} (${ratingCounted(rating, result)})`
		])
	};
}

function reasonList({ results }: RecordRating, ideaId: string): readonly Block[] {
	const reasons = results
		.filter(({ idea }) => idea === ideaId)
		.flatMap((result) => result.reasons.map((given) => ({ ...given, criterion: result.criterion })));
	if (reasons.length === 0) return [];
	return [
		...paragraphs(m.common_rating_reasons()),
		...list(
			reasons.map(({ criterion, score, reason }) => ({
				text: m.common_quoted({ text: reason }),
				about: `${CRITERION_NAMES[criterion]()} ${ANSWER_NAMES[score]?.() ?? String(score)}`
			}))
		)
	];
}

export function outcomeBlocks(record: IntakeRecord): readonly Block[] {
	const { decisions, actions } = record;
	if (decisions.length + actions.length === 0) return [];
	return [
		heading(2, m.record_outcomes()),
		...(decisions.length > 0 ? [heading(3, m.common_decisions())] : []),
		...list(decisions.map((decision) => decisionItem(decision, record))),
		...(actions.length > 0 ? [heading(3, m.common_actions())] : []),
		...list(actions.map((action) => actionItem(action, record)))
	];
}

function actionItem(action: IntakeRecord['actions'][number], record: IntakeRecord): ListItem {
	const when = action.dueOn === null ? m.common_action_no_date() : longDate(action.dueOn);
	const from = sourceTitle(record, action);
	const facts = [
		`${recordOwnerText(action)} · ${when}`,
		from === '' ? '' : m.common_action_from({ title: from })
	];
	return { text: action.text, about: facts.filter((fact) => fact !== '').join('\n') };
}

function decisionItem(
	{ text, reason, dissents, idea, changedAt }: IntakeRecord['decisions'][number],
	record: IntakeRecord
): ListItem {
	const about = record.ideas.find(({ id }) => id === idea)?.title;
	const less = cardsWithdrawn(record, idea);
	const facts = [
		about === undefined ? '' : m.common_decision_about({ title: about }),
		less > 0 ? m.record_decision_less({ count: less }) : '',
		reason,
		...dissents.map((dissent) => `${m.common_decision_dissent()}: ${dissent}`),
		changedAt === null ? '' : m.record_decision_changed({ when: formatDateTime(Date.parse(changedAt)) })
	];
	return { text, about: facts.filter((fact) => fact !== '').join('\n') };
}

export function rotiBlocks({ roti }: IntakeRecord): readonly Block[] {
	if (roti === null) return [];
	const count = roti.scores.reduce((sum, score) => sum + score.count, 0);
	return [
		heading(2, m.record_roti()),
		...paragraphs(m.record_roti_given({ count, total: roti.people })),
		{
			kind: 'table',
			columns: [
				{ heading: m.record_roti_score(), isNumber: false },
				{ heading: m.record_roti_count(), isNumber: true }
			],
			rows: roti.scores.map((given) => [String(given.score), String(given.count)])
		},
		...(roti.reasons.length > 0 ? [heading(3, m.record_roti_reasons())] : []),
		...list(roti.reasons.map(({ reason }) => m.common_quoted({ text: reason })))
	];
}
