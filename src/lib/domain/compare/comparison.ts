import {
	cellOf,
	comparedCards,
	countedCards,
	distinctCodes,
	placeKey,
	tookPart,
	type ComparedCard,
	type ComparedCategory,
	type ComparedCell,
	type ComparedKind,
	type ComparedPlace,
	type EvidenceCard
} from './compared-cards.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { successorsOf } from '../municipality/municipality-dates.ts';
import type { Term } from '../programme/code-book.ts';
import type { CountedRecord } from '../programme/coded-record.ts';
import { GROUP_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';
import { CATEGORIES, GROUPS, THEMES, type Group, type Theme } from '../vocabulary.ts';
import { standsOut, type StandsOut } from './stands-out.ts';

/**
 * Records of worksessions side by side: how many distinct municipalities name something of a category, then how many cards and dots, per
 * theme and group. Municipalities are counted and never added up over cells, so a person for five municipalities counts five times and a
 * municipality at two tables once. Every count is made from cards, which `evidenceOf` gives.
 */

/** The worksessions of one theme for one group. */
export interface ComparedColumn {
	readonly theme: Theme;
	readonly group: Group;
	readonly sessions: number;
	/** Codes of who took part, on the chosen day: what counts are "of". */
	readonly municipalities: readonly MunicipalityCode[];
}

export interface ComparedRow {
	readonly category: ComparedCategory;
	/** One per column, in their order. */
	readonly cells: readonly ComparedCell[];
	/** Own terms of the programme below it that anybody named, in the order of the code book: some of the cards above, counted alike. */
	readonly terms: readonly ComparedTerm[];
}

interface ComparedTerm {
	readonly id: string;
	readonly label: string;
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
	readonly standsOut: StandsOut;
}

/** Compares records on the municipalities of a day ('YYYY-MM-DD'), with the own terms of the code book below their categories. */
export function compare(
	records: readonly CountedRecord[],
	day: string,
	terms: readonly Term[] = []
): Comparison {
	const columns = columnsOf(records, day);
	const pieces = records.flatMap((record) => comparedCards(record, day));
	const counted = countedCards(pieces);
	const perPlace = Map.groupBy(counted, placeKey);
	const rowsOf = (kind: ComparedKind) =>
		[...CATEGORIES, null]
			.map((category) => {
				const placed = columns.map(
					({ theme, group }) => perPlace.get(placeKey({ kind, category, theme, group })) ?? []
				);
				return { category, cells: placed.map(cellOf), terms: termRows(category, terms, placed) };
			})
			.filter(({ category, cells }) => category !== null || cells.some(({ cards }) => cards > 0));
	const codes = records.flatMap(({ participation }) => participation.municipalities.map(({ code }) => code));
	return {
		columns,
		rows: { bottlenecks: rowsOf('bottlenecks'), strengths: rowsOf('strengths'), needs: rowsOf('needs') },
		municipalities: distinctCodes(columns.flatMap(({ municipalities }) => municipalities)),
		people: records.reduce((sum, { participation }) => sum + participation.people, 0),
		cards: pieces.length,
		sessions: records.length,
		mapped: distinctCodes(codes).flatMap((from) => {
			const into = successorsOf(from, day);
			return into.length === 1 && into[0] === from ? [] : [{ from, into }];
		}),
		standsOut: standsOut(records, counted, day)
	};
}

/** Of the terms below a category, from its cards per column. */
function termRows(
	category: ComparedCategory,
	terms: readonly Term[],
	placed: readonly (readonly ComparedCard[])[]
): readonly ComparedTerm[] {
	return terms
		.filter(({ under }) => under === category)
		.map(({ id, label }) => ({
			id,
			label,
			cells: placed.map((pieces) => cellOf(pieces.filter((piece) => piece.terms.includes(id))))
		}))
		.filter(({ cells }) => cells.some(({ cards }) => cards > 0));
}

/** The cards that a number is made of, in the order of the records; those of one stack together. */
export function evidenceOf(
	records: readonly CountedRecord[],
	day: string,
	{ term, ...place }: ComparedPlace & { readonly term?: string | null }
): { readonly cell: ComparedCell; readonly cards: readonly EvidenceCard[] } {
	const pieces = records
		.flatMap((record) => countedCards(comparedCards(record, day)))
		.filter((piece) => placeKey(piece) === placeKey(place))
		.filter((piece) => !term || piece.terms.includes(term));
	return { cell: cellOf(pieces), cards: pieces.map(({ evidence }) => evidence) };
}

/** In the order of themes and groups; only those that were held. */
function columnsOf(records: readonly IntakeRecord[], day: string): readonly ComparedColumn[] {
	return THEMES.flatMap((theme) =>
		GROUPS.flatMap((group) => {
			const here = records.filter(
				({ session }) => session.theme === theme && session.group === GROUP_CODES[group]
			);
			if (here.length === 0) return [];
			const municipalities = distinctCodes(here.flatMap((record) => tookPart(record, day)));
			return [{ theme, group, sessions: here.length, municipalities }];
		})
	);
}
