import type { MunicipalityCode } from './municipalities.ts';
import { successorsOf } from './municipality-dates.ts';
import { GROUP_CODES, ROUND_CODES, type IntakeRecord, type RecordCard, type RecordDots } from './record.ts';
import { CATEGORIES, GROUPS, THEMES, type Category, type Group, type Theme } from './vocabulary.ts';

/**
 * Records of worksessions side by side: how many distinct municipalities name something of a category, then how many cards and dots, per
 * theme and group. Municipalities are counted and never added up over cells, so a person for five municipalities counts five times and a
 * municipality at two tables once. Every count is made from cards, which `evidenceOf` gives.
 */

/** The questions whose answers can be put side by side. */
export const COMPARED_KINDS = ['bottlenecks', 'strengths', 'needs'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** What a card or its stack is about; null while nobody said. */
export type ComparedCategory = Category | null;

/** The worksessions of one theme for one group. */
export interface ComparedColumn {
	readonly theme: Theme;
	readonly group: Group;
	readonly sessions: number;
	/** Codes of who took part, on the chosen day: what counts are "of". */
	readonly municipalities: readonly MunicipalityCode[];
}

export interface ComparedCell {
	/** Codes of the municipalities that named it, on the chosen day, sorted. */
	readonly municipalities: readonly MunicipalityCode[];
	readonly cards: number;
	/** Of these cards, how many tell nothing of where they come from, so that they count for no municipality. */
	readonly cardsWithoutOrigin: number;
	readonly dots: number;
}

export interface ComparedRow {
	readonly category: ComparedCategory;
	/** One per column, in their order. */
	readonly cells: readonly ComparedCell[];
}

/** A municipality that took part and is another one on the chosen day. */
export interface MappedMunicipality {
	readonly from: MunicipalityCode;
	/** Where it went; it counts as that one. Several where it was divided: then it counts as itself, for it had one voice. */
	readonly into: readonly MunicipalityCode[];
}

export interface Comparison {
	readonly columns: readonly ComparedColumn[];
	readonly rows: Readonly<Record<ComparedKind, readonly ComparedRow[]>>;
	/** Over all columns. */
	readonly municipalities: readonly MunicipalityCode[];
	readonly people: number;
	readonly cards: number;
	readonly sessions: number;
	readonly mapped: readonly MappedMunicipality[];
}

/** Compares records on the municipalities of a day ('YYYY-MM-DD'). */
export function compare(records: readonly IntakeRecord[], day: string): Comparison {
	const columns = columnsOf(records, day);
	const pieces = records.flatMap((record) => comparedCards(record, day));
	const perPlace = Map.groupBy(pieces, placeKey);
	const rowsOf = (kind: ComparedKind) =>
		[...CATEGORIES, null]
			.map((category) => ({
				category,
				cells: columns.map(({ theme, group }) =>
					cellOf(perPlace.get(placeKey({ kind, category, theme, group })) ?? [])
				)
			}))
			.filter(({ category, cells }) => category !== null || cells.some(({ cards }) => cards > 0));
	const codes = records.flatMap(({ participation }) => participation.municipalities.map(({ code }) => code));
	return {
		columns,
		rows: { bottlenecks: rowsOf('bottlenecks'), strengths: rowsOf('strengths'), needs: rowsOf('needs') },
		municipalities: distinct(columns.flatMap(({ municipalities }) => municipalities)),
		people: records.reduce((sum, { participation }) => sum + participation.people, 0),
		cards: pieces.length,
		sessions: records.length,
		mapped: distinct(codes).flatMap((from) => {
			const into = successorsOf(from, day);
			return into.length === 1 && into[0] === from ? [] : [{ from, into }];
		})
	};
}

/** Which number is meant. */
export interface ComparedPlace {
	readonly kind: ComparedKind;
	readonly category: ComparedCategory;
	readonly theme: Theme;
	readonly group: Group;
}

/** A card behind a number. */
export interface EvidenceCard {
	readonly id: string;
	readonly text: string;
	/** Title of the stack it lies in; null for a loose card. */
	readonly stack: string | null;
	/** Codes on the chosen day; null where it tells nothing of where it comes from. */
	readonly municipalities: readonly MunicipalityCode[] | null;
	readonly organisation: string | null;
	readonly sessionId: string;
	readonly sessionTitle: string;
	readonly sessionDate: string | null;
	/** What it got by itself or with its stack. */
	readonly dots: number;
}

/** The cards that a number is made of, in the order of the records; those of one stack together. */
export function evidenceOf(
	records: readonly IntakeRecord[],
	day: string,
	place: ComparedPlace
): { readonly cell: ComparedCell; readonly cards: readonly EvidenceCard[] } {
	const pieces = records
		.flatMap((record) => comparedCards(record, day))
		.filter((piece) => placeKey(piece) === placeKey(place));
	return { cell: cellOf(pieces), cards: pieces.map(({ evidence }) => evidence) };
}

/** Who could teach whom, and what nobody has solved (RECORD.md 4): how a category stands with both groups, over the themes shown. */
export type Pattern = 'teach' | 'national' | 'next-stage' | 'unsolved';

export interface ComparedPattern {
	readonly category: Category;
	readonly pattern: Pattern;
	/** Distinct municipalities that name it as a bottleneck, of followers and of frontrunners, and frontrunners that name it as a strength. */
	readonly followersStuck: number;
	readonly frontrunnersStuck: number;
	readonly frontrunnersStrong: number;
}

/** What stands out, most followers first. */
export function patternsOf(comparison: Comparison): readonly ComparedPattern[] {
	const named = (kind: ComparedKind, category: Category, group: Group): number => {
		const row = comparison.rows[kind].find((known) => known.category === category);
		const cells = row?.cells.filter((_, index) => comparison.columns[index]?.group === group) ?? [];
		return distinct(cells.flatMap(({ municipalities }) => municipalities)).length;
	};
	return CATEGORIES.flatMap((category) => {
		const followersStuck = named('bottlenecks', category, 'follower');
		const frontrunnersStuck = named('bottlenecks', category, 'frontrunner');
		const frontrunnersStrong = named('strengths', category, 'frontrunner');
		const pattern = patternOf(followersStuck, frontrunnersStuck, frontrunnersStrong);
		return pattern ? [{ category, pattern, followersStuck, frontrunnersStuck, frontrunnersStrong }] : [];
	}).sort((a, b) => b.followersStuck - a.followersStuck || b.frontrunnersStuck - a.frontrunnersStuck);
}

function patternOf(
	followersStuck: number,
	frontrunnersStuck: number,
	frontrunnersStrong: number
): Pattern | null {
	if (followersStuck > 0 && frontrunnersStrong > 0) return 'teach';
	if (followersStuck > 0 && frontrunnersStuck > 0) return 'national';
	if (followersStuck > 0) return 'unsolved';
	return frontrunnersStuck > 0 ? 'next-stage' : null;
}

/** A card as it is counted. */
interface ComparedCard extends ComparedPlace {
	readonly evidence: EvidenceCard;
	/** What the dots are on, so that those of a stack count once: the item and the worksession. */
	readonly item: string;
}

function comparedCards(record: IntakeRecord, day: string): readonly ComparedCard[] {
	const { session } = record;
	const group = GROUPS.find((known) => GROUP_CODES[known] === session.group) ?? 'mixed';
	const kinds = new Map(
		record.rounds.map(({ id, type }) => [id, COMPARED_KINDS.find((kind) => ROUND_CODES[kind] === type)])
	);
	const categories = new Map(record.classifications.map(({ item, category }) => [item, category]));
	const stacks = new Map(record.clusters.map((cluster) => [cluster.id, cluster]));
	return record.cards.flatMap((card): ComparedCard[] => {
		const kind = kinds.get(card.round);
		if (!kind) return [];
		const stack = card.cluster === null ? undefined : stacks.get(card.cluster);
		const item = stack ? `cluster:${stack.id}` : `card:${card.id}`;
		const category = categories.get(`card:${card.id}`) ?? categories.get(item) ?? null;
		const dots = dotsOf(stack ? stack.dots : card.dots);
		const evidence = evidenceFrom(record, card, { stack: stack?.title ?? null, dots, day });
		return [{ kind, category, theme: session.theme, group, evidence, item: `${session.id} ${item}` }];
	});
}

function evidenceFrom(
	{ session }: IntakeRecord,
	card: RecordCard,
	{ stack, dots, day }: { readonly stack: string | null; readonly dots: number; readonly day: string }
): EvidenceCard {
	return {
		id: card.id,
		text: card.text,
		stack,
		municipalities: card.municipalities && distinct(card.municipalities.map((code) => codeOn(code, day))),
		organisation: card.organisation,
		sessionId: session.id,
		sessionTitle: session.title,
		sessionDate: session.date,
		dots
	};
}

function dotsOf(dots: RecordDots | null): number {
	return dots?.dots ?? 0;
}

function placeKey({ kind, category, theme, group }: ComparedPlace): string {
	return [kind, category, theme, group].join();
}

function cellOf(pieces: readonly ComparedCard[]): ComparedCell {
	const perItem = new Map(pieces.map(({ item, evidence }) => [item, evidence.dots]));
	return {
		municipalities: distinct(pieces.flatMap(({ evidence }) => evidence.municipalities ?? [])),
		cards: pieces.length,
		cardsWithoutOrigin: pieces.filter(({ evidence }) => evidence.municipalities === null).length,
		dots: [...perItem.values()].reduce((sum, dots) => sum + dots, 0)
	};
}

/** In the order of themes and groups; only those that were held. */
function columnsOf(records: readonly IntakeRecord[], day: string): readonly ComparedColumn[] {
	return THEMES.flatMap((theme) =>
		GROUPS.flatMap((group) => {
			const here = records.filter(
				({ session }) => session.theme === theme && session.group === GROUP_CODES[group]
			);
			if (here.length === 0) return [];
			const codes = here.flatMap(({ participation }) =>
				participation.municipalities.map(({ code }) => codeOn(code, day))
			);
			return [{ theme, group, sessions: here.length, municipalities: distinct(codes) }];
		})
	);
}

/** The code under which a municipality counts on a day. */
function codeOn(code: MunicipalityCode, day: string): MunicipalityCode {
	const [only, ...others] = successorsOf(code, day);
	return only !== undefined && others.length === 0 ? only : code;
}

function distinct(codes: readonly MunicipalityCode[]): readonly MunicipalityCode[] {
	return [...new Set(codes)].sort();
}
