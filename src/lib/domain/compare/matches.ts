import {
	cellOf,
	comparedCards,
	type ComparedCard,
	type ComparedCell,
	type ComparedKind,
	type EvidenceCard
} from './compared-cards.ts';
import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { pairKey, sideKey, type Judgement, type Judgements } from '../programme/judgements.ts';
import type { MatchPair, SessionItem } from '../programme/programme-acts.ts';
import type { IntakeRecord } from '../record/record.ts';
import type { Category, ProcessPhase, Theme } from '../vocabulary.ts';

/**
 * Who helps whom: what followers need or are stuck on, beside what frontrunners do well, on the same category. Only proposals, counted
 * from cards: a person who knows both sides says whether it is so.
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
	/** What both are about; of a pair that somebody judged that of who asks, and null where its category was taken back. */
	readonly category: Category | null;
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
 * Each question has its best helpers, without the pairs (by `pairKey`) that were judged. Worksessions for both groups tell no roles and
 * are left out. `day` is that on which municipalities are counted, 'YYYY-MM-DD'.
 */
export function matchesOf(
	records: readonly IntakeRecord[],
	day: string,
	judged: ReadonlySet<string> = new Set()
): readonly Match[] {
	const sides = records.flatMap((record) => sidesOf(comparedCards(record, day)));
	const offered = Map.groupBy(
		sides.filter(({ isOffered }) => isOffered),
		({ category }) => category
	);
	return sides
		.filter(({ isOffered }) => !isOffered)
		.flatMap((asked) =>
			bestHelpers(asked.side, offered.get(asked.category) ?? [], judged).map((helper) =>
				matchOf(asked.category, asked.side, helper)
			)
		)
		.sort(byWorth);
}

/** A pair as it stands now, with what somebody said of it. */
export interface JudgedMatch {
	readonly match: Match;
	readonly judgement: Judgement;
}

/** The pairs that somebody judged, the first one first. What the records do not hold (any more) is left out. */
export function judgedMatches(
	records: readonly IntakeRecord[],
	day: string,
	judgements: Judgements
): readonly JudgedMatch[] {
	const judged = Object.values(judgements);
	const wanted = new Set(judged.flatMap(({ pair }) => [sideKey(pair.asked), sideKey(pair.offered)]));
	const pieces = records
		.flatMap((record) => comparedCards(record, day))
		.filter(({ item }) => wanted.has(item));
	const perItem = Map.groupBy(pieces, ({ item }) => item);
	return judged.flatMap((judgement) => {
		const { asked, offered } = judgement.pair;
		const [asking, helping] = [perItem.get(sideKey(asked)) ?? [], perItem.get(sideKey(offered)) ?? []];
		const [first, other] = [asking[0], helping[0]];
		if (!first || !other) return [];
		const match = matchOf(first.category, sideOf(first, asking), sideOf(other, helping));
		return [{ match, judgement }];
	});
}

interface CodedSide {
	readonly category: Category;
	/** By frontrunners; else asked by followers. */
	readonly isOffered: boolean;
	readonly side: MatchSide;
}

/** The stacks and loose cards that ask or offer something and have a category; of a stack per category of its cards. */
function sidesOf(pieces: readonly ComparedCard[]): readonly CodedSide[] {
	const groups = Map.groupBy(pieces, ({ item, category }) => `${item} ${category}`);
	return [...groups.values()].flatMap((of) => {
		const [first] = of;
		if (!first?.category) return [];
		const isOffered = first.group === 'frontrunner' && first.kind === 'strengths';
		const isAsked = first.group === 'follower' && first.kind !== 'strengths';
		return isOffered || isAsked ? [{ category: first.category, isOffered, side: sideOf(first, of) }] : [];
	});
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

function matchOf(category: Category | null, asked: MatchSide, offered: MatchSide): Match {
	const pair = { asked: asked.of, offered: offered.of };
	return {
		key: pairKey(pair),
		pair,
		category,
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
