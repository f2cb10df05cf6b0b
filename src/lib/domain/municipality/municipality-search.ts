import { bareText, foldText } from '../compare/fold-text.ts';
import type { Municipality, MunicipalityCode } from './municipalities.ts';
import { MUNICIPALITY_ALIASES, PROVINCE_ALIASES } from './municipality-aliases.ts';
import { PREDECESSORS } from './municipality-dates.ts';
import { MUNICIPALITY_LIST } from './municipality-list.ts';

/** A municipality that fits what somebody typed, and what in it fits. */
export interface MunicipalityMatch {
	readonly municipality: Municipality;
	readonly matchedOn: 'name' | 'alias' | 'province';
	/** The name, alias or province that fits the query. */
	readonly text: string;
	/** The part of `text` that was typed: start and end (exclusive) in UTF-16 units; [0, 0] without a query. */
	readonly range: readonly [start: number, end: number];
	/** The query is this name or alias in full. Never so for a province, which holds several. */
	readonly exact: boolean;
}

/** Longer than any name; what comes after it in a query is not looked at. */
const QUERY_LENGTH_MAX = 60;
/** A shorter query would find a whole province for everyone who begins to type a name. */
const PROVINCE_QUERY_LENGTH_MIN = 4;
/** A shorter query is looked for at the beginnings of words only: "en" is inside half of the names. */
const INNER_QUERY_LENGTH_MIN = 3;

/** How well a text fits; lower is better. An alias ranks just behind a name, a province behind all. */
const RANK = { whole: 0, beginning: 1, wordBeginning: 2, inside: 3 } as const;
const ALIAS_RANK_PENALTY = 0.5;
const PROVINCE_RANK = 4;

interface Fit {
	readonly rank: number;
	readonly range: readonly [start: number, end: number];
}

interface RankedMatch extends MunicipalityMatch {
	readonly rank: number;
}

function wordBeginning(bare: string, query: string, wordStarts: ReadonlySet<number>): number | undefined {
	return [...wordStarts].find((at) => bare.startsWith(query, at));
}

function fit(text: string, query: string): Fit | undefined {
	const { bare, origin, wordStarts } = foldText(text);
	const range = (at: number) => [origin[at] ?? 0, (origin[at + query.length - 1] ?? 0) + 1] as const;
	if (bare === query) return { rank: RANK.whole, range: range(0) };
	if (bare.startsWith(query)) return { rank: RANK.beginning, range: range(0) };
	const wordAt = wordBeginning(bare, query, wordStarts);
	if (wordAt !== undefined) return { rank: RANK.wordBeginning, range: range(wordAt) };
	const insideAt = query.length < INNER_QUERY_LENGTH_MIN ? -1 : bare.indexOf(query);
	return insideAt === -1 ? undefined : { rank: RANK.inside, range: range(insideAt) };
}

function matchName(municipality: Municipality, query: string): RankedMatch | undefined {
	const found = fit(municipality.name, query);
	if (!found) return undefined;
	return {
		municipality,
		matchedOn: 'name',
		text: municipality.name,
		exact: found.rank === RANK.whole,
		...found
	};
}

function matchAlias(municipality: Municipality, alias: string, query: string): RankedMatch | undefined {
	const found = fit(alias, query);
	if (!found) return undefined;
	const exact = found.rank === RANK.whole;
	const rank = found.rank + ALIAS_RANK_PENALTY;
	return { municipality, matchedOn: 'alias', text: alias, exact, range: found.range, rank };
}

function matchProvince(municipality: Municipality, text: string, query: string): RankedMatch | undefined {
	const found = query.length < PROVINCE_QUERY_LENGTH_MIN ? undefined : fit(text, query);
	if (!found || found.rank > RANK.beginning) return undefined;
	return { municipality, matchedOn: 'province', text, exact: false, range: found.range, rank: PROVINCE_RANK };
}

/** A former municipality that is among those searched is found by its own name, and is no alias of another. */
function aliasesOf(code: MunicipalityCode, searched: ReadonlySet<MunicipalityCode>): readonly string[] {
	const former = (PREDECESSORS.get(code) ?? []).filter((past) => !searched.has(past.code));
	return [...(MUNICIPALITY_ALIASES.get(code) ?? []), ...former.map(({ name }) => name)];
}

function bestMatch(
	municipality: Municipality,
	query: string,
	searched: ReadonlySet<MunicipalityCode>
): RankedMatch | undefined {
	const { code, province } = municipality;
	const aliases = aliasesOf(code, searched);
	const provinceNames = [province, ...(PROVINCE_ALIASES.get(province) ?? [])];
	return [
		matchName(municipality, query),
		...aliases.map((alias) => matchAlias(municipality, alias, query)),
		...provinceNames.map((name) => matchProvince(municipality, name, query))
	]
		.filter((match) => match !== undefined)
		.sort((a, b) => a.rank - b.rank)[0];
}

function withoutQuery(municipality: Municipality): RankedMatch {
	return { municipality, matchedOn: 'name', text: municipality.name, range: [0, 0], exact: false, rank: 0 };
}

/** Best first. Names by code unit and not by locale, so that every browser and the server agree. */
function inOrder(matches: readonly RankedMatch[]): RankedMatch[] {
	const keyed = matches.map((match) => ({ match, name: bareText(match.municipality.name) }));
	keyed.sort((a, b) => a.match.rank - b.match.rank || (a.name < b.name ? -1 : 1));
	return keyed.map(({ match }) => match);
}

function publish({ municipality, matchedOn, text, range, exact }: RankedMatch): MunicipalityMatch {
	return { municipality, matchedOn, text, range, exact };
}

/** People may type the word "gemeente" first; one who typed only punctuation has not asked anything yet. */
function bareQuery(query: string): string | undefined {
	const typed = query.slice(0, QUERY_LENGTH_MAX).replace(/^\s*gemeente\s+/i, '');
	return /^[\s'’‘`-]*$/.test(typed) ? undefined : bareText(typed);
}

/**
 * The municipalities whose name, alias, former name or province fits what somebody typed, best first: whole name,
 * beginning of the name, beginning of a word in it, inside it, and last by province. Case, accents,
 * apostrophes, hyphens and spaces do not count. An empty query gives all of them by name; a query of
 * nothing but signs that no name has gives none. Never throws, whatever the text.
 */
export function searchMunicipalities(
	query: string,
	limit: number,
	among: readonly Municipality[] = MUNICIPALITY_LIST
): MunicipalityMatch[] {
	const bare = bareQuery(query);
	if (bare === '') return [];
	const searched = new Set(among.map(({ code }) => code));
	const matches = among.flatMap((municipality) =>
		bare === undefined ? withoutQuery(municipality) : (bestMatch(municipality, bare, searched) ?? [])
	);
	return inOrder(matches).slice(0, Math.max(0, limit)).map(publish);
}
