import { allCards } from './card-table.ts';
import {
	REDACTED_TEXT,
	isTakenOrganisation,
	taken,
	takenAction,
	takenDecision,
	takenDetails,
	takenExample,
	takenFacts,
	takenIdea,
	takenReason,
	takenSettings,
	takenTable,
	textsOfAction,
	textsOfDecision,
	textsOfIdea,
	textsOfStep
} from './redacted-text.ts';
import { ORGANISATIONS_ID, organisationIdsOf } from './taken-organisations.ts';
import { answersOn, withAnswersChanged } from '../choose/rating-answers.ts';
import { mapChanged, mapValues, own } from '../keyed.ts';
import { organisationsBroughtIn, reasonsBroughtIn, withoutReasonsBroughtIn } from '../record/brought-in.ts';
import { toldReasons } from '../record/record-roti.ts';
import type { TextKind } from '../vocabulary.ts';
import type { AgendaItem } from '../day/agenda-item.ts';
import type { Round } from '../day/round.ts';
import type { Redaction, TextRef } from './card.ts';
import type { Participation } from '../people/participation.ts';
import type { Worksession } from '../worksession.ts';

/** Where a worksession holds what people typed beside cards, for each kind of it. */
interface TextHolder {
	/** Ids of all of this kind that is there. */
	readonly ids: (state: Worksession) => readonly string[];
	/** Every text of what is asked for, as far as somebody may be shown it; undefined when it is not there. */
	readonly texts: (state: Worksession, id: string) => readonly string[] | undefined;
	/** The worksession without those texts. */
	readonly without: (state: Worksession, id: string) => Worksession;
}

/** The title and place of a day are one, so they need no id of their own. */
export const FACTS_ID = 'facts';

export const TEXT_HOLDERS: Readonly<Record<TextKind, TextHolder>> = {
	step: listed('steps', textsOfStep, (step) => ({
		...step,
		title: REDACTED_TEXT,
		details: takenDetails(step.details)
	})),
	idea: listed('ideas', textsOfIdea, takenIdea),
	decision: listed('decisions', textsOfDecision, takenDecision),
	action: listed('actions', textsOfAction, takenAction),
	parked: listed('parked', textsOfAction, takenAction),
	example: listed('examples', ({ name, summary }) => [name, summary], takenExample),
	table: listed('tables', ({ name }) => [name], takenTable),
	break: listed(
		'agenda',
		(item) => (item.kind === 'break' ? [item.title] : undefined),
		(item): AgendaItem => (item.kind === 'break' ? { ...item, title: taken(item.title) } : item)
	),
	cluster: {
		ids: ({ rounds }) => Object.values(rounds).flatMap(({ clusters }) => Object.keys(clusters)),
		texts: ({ rounds }, id) => {
			const cluster = own(clustersWith(rounds, id), id);
			return cluster && [cluster.title];
		},
		without: (state, id) => ({
			...state,
			rounds: mapChanged(state.rounds, (round) => withoutClusterTitle(round, id))
		})
	},
	round: {
		ids: ({ rounds }) => Object.keys(rounds),
		texts: ({ rounds }, id) => {
			const settings = own(rounds, id)?.settings;
			return settings && [settings.question, settings.helpText, settings.note];
		},
		without: (state, id) => ({
			...state,
			rounds: mapChanged(state.rounds, (round) =>
				round.id === id ? { ...round, settings: takenSettings(round.settings) } : round
			)
		})
	},
	facts: {
		ids: () => [FACTS_ID],
		texts: ({ facts }, id) => (id === FACTS_ID ? [facts.title, facts.place] : undefined),
		without: (state) => ({ ...state, facts: takenFacts(state.facts) })
	},
	message: {
		ids: ({ message }) => (message ? [message.id] : []),
		texts: ({ message }, id) => (message?.id === id ? [message.text] : undefined),
		without: (state, id) => ({
			...state,
			message:
				state.message?.id === id ? { ...state.message, text: taken(state.message.text) } : state.message
		})
	},
	/** What somebody says of themselves: their function, their greeting, which then is gone, and whom they come for, which goes as the log is rewritten. */
	person: {
		ids: ({ participations, removed, redactions }) => [
			...Object.values({ ...participations, ...removed }).flatMap(({ id, formerIds }) => [id, ...formerIds]),
			...peopleRedacted(redactions).map(({ id }) => id)
		],
		texts: (state, id) => {
			const person = own(state.participations, id) ?? own(state.removed, id);
			if (person) return [person.functionName, person.greeting ?? '', organisationLeft(state, person)];
			return own(state.redactions, textKey({ kind: 'person', id })) && [];
		},
		without: (state, id) => {
			const take = (person: Participation) => (person.id === id ? takenPerson(person) : person);
			const [participations, removed] = [state.participations, state.removed];
			return {
				...state,
				participations: mapChanged(participations, take),
				removed: mapChanged(removed, take)
			};
		}
	},
	/** For whom people came to a day that came as its record, which knows nobody: the names of all of them go, as the log is rewritten. */
	organisations: {
		ids: ({ broughtIn }) => (broughtIn ? [ORGANISATIONS_ID] : []),
		texts: (state, id) =>
			state.broughtIn && id === ORGANISATIONS_ID ? organisationsLeft(state, state.broughtIn) : undefined,
		without: (state) => state
	},
	/** Reasons of ratings and of the mark for the day. */
	reason: {
		ids: (state) =>
			[...ratedReasons(state.ratings), ...rotiReasons(state), ...toldBefore(state)].map(
				({ reasonId }) => reasonId
			),
		texts: (state, id) => {
			const told = [
				...ratedReasons(state.ratings.filter(({ closedAt }) => closedAt !== null)),
				...toldReasons(state),
				...toldBefore(state)
			].filter(({ reasonId }) => reasonId === id);
			return told.length === 0 ? undefined : told.map(({ reason }) => reason);
		},
		without: (state, id) => withoutReasons(state, (reasonId) => reasonId === id)
	},
	version: {
		ids: ({ recordVersions }) => recordVersions.map((_, index) => versionId(index + 1)),
		texts: ({ recordVersions }, id) =>
			recordVersions.flatMap(({ reason }, index) => (versionId(index + 1) === id ? [[reason]] : []))[0],
		without: (state, id) => ({
			...state,
			recordVersions: state.recordVersions.map((version, index) =>
				versionId(index + 1) === id ? takenReason(version) : version
			)
		})
	}
};

/** Under what a redaction is known: `idea:…`, `cluster:…`. */
export function textKey({ kind, id }: TextRef): string {
	return `${kind}:${id}`;
}

/** For whom somebody comes. They say so once, on joining: a redaction since then took it, though the state shows that only once the log is rewritten. */
function organisationLeft({ redactions }: Worksession, person: Participation): string {
	const redaction = own(redactions, textKey({ kind: 'person', id: person.id }));
	const isSince = redaction !== undefined && redaction.at >= person.joinedAt;
	return isSince || isTakenOrganisation(person.organisation) ? '' : person.organisation;
}

/** Of a day that came as its record, each once; nothing is added to it since. */
function organisationsLeft(
	{ rounds, redactions }: Worksession,
	{ totals }: NonNullable<Worksession['broughtIn']>
): readonly string[] {
	if (own(redactions, textKey({ kind: 'organisations', id: ORGANISATIONS_ID }))) return [];
	const cards = Object.values(rounds).flatMap((round) => allCards(round.cards));
	const named = [...organisationsBroughtIn(totals), ...cards.map(({ organisation }) => organisation)];
	return [...new Set(named)].filter((name) => name !== '' && !isTakenOrganisation(name));
}

/** Of people, by their id; in a day that came as its record a number stands in place of an id. */
export function peopleRedacted(
	redactions: Worksession['redactions']
): readonly { readonly id: string; readonly redaction: Redaction }[] {
	const prefix = textKey({ kind: 'person', id: '' });
	return Object.entries(redactions).flatMap(([key, redaction]) =>
		key.startsWith(prefix) ? [{ id: key.slice(prefix.length), redaction }] : []
	);
}

/** Under what the reason for a version of the record is known. */
export function versionId(version: number): string {
	return `version-${version}`;
}

/** Ids of everything there is that holds words of people and that somebody is or may yet be shown. */
export function textIdsOf(state: Worksession): ReadonlySet<string> {
	const cards = Object.values(state.rounds).flatMap((round) => allCards(round.cards).map(({ id }) => id));
	const others = Object.values(TEXT_HOLDERS).flatMap(({ ids }) => ids(state));
	return new Set([...cards, ...others, ...organisationIdsOf(state)]);
}

/** Without what nobody is ever shown: reasons for the mark of the day when too few people gave one. */
export function withoutUntold(state: Worksession): Worksession {
	const kept = new Set(rotiReasons(state).map(({ reasonId }) => reasonId));
	const roti = mapChanged(state.roti, (answer) => (kept.has(answer.reasonId) ? answer : takenReason(answer)));
	return roti === state.roti ? state : { ...state, roti };
}

type ListKey = 'steps' | 'ideas' | 'decisions' | 'actions' | 'parked' | 'examples' | 'tables' | 'agenda';

/** What the worksession holds as a list of pieces. */
function listed<K extends ListKey>(
	key: K,
	texts: (piece: Worksession[K][number]) => readonly string[] | undefined,
	take: (piece: Worksession[K][number]) => Worksession[K][number]
): TextHolder {
	return {
		ids: (state) => state[key].map(({ id }) => id),
		texts: (state, id) => {
			const piece = piecesOf(state, key).find((known) => known.id === id);
			return piece && texts(piece);
		},
		without: (state, id) => ({
			...state,
			[key]: piecesOf(state, key).map((piece) => (piece.id === id ? take(piece) : piece))
		})
	};
}

function piecesOf<K extends ListKey>(state: Worksession, key: K): readonly Worksession[K][number][] {
	return state[key];
}

function clustersWith(rounds: Worksession['rounds'], id: string): Round['clusters'] {
	return Object.values(rounds).find(({ clusters }) => own(clusters, id) !== undefined)?.clusters ?? {};
}

function takenPerson(person: Participation): Participation {
	return { ...person, functionName: taken(person.functionName), greeting: null };
}

function withoutClusterTitle(round: Round, id: string): Round {
	const cluster = own(round.clusters, id);
	if (!cluster) return round;
	return { ...round, clusters: { ...round.clusters, [id]: { ...cluster, title: REDACTED_TEXT } } };
}

interface Reason {
	readonly reason: string;
	readonly reasonId: string;
}

function ratedReasons(ratings: Worksession['ratings']): readonly Reason[] {
	return ratings.flatMap(({ sheets }) => answersOn(sheets)).filter(({ reason }) => reason !== '');
}

/** In the record that this worksession came as. */
function toldBefore({ broughtIn }: Worksession): readonly Reason[] {
	return broughtIn ? reasonsBroughtIn(broughtIn.totals).filter(({ reason }) => reason !== '') : [];
}

/** Until the day closes more people may give a mark, after which the reasons are told. */
function rotiReasons(state: Worksession): readonly Reason[] {
	if (state.doors === 'closed') return toldReasons(state);
	return Object.values(state.roti).filter(({ reason }) => reason !== '');
}

function withoutReasons(state: Worksession, isTaken: (reasonId: string) => boolean): Worksession {
	const take = <T extends Reason>(answer: T): T => (isTaken(answer.reasonId) ? takenReason(answer) : answer);
	return {
		...state,
		ratings: state.ratings.map((rating) => ({ ...rating, sheets: withAnswersChanged(rating.sheets, take) })),
		roti: mapValues(state.roti, take),
		broughtIn: state.broughtIn && {
			...state.broughtIn,
			totals: withoutReasonsBroughtIn(state.broughtIn.totals, isTaken)
		}
	};
}
