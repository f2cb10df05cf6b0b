import { takenReason } from '../card/redacted-text.ts';
import { byWords } from '../choose/rating-answers.ts';
import type { Evolvers } from '../evolve.ts';
import { mapValues, own } from '../keyed.ts';
import { municipalityName } from '../municipality/municipalities.ts';
import type { Attendance } from '../visibility/attendance.ts';
import type { OwnerOrigin } from '../visibility/owner-view.ts';
import type { ItemResult } from '../visibility/vote-results.ts';
import type { Worksession } from '../worksession.ts';
import type { RoleCode } from './record-codes.ts';
import type { RecordRating } from './record-ratings.ts';
import { byReason, type RecordReason, type RecordRoti } from './record-roti.ts';
import { renamedPartners, type RecordParticipation } from './record-people.ts';
import type { RecordVote } from './record-rounds.ts';
import type { RecordValidation } from './record-validation.ts';
import type { IntakeRecord } from './record.ts';

/**
 * A worksession that came as the file of its record. A record tells how many took part, how many dots something got and what was
 * answered how often, and of none of it who; so these are kept as the totals they are, beside the log of all that was said.
 */

/** Without the names of municipalities: those follow from their codes. */
interface TotalParticipation extends Omit<RecordParticipation, 'municipalities'> {
	readonly municipalities: readonly {
		readonly municipality: string;
		readonly people: number;
		/** Absent where the file told none. */
		readonly role?: RoleCode;
	}[];
}

/** What a record tells in totals only. */
export interface RecordTotals {
	readonly municipalityListDate: string;
	readonly participation: TotalParticipation;
	/** People by table id. */
	readonly tables: Readonly<Record<string, number>>;
	/** By round id: every vote that has ended. */
	readonly votes: Readonly<Record<string, readonly RecordVote[]>>;
	/** By round id and item key: the dots that count. */
	readonly dots: Readonly<Record<string, Readonly<Record<string, ItemResult>>>>;
	readonly ratings: readonly RecordRating[];
	readonly roti: RecordRoti | null;
	readonly validation: readonly RecordValidation[];
	/** By id of an action or of what is parked: for whom its owner came. */
	readonly owners: Readonly<Record<string, OwnerOrigin>>;
	/** By code, what a municipality was called on the day, where its name has changed since; absent where none has. */
	readonly names?: Readonly<Record<string, string>>;
}

/** From which file it came, when and who brought it in. */
export interface BroughtInFrom {
	/** Lower-case hexadecimal SHA-256 of the file. */
	readonly sha256: string;
	/** Epoch milliseconds. */
	readonly at: number;
	/** The account; no name stands in a log. */
	readonly accountId: string;
}

export interface BroughtIn extends BroughtInFrom {
	readonly totals: RecordTotals;
	readonly attendance: Attendance;
}

export const broughtInEvolvers: Evolvers<'RecordBroughtIn'> = {
	RecordBroughtIn: (state, { from, totals }) => ({
		...state,
		broughtIn: { ...from, totals, attendance: attendanceFrom(totals) },
		validated: totals.validation.map(({ at, ...answered }) => ({ ...answered, at: Date.parse(at) }))
	})
};

function attendanceFrom({ participation, tables }: RecordTotals): Attendance {
	const { people, observers, municipalities, partners } = participation;
	return {
		people,
		observers,
		municipalities: Object.fromEntries(
			municipalities.map(({ municipality, people: count }) => [municipality, count])
		),
		partners: Object.fromEntries(partners.map(({ organisation, people: count }) => [organisation, count])),
		tables
	};
}

/** The dots that a round brought along; null for a day that was held here. */
export function dotsBroughtIn(
	{ broughtIn }: Pick<Worksession, 'broughtIn'>,
	roundId: string
): Readonly<Record<string, ItemResult>> | null {
	return broughtIn && (own(broughtIn.totals.dots, roundId) ?? {});
}

/** For whom an owner came whom only the file knew. */
export function ownerBroughtIn(
	{ broughtIn }: Pick<Worksession, 'broughtIn'>,
	ownerId: string
): OwnerOrigin | null {
	return (broughtIn && own(broughtIn.totals.owners, ownerId)) ?? null;
}

/** A record as drawn, with the totals that came with it; the same for a day that was held here. */
export function withTotals(record: IntakeRecord, broughtIn: BroughtIn | null): IntakeRecord {
	if (broughtIn === null) return record;
	const { municipalityListDate, participation, votes, ratings, roti, names = {} } = broughtIn.totals;
	return {
		...record,
		session: { ...record.session, municipalityListDate },
		participation: {
			...participation,
			municipalities: participation.municipalities.map(({ municipality: code, people, role = null }) => ({
				code,
				name: own(names, code) ?? municipalityName(code) ?? code,
				people,
				role
			}))
		},
		rounds: record.rounds.map((round) => ({ ...round, votes: own(votes, round.id) ?? [] })),
		ratings,
		roti
	};
}

/** Why people answered as they did, as far as the file told. */
export function reasonsBroughtIn({
	ratings,
	roti
}: Pick<RecordTotals, 'ratings' | 'roti'>): readonly RecordReason[] {
	const rated = ratings.flatMap(({ results }) => results.flatMap(({ reasons }) => reasons));
	return [...rated, ...(roti?.reasons ?? [])];
}

/** For whom people came, as far as the file told. */
export function organisationsBroughtIn({
	participation,
	owners
}: Pick<RecordTotals, 'participation' | 'owners'>): readonly string[] {
	return [...participation.partners, ...Object.values(owners)].map(({ organisation }) => organisation);
}

/** Totals in which organisations are called as `rename` says. */
export function withOrganisationsBroughtIn(
	totals: RecordTotals,
	rename: (organisation: string) => string
): RecordTotals {
	const { participation, owners } = totals;
	return {
		...totals,
		participation: { ...participation, partners: renamedPartners(participation.partners, rename) },
		owners: mapValues(owners, (owner) => ({ ...owner, organisation: rename(owner.organisation) }))
	};
}

/** Totals without the reasons that are taken away. */
export function withoutReasonsBroughtIn(
	totals: RecordTotals,
	isTaken: (reasonId: string) => boolean
): RecordTotals {
	const take = <T extends RecordReason>(answer: T): T =>
		isTaken(answer.reasonId) ? takenReason(answer) : answer;
	const { ratings, roti } = totals;
	return {
		...totals,
		ratings: ratings.map((rating) => ({
			...rating,
			results: rating.results.map((result) => ({
				...result,
				reasons: result.reasons.map((answer) => take(answer)).sort(byWords)
			}))
		})),
		roti: roti && { ...roti, reasons: roti.reasons.map((answer) => take(answer)).sort(byReason) }
	};
}
