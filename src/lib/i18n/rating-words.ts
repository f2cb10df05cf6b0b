import type { Criterion, RatingKind } from '#lib/domain/vocabulary.ts';
import { m } from './words.ts';

/** What ratings of product ideas are called, what they ask, and what their answers are. */

export const RATING_NAMES: Readonly<Record<RatingKind, () => string>> = {
	worth: m.common_rating_worth,
	scaling: m.common_rating_scaling
};

/** The short name of a scale, or the question itself. */
export const CRITERION_NAMES: Readonly<Record<Criterion, () => string>> = {
	waarde: m.common_criterion_waarde,
	moeite: m.common_criterion_moeite,
	bewijs: m.common_criterion_bewijs,
	zichtbaar: m.common_criterion_zichtbaar,
	gedeeld: m.common_criterion_gedeeld,
	beter: m.common_criterion_beter,
	overneembaar: m.common_criterion_overneembaar,
	'klein-te-proberen': m.common_criterion_klein_te_proberen,
	geld: m.common_criterion_geld
};

/** What to think of before answering. */
export const CRITERION_HINTS: Readonly<Record<Criterion, () => string>> = {
	waarde: m.common_criterion_waarde_hint,
	moeite: m.common_criterion_moeite_hint,
	bewijs: m.common_criterion_bewijs_hint,
	zichtbaar: m.common_criterion_zichtbaar_hint,
	gedeeld: m.common_criterion_gedeeld_hint,
	beter: m.common_criterion_beter_hint,
	overneembaar: m.common_criterion_overneembaar_hint,
	'klein-te-proberen': m.common_criterion_klein_te_proberen_hint,
	geld: m.common_criterion_geld_hint
};

/** The answers to a question on scaling up, by score. */
export const ANSWER_NAMES: readonly (() => string)[] = [
	m.common_answer_no,
	m.common_answer_partly,
	m.common_answer_yes
];
