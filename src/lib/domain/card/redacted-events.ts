import type { EventOf, EventType } from '../events.ts';
import {
	REDACTED_TEXT,
	taken,
	takenAction,
	takenDecision,
	takenDetails,
	takenExample,
	takenFacts,
	takenIdea,
	takenOwner,
	takenReadBack,
	takenReason,
	takenSettings,
	takenTable
} from './redacted-text.ts';
import { withoutReasonsBroughtIn } from '../record/brought-in.ts';
import { FACTS_ID, versionId } from './text-holders.ts';
import type { AgendaItem } from '../day/agenda-item.ts';

/** Every event that can hold words of people, and how it loses them. A test reads the types of all events and finds one that is missing. */

/** How an event loses its words, for each that says something of one card or one thing that was made in the room. */
export const WITHOUT_TEXT = {
	CardPosted: (event) => ({ ...event, text: REDACTED_TEXT }),
	CardEdited: (event) => ({ ...event, text: REDACTED_TEXT }),
	CardReadBack: (event) => ({ ...event, answer: event.answer && takenReadBack(event.answer) }),
	PieceAnswered: (event) => ({ ...event, answer: event.answer && takenReadBack(event.answer) }),
	StepAdded: (event) => ({ ...event, title: REDACTED_TEXT }),
	StepRenamed: (event) => ({ ...event, title: REDACTED_TEXT }),
	StepDescribed: (event) => ({ ...event, details: takenDetails(event.details) }),
	ClusterMade: (event) => ({ ...event, title: REDACTED_TEXT }),
	ClusterRenamed: (event) => ({ ...event, title: REDACTED_TEXT }),
	IdeaAdded: (event) => ({ ...event, idea: takenIdea(event.idea) }),
	IdeaChanged: (event) => ({ ...event, idea: takenIdea(event.idea) }),
	DecisionAdded: (event) => ({ ...event, decision: takenDecision(event.decision) }),
	DecisionChanged: (event) => ({ ...event, decision: takenDecision(event.decision) }),
	ActionAdded: (event) => ({ ...event, action: takenAction(event.action) }),
	ActionChanged: (event) => ({ ...event, action: takenAction(event.action) }),
	Parked: (event) => ({ ...event, parked: takenAction(event.parked) }),
	ParkedChanged: (event) => ({ ...event, owner: takenOwner(event.owner) })
} satisfies { readonly [T in EventType]?: (event: EventOf<T>) => EventOf<T> };

/** Whether what has this id loses its text. */
export type IsTaken = (id: string) => boolean;

/** The same for events that hold words of several things, or of something from which no title is made. */
export const WITHOUT_TEXTS = {
	WorksessionPrepared: (event, isTaken) => ({
		...event,
		facts: isTaken(FACTS_ID) ? takenFacts(event.facts) : event.facts,
		agenda: each(event.agenda, isTaken, takenItem),
		rounds: each(event.rounds, isTaken, (round) => ({ ...round, settings: takenSettings(round.settings) })),
		steps: each(event.steps, isTaken, (step) => ({
			...step,
			title: taken(step.title),
			details: takenDetails(step.details)
		})),
		examples: each(event.examples, isTaken, takenExample),
		tables: each(event.tables, isTaken, takenTable)
	}),
	FactsChanged: (event, isTaken) =>
		isTaken(FACTS_ID) ? { ...event, facts: takenFacts(event.facts) } : event,
	RoundChanged: (event, isTaken) =>
		isTaken(event.roundId) ? { ...event, settings: takenSettings(event.settings) } : event,
	RoundAdded: (event, isTaken) =>
		isTaken(event.round.id)
			? { ...event, round: { ...event.round, settings: takenSettings(event.round.settings) } }
			: event,
	BreakChanged: (event, isTaken) => (isTaken(event.itemId) ? { ...event, title: taken(event.title) } : event),
	BreakAdded: (event, isTaken) => (isTaken(event.itemId) ? { ...event, title: taken(event.title) } : event),
	ExampleAdded: (event, isTaken) =>
		isTaken(event.exampleId) ? { ...event, example: takenExample(event.example) } : event,
	ExampleChanged: (event, isTaken) =>
		isTaken(event.exampleId) ? { ...event, example: takenExample(event.example) } : event,
	TableAdded: (event, isTaken) =>
		isTaken(event.tableId) ? { ...event, table: takenTable(event.table) } : event,
	TableChanged: (event, isTaken) =>
		isTaken(event.tableId) ? { ...event, table: takenTable(event.table) } : event,
	MessageSent: (event, isTaken) => (isTaken(event.messageId) ? { ...event, text: taken(event.text) } : event),
	ParticipantJoined: withoutFunction,
	PersonAdded: withoutFunction,
	Greeted: (event, isTaken) =>
		isTaken(event.participationId) ? { ...event, text: taken(event.text) } : event,
	RatingGiven: withoutAnswer,
	RotiGiven: withoutAnswer,
	RecordBroughtIn: (event, isTaken) => ({ ...event, totals: withoutReasonsBroughtIn(event.totals, isTaken) }),
	RecordMoved: (event, isTaken) => (isTaken(versionId(event.version)) ? takenReason(event) : event)
} satisfies { readonly [T in EventType]?: (event: EventOf<T>, isTaken: IsTaken) => EventOf<T> };

/** Events that say why something was taken away: a later one on the same thing takes the place of what an earlier one said. */
export const REDACTION_EVENTS = ['CardRedacted', 'TextRedacted', 'GoneRedacted'] as const;

function each<T extends { readonly id: string }>(
	pieces: readonly T[],
	isTaken: IsTaken,
	take: (piece: T) => T
): readonly T[] {
	return pieces.map((piece) => (isTaken(piece.id) ? take(piece) : piece));
}

function takenItem(item: AgendaItem): AgendaItem {
	return item.kind === 'break' ? { ...item, title: taken(item.title) } : item;
}

function withoutFunction<E extends EventOf<'ParticipantJoined' | 'PersonAdded'>>(
	event: E,
	isTaken: IsTaken
): E {
	return isTaken(event.participationId) ? { ...event, functionName: taken(event.functionName) } : event;
}

function withoutAnswer<E extends EventOf<'RatingGiven' | 'RotiGiven'>>(event: E, isTaken: IsTaken): E {
	const { answer } = event;
	return answer && answer.reason !== '' && isTaken(answer.reasonId)
		? { ...event, answer: takenReason(answer) }
		: event;
}
