import {
	cellOf,
	comparedCards,
	countedCards,
	saidAs,
	type ComparedCard,
	type ComparedCell,
	type ComparedKind,
	type EvidenceCard
} from './compared-cards.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { pairKey, sideKey, type Judgement, type Judgements } from '../programme/judgements.ts';
import type { MatchPair, SessionItem } from '../programme/programme-acts.ts';
import type { CountedRecord } from '../programme/coded-record.ts';
import {
	CATEGORIES,
	type Category,
	type MunicipalityRole,
	type ProcessPhase,
	type Theme
} from '../vocabulary.ts';

/**
 * Who helps whom: what followers need or are stuck on, beside what frontrunners do well, on a category that both have,
 * first or beside that. Only proposals, counted from cards: a person who knows both sides says whether it is so.
 */

export interface MatchSide {
	readonly of: SessionItem;
	readonly sessionTitle: string;
	readonly theme: Theme;
	readonly kind: ComparedKind;
	readonly phase: ProcessPhase | null;
	/** Of the stack; the text of a loose card. */
	readonly title: string;
	readonly cell: ComparedCell;
	readonly cards: readonly EvidenceCard[];
}

/** Who could go and look where. */
export interface Visit {
	readonly from: MunicipalityCode;
	/** Every one that does it well, but itself. */
	readonly to: readonly MunicipalityCode[];
}

export interface Match {
	readonly key: string;
	readonly pair: MatchPair;
	/** What both are about, in the order of the code book; of a pair that somebody judged none where they share none any more. */
	readonly categories: readonly Category[];
	readonly asked: MatchSide;
	readonly offered: MatchSide;
	/** One per municipality that asks and has somewhere to go: as many as it reaches. */
	readonly visits: readonly Visit[];
	/** The phase of the process that both are about; null where they differ or it is not known. */
	readonly phase: ProcessPhase | null;
	readonly isSameTheme: boolean;
}

/** More helpers for one question are no choice any more. */
export const HELPERS_MAX = 3;

/**
 * The proposals, those that reach most municipalities first; of what is as wide, the same phase, the same theme and the most helpers.
 * Each question has its best helpers, without the pairs (by `pairKey`) that were judged. In a worksession for both groups a
 * card speaks for the municipalities whose role the record tells, see `saidAs`. `day` is that on which municipalities are counted, 'YYYY-MM-DD'.
 */
export function matchesOf(
	records: readonly CountedRecord[],
	day: string,
	judged: ReadonlySet<string> = new Set()
): readonly Match[] {
	const sides = records.flatMap((record) => sidesOf(countedCards(comparedCards(record, day))));
	const perItem = Map.groupBy(sides, ({ side }) => sideKey(side.of));
	const offered = Map.groupBy(
		sides.filter(({ isOffered }) => isOffered),
		({ category }) => category
	);
	const found = new Map<string, Match>();
	for (const asked of sides) {
		if (asked.isOffered) continue;
		for (const helper of bestHelpers(asked.side, offered.get(asked.category) ?? [], judged)) {
			const pair = { asked: asked.side.of, offered: helper.of };
			const key = pairKey(pair);
			const match = found.has(key) ? null : matchBetween(pair, perItem);
			if (match) found.set(key, match);
		}
	}
	return [...found.values()].sort(byWorth);
}

/** Two items with all the categories that both have, and the cards of both under those; null where they share none. */
function matchBetween(pair: MatchPair, perItem: ReadonlyMap<string, readonly CodedSide[]>): Match | null {
	const asking = perItem.get(sideKey(pair.asked)) ?? [];
	const helping = perItem.get(sideKey(pair.offered)) ?? [];
	const categories = CATEGORIES.filter((category) =>
		[asking, helping].every((sides) => sides.some((side) => side.category === category))
	);
	const [asked, offered] = [togetherOf(asking, categories), togetherOf(helping, categories)];
	return asked && offered && matchOf(categories, asked, offered);
}

/** A pair as it stands now, with what somebody said of it. */
export interface JudgedMatch {
	readonly match: Match;
	readonly judgement: Judgement;
}

/** The pairs that somebody judged, the first one first. What the records do not hold (any more) is left out. */
export function judgedMatches(
	records: readonly CountedRecord[],
	day: string,
	judgements: Judgements
): readonly JudgedMatch[] {
	const judged = Object.values(judgements);
	const wanted = new Set(judged.flatMap(({ pair }) => [sideKey(pair.asked), sideKey(pair.offered)]));
	const pieces = records
		.flatMap((record) => comparedCards(record, day))
		.filter(({ item }) => wanted.has(item));
	const perItem = Map.groupBy(pieces, ({ item }) => item);
	return judged.flatMap((judgement): JudgedMatch[] => {
		const { asked, offered } = judgement.pair;
		const [asking, helping] = [perItem.get(sideKey(asked)) ?? [], perItem.get(sideKey(offered)) ?? []];
		const [first, other] = [asking[0], helping[0]];
		if (!first || !other) return [];
		const said = { asked: saidBy('follower', asking), offered: saidBy('frontrunner', helping) };
		const sides = Map.groupBy(sidesOf(countedCards([...asking, ...helping])), ({ side }) => sideKey(side.of));
		const match =
			matchBetween(judgement.pair, sides) ??
			matchOf([], sideOf(first, said.asked), sideOf(other, said.offered));
		return [{ match, judgement }];
	});
}

function saidBy(role: MunicipalityRole, pieces: readonly ComparedCard[]): readonly ComparedCard[] {
	return pieces.flatMap((piece) => saidAs(role, piece) ?? []);
}

interface CodedSide {
	readonly category: Category;
	/** By frontrunners; else asked by followers. */
	readonly isOffered: boolean;
	readonly side: MatchSide;
	readonly pieces: readonly ComparedCard[];
}

/** The stacks and loose cards that ask or offer something and have a category; of a stack per category of its cards. */
function sidesOf(pieces: readonly ComparedCard[]): readonly CodedSide[] {
	const groups = Map.groupBy(pieces, ({ item, category }) => `${item} ${category}`);
	return [...groups.values()].flatMap((of) => {
		const [first] = of;
		if (!first?.category) return [];
		const isOffered = first.kind === 'strengths';
		const said = saidBy(isOffered ? 'frontrunner' : 'follower', of);
		return said.length > 0
			? [{ category: first.category, isOffered, side: sideOf(first, said), pieces: said }]
			: [];
	});
}

/** The cards of one item under any of these categories, each once; null where it has none of them. */
function togetherOf(sides: readonly CodedSide[], categories: readonly Category[]): MatchSide | null {
	const meant = sides.filter(({ category }) => categories.includes(category));
	if (meant.length <= 1) return meant[0]?.side ?? null;
	const perCard = new Map(meant.flatMap(({ pieces }) => pieces.map((piece) => [piece.evidence.id, piece])));
	const pieces = [...perCard.values()];
	return pieces[0] ? sideOf(pieces[0], pieces) : null;
}

function sideOf({ evidence, ref, theme, kind, phase }: ComparedCard, of: readonly ComparedCard[]): MatchSide {
	return {
		of: { sessionId: evidence.sessionId, item: ref },
		sessionTitle: evidence.sessionTitle,
		theme,
		kind,
		phase,
		title: evidence.stack ?? evidence.text,
		cell: cellOf(of),
		cards: of.map((piece) => piece.evidence)
	};
}

/** Thousands of questions meet hundreds of strengths: only what may stay is made into anything. */
function bestHelpers(
	asked: MatchSide,
	offered: readonly CodedSide[],
	judged: ReadonlySet<string>
): readonly MatchSide[] {
	const best: { readonly side: MatchSide; readonly worth: number }[] = [];
	for (const { side } of offered) {
		const worth = worthOf(asked, side);
		const last = best.length === HELPERS_MAX ? best.at(-1) : undefined;
		if (worth === null || (last && worth <= last.worth)) continue;
		if (judged.has(pairKey({ asked: asked.of, offered: side.of }))) continue;
		best.push({ side, worth });
		best.sort((one, other) => other.worth - one.worth);
		best.length = Math.min(best.length, HELPERS_MAX);
	}
	return best.map(({ side }) => side);
}

/** No room holds so many municipalities. */
const HELPERS_COUNTED_MAX = 999;

/** One number, so that reach comes before phase, phase before theme, and theme before helpers; null where only oneself would help. */
function worthOf(asked: MatchSide, offered: MatchSide): number | null {
	const [askers, helpers] = [asked.cell.municipalities, offered.cell.municipalities];
	const reach = reachOf(askers, helpers);
	if (reach === 0 && askers.length > 0 && helpers.length > 0) return null;
	const phase = Number(asked.phase !== null && asked.phase === offered.phase);
	const theme = Number(asked.theme === offered.theme);
	return (
		((reach * 2 + phase) * 2 + theme) * (HELPERS_COUNTED_MAX + 1) +
		Math.min(helpers.length, HELPERS_COUNTED_MAX)
	);
}

/** How many that ask have somewhere to go. */
function reachOf(askers: readonly MunicipalityCode[], helpers: readonly MunicipalityCode[]): number {
	const [only, ...others] = helpers;
	if (only === undefined) return 0;
	return others.length > 0 || !askers.includes(only) ? askers.length : askers.length - 1;
}

function matchOf(categories: readonly Category[], asked: MatchSide, offered: MatchSide): Match {
	const pair = { asked: asked.of, offered: offered.of };
	return {
		key: pairKey(pair),
		pair,
		categories,
		asked,
		offered,
		visits: asked.cell.municipalities
			.map((from) => ({ from, to: offered.cell.municipalities.filter((code) => code !== from) }))
			.filter(({ to }) => to.length > 0),
		phase: asked.phase === offered.phase ? asked.phase : null,
		isSameTheme: asked.theme === offered.theme
	};
}

function byWorth(one: Match, other: Match): number {
	const worth = (worthOf(other.asked, other.offered) ?? 0) - (worthOf(one.asked, one.offered) ?? 0);
	return worth || (one.key < other.key ? -1 : 1);
}
