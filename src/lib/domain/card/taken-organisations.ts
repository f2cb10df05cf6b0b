import { OWN_PURSE, purseOfOrganisation } from '../choose/ballots.ts';
import type { EventOf, EventType, WorksessionEvent } from '../events.ts';
import { organisationsBroughtIn, withOrganisationsBroughtIn } from '../record/brought-in.ts';
import type { Keyed } from '../keyed.ts';
import type { Worksession } from '../worksession.ts';
import { allCards } from './card-table.ts';
import { isTakenOrganisation, takenOrganisation } from './redacted-text.ts';

/**
 * Whom people come for goes by its name, and of everybody who came for it at once: were it of one of them, the cards that then lack it
 * would be known as theirs. Dots and answers are given for an organisation, so each that goes keeps a number, by which those of one stay
 * together and those of two apart.
 */

/** What stands in the place of organisations that are taken away, by their id. */
export type TakenOrganisations = ReadonlyMap<string, string>;

/** For all organisations that were taken away: an id of one would tell its name. */
export const ORGANISATIONS_ID = 'organisations';

/** Under what an organisation is known, however it is written; null where nobody names one. */
function organisationId(organisation: string): string | null {
	if (organisation === '') return null;
	const purse = purseOfOrganisation(organisation);
	return purse === OWN_PURSE ? `unreadable:${organisation}` : purse;
}

/** Ids of every organisation that a worksession still knows, of whoever comes for it or gave something for it. */
export function organisationIdsOf(state: Worksession): readonly string[] {
	const { participations, removed, ratings, broughtIn } = state;
	const rounds = Object.values(state.rounds);
	const named = [
		...Object.values({ ...participations, ...removed }),
		...rounds.flatMap((round) => allCards(round.cards))
	].map(({ organisation }) => organisation);
	const given: readonly Keyed<Keyed<object>>[] = [
		...rounds.flatMap(({ ballots, earlierVotes }) => [ballots, ...earlierVotes.map((vote) => vote.ballots)]),
		...ratings.map(({ sheets }) => sheets)
	];
	const purses = given.flatMap((byPerson) => Object.values(byPerson).flatMap((of) => Object.keys(of)));
	const before = broughtIn ? organisationsBroughtIn(broughtIn.totals) : [];
	return [...[...named, ...before].flatMap((organisation) => organisationId(organisation) ?? []), ...purses];
}

/** Which organisations a redaction takes away: those of the people who are asked for, or of all of them, and where `kept` is told all but these ids. */
export function takenOrganisations(
	events: readonly WorksessionEvent[],
	isAsked: (id: string) => boolean,
	kept: ReadonlySet<string> | null
): TakenOrganisations {
	const known = new Set<string>();
	const gone = new Set<string>();
	const areAllAsked = isAsked(ORGANISATIONS_ID);
	for (const event of events)
		for (const organisation of organisationsIn(event)) {
			const id = organisationId(organisation);
			if (id === null) continue;
			known.add(id);
			if (isTakenOrganisation(organisation)) continue;
			const isOfAsked = areAllAsked || (isComing(event) && isAsked(event.participationId));
			if (isOfAsked || kept?.has(id) === false) gone.add(id);
		}
	return numbered(gone, known);
}

function numbered(gone: ReadonlySet<string>, known: ReadonlySet<string>): TakenOrganisations {
	const names = new Map<string, string>();
	let number = 0;
	for (const id of gone) {
		do number += 1;
		while (known.has(purseOfOrganisation(takenOrganisation(number))));
		names.set(id, takenOrganisation(number));
	}
	return names;
}

/** What is said instead of an organisation; itself when it stays. */
export function organisationLeft(organisation: string, gone: TakenOrganisations): string {
	return gone.get(organisationId(organisation) ?? '') ?? organisation;
}

function purseLeft(purse: string, gone: TakenOrganisations): string {
	const name = gone.get(purse);
	return name === undefined ? purse : purseOfOrganisation(name);
}

type Rewrite<T extends EventType> = (event: EventOf<T>, gone: TakenOrganisations) => EventOf<T>;

/** Every event that says for whom somebody comes, and how it says so no more. */
const WITHOUT_ORGANISATIONS = {
	ParticipantJoined: withoutName,
	PersonAdded: withoutName,
	CardPosted: withoutName,
	DotPlaced: withoutPurse,
	DotTaken: withoutPurse,
	RatingGiven: (event, gone) => ({ ...event, voices: event.voices.map((voice) => purseLeft(voice, gone)) }),
	RecordBroughtIn: (event, gone) => ({
		...event,
		totals: withOrganisationsBroughtIn(event.totals, (organisation) => organisationLeft(organisation, gone))
	})
} satisfies { readonly [T in EventType]?: Rewrite<T> };

type OrganisationEventType = keyof typeof WITHOUT_ORGANISATIONS;

export const EVENTS_WITH_ORGANISATION = Object.keys(
	WITHOUT_ORGANISATIONS
) as readonly OrganisationEventType[];

/** The event without the organisations that are taken away; itself where it holds none. */
export function withoutOrganisations(event: WorksessionEvent, gone: TakenOrganisations): WorksessionEvent {
	if (gone.size === 0 || !isOrganisationEvent(event)) return event;
	const rewrite = WITHOUT_ORGANISATIONS[event.type] as Rewrite<OrganisationEventType>;
	return rewrite(event, gone);
}

function isOrganisationEvent(event: WorksessionEvent): event is EventOf<OrganisationEventType> {
	return Object.hasOwn(WITHOUT_ORGANISATIONS, event.type);
}

function isComing(event: WorksessionEvent): event is EventOf<'ParticipantJoined' | 'PersonAdded'> {
	return event.type === 'ParticipantJoined' || event.type === 'PersonAdded';
}

function organisationsIn(event: WorksessionEvent): readonly string[] {
	if (event.type === 'RecordBroughtIn') return organisationsBroughtIn(event.totals);
	return 'organisation' in event ? [event.organisation] : [];
}

function withoutName<E extends { readonly organisation: string }>(event: E, gone: TakenOrganisations): E {
	return { ...event, organisation: organisationLeft(event.organisation, gone) };
}

function withoutPurse<E extends { readonly purse: string }>(event: E, gone: TakenOrganisations): E {
	return { ...event, purse: purseLeft(event.purse, gone) };
}
