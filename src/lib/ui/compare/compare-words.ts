import type {
	ComparedCategory,
	ComparedCell,
	ComparedKind,
	ComparedPlace
} from '#lib/domain/compare/compared-cards.ts';
import { GROUP_CODES } from '#lib/domain/record/record-codes.ts';
import type { IntakeRecord } from '#lib/domain/record/record.ts';
import { GROUPS, type Category, type Group, type Theme } from '#lib/domain/vocabulary.ts';
import { CATEGORY_NAMES } from '#lib/i18n/code-words.ts';
import { groupName, themeName } from '#lib/i18n/names.ts';
import { m } from '#lib/i18n/words.ts';

/** Which questions are asked of the comparison, as addresses ask it. */
export interface Asked {
	readonly theme: Theme | null;
	readonly day: string;
}

/** In addresses: what nobody gave a category. */
export const NO_CATEGORY = 'geen';

/** Which worksessions stand beside each other on what, as addresses ask it. */
export interface AskedSides {
	/** Their ids. */
	readonly sessions: readonly string[];
	readonly kind: ComparedKind;
	/** Empty is every category. */
	readonly about: Category | typeof NO_CATEGORY | '';
}

/** A worksession that can be put beside others. */
export interface SideChoice {
	readonly id: string;
	readonly title: string;
	readonly date: string | null;
	readonly theme: Theme;
	readonly group: Group;
}

/** How a closed worksession is chosen. */
export function sideChoice({ session }: IntakeRecord): SideChoice {
	const { id, title, date, theme } = session;
	const group = GROUPS.find((known) => GROUP_CODES[known] === session.group) ?? 'mixed';
	return { id, title, date, theme, group };
}

export function categoryName(category: ComparedCategory): string {
	return category === null ? m.compare_uncoded() : CATEGORY_NAMES[category]();
}

export function kindTitle(kind: ComparedKind): string {
	switch (kind) {
		case 'bottlenecks':
			return m.compare_bottlenecks();
		case 'strengths':
			return m.compare_strengths();
		case 'needs':
			return m.compare_needs();
	}
}

export function kindSub(kind: ComparedKind): string {
	switch (kind) {
		case 'bottlenecks':
			return m.compare_bottlenecks_sub();
		case 'strengths':
			return m.compare_strengths_sub();
		case 'needs':
			return m.compare_needs_sub();
	}
}

/** Heads a column. */
export function groupHead(group: Group): string {
	switch (group) {
		case 'frontrunner':
			return m.compare_frontrunners();
		case 'follower':
			return m.compare_followers();
		case 'mixed':
			return m.compare_mixed();
	}
}

export function placeText(
	{ category, theme, group }: Omit<ComparedPlace, 'kind'>,
	term: string | null = null
): string {
	return m.compare_evidence_of({
		category: term ?? categoryName(category),
		theme: themeName(theme),
		group: groupName(group)
	});
}

/** "4 van 6 gemeenten, 9 kaarten, 3 stippen" */
export function cellText({ municipalities, cards, dots }: ComparedCell, total: number): string {
	return m.compare_evidence_sum({
		count: municipalities.length,
		total,
		cards: m.common_cards({ count: cards }),
		dots: m.common_dots({ count: dots })
	});
}

/** Where the comparison of this theme and day is. */
export function compareHref({ theme, day }: Asked): string {
	return `/vergelijken?${new URLSearchParams({ ...(theme && { thema: theme }), peildatum: day }).toString()}`;
}

/** Where the cards behind a number are; of an own term, where its id is given. */
export function evidenceHref(
	{ kind, category, theme, group }: ComparedPlace,
	day: string,
	term: string | null = null
): string {
	const place = { ronde: kind, soort: category ?? '', thema: theme, groep: group, peildatum: day };
	const asked = term === null ? place : { ...place, term };
	return `/vergelijken/kaarten?${new URLSearchParams(asked).toString()}`;
}

const HEATS = 4;

/** From 0 for nobody to 4 for the most of this table. */
export function heatOf(count: number, most: number): number {
	return most === 0 ? 0 : Math.ceil((count / most) * HEATS);
}
