import { ballotOf, givenBy, lessDots, pursesOf, sumOf } from '../choose/ballots.ts';
import { sheetsOf } from '../choose/rating-answers.ts';
import type { AnswerSheet, KeptAnswer } from '../choose/rating.ts';
import type { Context } from '../commands.ts';
import { own } from '../keyed.ts';
import { hostedTable } from '../people/tables.ts';
import { remembering } from '../remembering.ts';
import type { ParticipationRole } from '../vocabulary.ts';
import type { Ballot } from '../choose/ballot.ts';
import type { Round } from '../day/round.ts';
import type { Participation } from '../people/participation.ts';
import type { Worksession } from '../worksession.ts';
import { type OwnCardView, ownCards } from './own-cards.ts';
import type { People } from './people.ts';

/** What one participant alone receives. */
export interface OwnView {
	readonly participationId: string;
	/** Whom this person was before a facilitator made two participations one; their devices may still keep something under these ids. */
	readonly formerIds: readonly string[];
	readonly name: string;
	readonly role: ParticipationRole;
	readonly organisation: string;
	readonly municipalities: readonly string[];
	readonly functionName: string;
	readonly greeting: string | null;
	readonly handRaisedAt: number | null;
	readonly tableId: string | null;
	/** Leads the table at which they sit. */
	readonly isHost: boolean;
	/** Ids of the rounds in whose present stage this person said to be ready. */
	readonly readyIn: readonly string[];
	readonly cards: Readonly<Record<string, OwnCardView>>;
	/** Own dots per round: item key → dots. */
	readonly dots: Readonly<Record<string, Ballot>>;
	/** Per round in which municipalities share a budget, what lies from each purse of this person that is not full any more. */
	readonly purses: Readonly<Record<string, PursesView>>;
	/** Per rating what lies on the sheets that this person fills in, alone or with others of the same municipality. */
	readonly sheets: Readonly<Record<string, SheetsView>>;
	/** What the day was worth to this person; null while they did not say. */
	readonly roti: KeptAnswer | null;
}

/** By voice, see `rating-answers.ts`. */
type SheetsView = Readonly<Record<string, AnswerSheet>>;

/** By purse, see `ballots.ts`. */
type PursesView = Readonly<Record<string, PurseView>>;

/** A budget that this person shares: those who fill in a ballot together see where its dots lie, and not who placed them. */
interface PurseView {
	readonly own: Ballot;
	readonly others: Ballot;
}

/**
 * What the participant alone may see: cards they wrote, dots they gave. Null for someone who has not joined.
 * `context.proofOf` finds their fully anonymous cards, if this connection holds the key.
 */
export function ownView(
	state: Worksession,
	people: People,
	participationId: string,
	proofOf: Context['proofOf']
): OwnView | null {
	const participation = own(state.participations, participationId);
	if (!participation) return null;
	const context = { actor: { role: 'participant', participationId }, proofOf } as const;
	return {
		participationId,
		formerIds: participation.formerIds,
		name: people.names.get(participationId) ?? '',
		role: participation.role,
		organisation: participation.organisation,
		municipalities: participation.municipalities,
		functionName: participation.functionName,
		greeting: participation.greeting,
		handRaisedAt: participation.handRaisedAt,
		tableId: participation.tableId,
		isHost: hostedTable(state, participationId) !== null,
		readyIn: readyIn(state, participationId),
		cards: ownCards(state, context),
		dots: ownDots(state, participationId),
		purses: ownPurses(state, participation),
		sheets: ownSheets(state, participation),
		roti: ownRoti(state, participationId)
	};
}

function readyIn(state: Worksession, participationId: string): readonly string[] {
	return Object.values(state.rounds).flatMap((round) =>
		own(round.ready, participationId) ? [round.id] : []
	);
}

/** A mark for the day, as whoever gave it sees it, and who writes it down for them. */
export const rotiView = remembering(({ score, reason, reasonId }: KeptAnswer): KeptAnswer => ({
	score,
	reason,
	reasonId
}));

function ownRoti({ roti }: Worksession, participationId: string): OwnView['roti'] {
	const answer = own(roti, participationId);
	return answer ? rotiView(answer) : null;
}

function ownDots(state: Worksession, participationId: string): OwnView['dots'] {
	const dots: Record<string, Ballot> = {};
	for (const round of Object.values(state.rounds)) {
		const given = own(round.ballots, participationId);
		if (given) dots[round.id] = sumOf(Object.values(given));
	}
	return dots;
}

function ownPurses(state: Worksession, person: Participation): OwnView['purses'] {
	const shared = Object.values(state.rounds).filter(({ settings }) => settings.budgetPer === 'municipality');
	const views = shared.map((round) => [round.id, pursesView(round, person)] as const);
	return Object.fromEntries(views.filter(([, purses]) => Object.keys(purses).length > 0));
}

function pursesView({ settings, ballots }: Round, person: Participation): PursesView {
	const given = givenBy(ballots, person.id);
	const views: Record<string, PurseView> = {};
	for (const purse of pursesOf(settings, person)) {
		const mine = own(given, purse) ?? {};
		const all = ballotOf(ballots, person.id, purse);
		if (Object.keys(all).length > 0) views[purse] = { own: mine, others: lessDots(all, mine) };
	}
	return views;
}

function ownSheets({ ratings }: Worksession, person: Participation): OwnView['sheets'] {
	const views = ratings.map((rating) => [rating.id, sheetsOf(rating, person)] as const);
	return Object.fromEntries(views.filter(([, sheets]) => Object.keys(sheets).length > 0));
}
