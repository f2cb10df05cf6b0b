import type { Match, MatchSide } from '#lib/domain/compare/matches.ts';
import type { MunicipalityCode } from '#lib/domain/municipality/municipalities.ts';
import { municipalitiesText, themeName } from '#lib/i18n/names.ts';
import { PHASE_NAMES } from '#lib/i18n/step-words.ts';
import { formatList, m } from '#lib/i18n/words.ts';
import { categoryName } from './compare-words.ts';

/** More names are counted. */
const NAMES_MAX = 3;

/** "Graafhorst, Sluisdam en 5 andere volgers, ondermijning" */
export function fromText({ cell, kind, theme }: MatchSide): string {
	const names = namesText(cell.municipalities);
	const facts = { names: names === '' ? m.common_anonymous() : names, theme: themeName(theme) };
	return kind === 'strengths' ? m.compare_match_frontrunner(facts) : m.compare_match_follower(facts);
}

/** Why the two stand beside each other. */
export function whyText({ phase, categories, isSameTheme }: Match): string {
	const same = phase ? m.compare_match_phase({ phase: PHASE_NAMES[phase]() }) : '';
	const about = aboutText(categories);
	return [same, about, isSameTheme ? '' : m.compare_match_other_theme()]
		.filter((text) => text !== '')
		.join(', ');
}

function aboutText(categories: Match['categories']): string {
	if (categories.length === 0) return m.compare_match_no_category();
	const names = formatList(categories.map(categoryName));
	return m.compare_match_category({ count: categories.length, category: names });
}

function namesText(codes: readonly MunicipalityCode[]): string {
	if (codes.length === 0) return '';
	if (codes.length <= NAMES_MAX) return municipalitiesText(codes);
	const first = codes.slice(0, NAMES_MAX - 1).map((code) => municipalitiesText([code]));
	return m.compare_match_others({ names: first.join(', '), count: codes.length - first.length });
}
