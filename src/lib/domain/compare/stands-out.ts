import type { MunicipalityCode } from '../municipality/municipalities.ts';
import { GROUP_CODES, ROLE_CODES } from '../record/record-codes.ts';
import type { IntakeRecord } from '../record/record.ts';
import { CATEGORIES, MUNICIPALITY_ROLES, type Category, type MunicipalityRole } from '../vocabulary.ts';
import { codeOn, distinctCodes, saidAs, type ComparedCard, type ComparedKind } from './compared-cards.ts';

/** Who could teach whom, and what nobody has solved (RECORD.md 4): how a category stands with frontrunners and followers, over the themes shown. */

type Pattern = 'teach' | 'national' | 'next-stage' | 'unsolved';

export interface ComparedPattern {
	readonly category: Category;
	readonly pattern: Pattern;
	/** Distinct municipalities that name it as a bottleneck, of followers and of frontrunners, and frontrunners that name it as a strength. */
	readonly followersStuck: number;
	readonly frontrunnersStuck: number;
	readonly frontrunnersStrong: number;
}

export interface StandsOut {
	/** Most followers first. */
	readonly patterns: readonly ComparedPattern[];
	/** Distinct municipalities that took part as follower and as frontrunner: what the counts are "of". */
	readonly followers: number;
	readonly frontrunners: number;
}

/** What stands out among the compared cards of these records, each under all of its categories. */
export function standsOut(
	records: readonly IntakeRecord[],
	pieces: readonly ComparedCard[],
	day: string
): StandsOut {
	const named = namedBy(pieces);
	const took = (role: MunicipalityRole) =>
		distinctCodes(records.flatMap((record) => tookPartAs(role, record, day))).length;
	const patterns = CATEGORIES.flatMap((category) => {
		const followersStuck = named('follower', 'bottlenecks', category);
		const frontrunnersStuck = named('frontrunner', 'bottlenecks', category);
		const frontrunnersStrong = named('frontrunner', 'strengths', category);
		const pattern = patternOf(followersStuck, frontrunnersStuck, frontrunnersStrong);
		return pattern ? [{ category, pattern, followersStuck, frontrunnersStuck, frontrunnersStrong }] : [];
	}).sort((a, b) => b.followersStuck - a.followersStuck || b.frontrunnersStuck - a.frontrunnersStuck);
	return { patterns, followers: took('follower'), frontrunners: took('frontrunner') };
}

/** Counts the distinct municipalities that named a category so. */
function namedBy(
	pieces: readonly ComparedCard[]
): (role: MunicipalityRole, kind: ComparedKind, category: Category) => number {
	const named = new Map<string, Set<MunicipalityCode>>();
	for (const piece of pieces)
		for (const role of MUNICIPALITY_ROLES) {
			const codes = saidAs(role, piece)?.evidence.municipalities ?? [];
			const key = [role, piece.kind, piece.category].join();
			const known = named.get(key) ?? new Set();
			for (const code of codes) known.add(code);
			named.set(key, known);
		}
	return (role, kind, category) => named.get([role, kind, category].join())?.size ?? 0;
}

/** In a worksession for both groups only those of which the record tells their role. */
function tookPartAs(
	role: MunicipalityRole,
	{ session, participation }: IntakeRecord,
	day: string
): readonly MunicipalityCode[] {
	const isMixed = session.group === GROUP_CODES.mixed;
	if (!isMixed && session.group !== GROUP_CODES[role]) return [];
	return participation.municipalities
		.filter((one) => !isMixed || one.role === ROLE_CODES[role])
		.map(({ code }) => codeOn(code, day));
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
