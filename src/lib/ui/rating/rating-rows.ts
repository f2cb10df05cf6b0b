import { answerKey, type CriterionResult } from '#lib/domain/choose/rating-answers.ts';
import { answerCount, isSplit, meanOf, middleHalf, type MiddleHalf } from '#lib/domain/choose/rating-sums.ts';
import type { RatingView } from '#lib/domain/visibility/rating-view.ts';
import { CRITERIA, SCORES, type Criterion, type RatingKind } from '#lib/domain/vocabulary.ts';
import type { ProductIdea } from '#lib/domain/choose/idea.ts';

/** What was answered to one question about one idea, with its sums. */
export interface Measure extends CriterionResult {
	readonly answers: number;
	readonly mean: number | null;
	readonly middle: MiddleHalf | null;
	readonly isSplit: boolean;
	/** How many could answer: the whole of "9 van 12". */
	readonly askedOf: { readonly people: number; readonly municipalities: number };
}

/** By answer key. */
export type Measures = ReadonlyMap<string, Measure>;

type Rated = Pick<RatingView, 'kind' | 'results' | 'askedOf'>;

/** What was answered in these ratings of one kind; where something was rated again, the last time that somebody answered counts. */
export function measuresOf(ratings: readonly Rated[], kind: RatingKind): Measures {
	const measures = new Map<string, Measure>();
	for (const { results, askedOf } of ratings.filter((rating) => rating.kind === kind))
		for (const [key, result] of Object.entries(results ?? {})) {
			const measure = askedOf && measureOf(result, kind, askedOf);
			if (measure && (isAnswered(measure) || !measures.has(key))) measures.set(key, measure);
		}
	return measures;
}

function measureOf(result: CriterionResult, kind: RatingKind, askedOf: Measure['askedOf']): Measure {
	const distribution = { counts: result.counts, lowest: SCORES[kind].lowest };
	return {
		...result,
		answers: answerCount(result),
		mean: meanOf(distribution),
		middle: middleHalf(distribution),
		isSplit: isSplit(distribution),
		askedOf
	};
}

function isAnswered({ answers, others }: Measure): boolean {
	return answers + answerCount({ counts: others }) > 0;
}

/** A product idea with its place in the list and the plot. */
export interface WorthRow {
	readonly number: number;
	readonly idea: ProductIdea;
	/** Null where the room did not rate it. */
	readonly worth: Measure | null;
	readonly effort: Measure | null;
	readonly isSplit: boolean;
}

/** Ideas in the order of the day, so that a number keeps its idea. */
export function worthRows(ideas: readonly ProductIdea[], measures: Measures): readonly WorthRow[] {
	return ideas.map((idea, index) => {
		const measure = (criterion: Criterion) => measures.get(answerKey(idea.id, criterion)) ?? null;
		const [worth, effort] = [measure('waarde'), measure('moeite')];
		return {
			number: index + 1,
			idea,
			worth,
			effort,
			isSplit: worth?.isSplit === true || effort?.isSplit === true
		};
	});
}

export interface QuestionRow {
	readonly number: number;
	readonly criterion: Criterion;
	readonly measure: Measure;
}

/** The questions on scaling up that were answered about an idea, each with its own number among the seven. */
export function questionRows(ideaId: string, measures: Measures): readonly QuestionRow[] {
	return CRITERIA.scaling.flatMap((criterion, index) => {
		const measure = measures.get(answerKey(ideaId, criterion));
		return measure ? [{ number: index + 1, criterion, measure }] : [];
	});
}
