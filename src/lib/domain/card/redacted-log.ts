import type { EventOf, EventType, WorksessionEvent } from '../events.ts';
import { TITLE_LENGTH_MAX } from '../limits.ts';
import {
	REDACTED_TEXT,
	takenAction,
	takenDecision,
	takenDetails,
	takenIdea,
	takenOwner,
	takenReadBack
} from './redacted-text.ts';
import { textIdsOf } from './redaction.ts';
import type { Redaction } from './card.ts';
import type { Worksession } from '../worksession.ts';

/** How a log loses texts: every event that held them is written again without. */

/** Of what events take the text away. */
export interface Taken {
	/** By id of a card, step, cluster, idea, decision or action. */
	readonly texts: ReadonlyMap<string, Redaction>;
	/** When everything that is no more loses its text: ids of all that is there still. Else null. */
	readonly kept: ReadonlySet<string> | null;
}

/** What these events take away, after which the worksession is in this state; null when nothing. */
export function takenBy(events: readonly WorksessionEvent[], state: Worksession): Taken | null {
	const texts = new Map<string, Redaction>();
	for (const event of events) {
		if (event.type === 'CardRedacted') texts.set(event.cardId, event.redaction);
		if (event.type === 'TextRedacted') texts.set(event.target.id, event.redaction);
	}
	const kept = events.some(({ type }) => type === 'GoneRedacted') ? textIdsOf(state) : null;
	return texts.size === 0 && kept === null ? null : { texts, kept };
}

/** How an event loses its words, for each that can hold words of a card or of what was made in the room. */
const WITHOUT_TEXT = {
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

type TextEventType = keyof typeof WITHOUT_TEXT;
type TextEvent = EventOf<TextEventType>;

/** The only events that a redaction can reach. */
export const EVENTS_WITH_TEXT = Object.keys(WITHOUT_TEXT) as readonly TextEventType[];

function isTextEvent(event: WorksessionEvent): event is TextEvent {
	return Object.hasOwn(WITHOUT_TEXT, event.type);
}

function withoutText(event: TextEvent): WorksessionEvent {
	const take = WITHOUT_TEXT[event.type] as (event: TextEvent) => WorksessionEvent;
	return take(event);
}

/** What a redaction took away, by which a record that was drawn earlier is rewritten. */
export interface RedactedLog {
	/** Only what changed: position in the log → the event without the text. */
	readonly changed: ReadonlyMap<number, WorksessionEvent>;
	/** Ids of what lost its text because that was asked, or because it is no more. */
	readonly ids: ReadonlySet<string>;
	/** Ids of the steps, clusters and ideas that had such a text as their title. */
	readonly retitled: ReadonlySet<string>;
}

/**
 * The events of a log that hold what is taken away, without it: every version, and the titles of steps, clusters and ideas that were
 * made from it and begin with it. A title that somebody typed themselves stays, and so does one that was made from what is no more.
 */
export function redactedLog(events: readonly WorksessionEvent[], { texts, kept }: Taken): RedactedLog {
	const changed = new Map<number, WorksessionEvent>();
	const ids = new Set<string>();
	const copies = new Copies(texts.keys());
	for (const [position, event] of events.entries()) {
		if (!isTextEvent(event)) continue;
		const id = idOf(event);
		const isTaken = texts.has(id) || (kept !== null && !kept.has(id));
		if (isTaken) {
			const left = withoutText(event);
			if (JSON.stringify(left) === JSON.stringify(event)) continue;
			ids.add(id);
			copies.remember(id, titleOf(event));
			changed.set(position, left);
		} else if (copies.isCopy(event, id)) changed.set(position, withoutTitle(event));
	}
	return { changed, ids, retitled: copies.retitled };
}

/** Titles that are copies of a text that is taken away. */
class Copies {
	readonly retitled = new Set<string>();
	/** By id of what loses its text, and of what had that as a title: the titles that tell it. */
	readonly #titles: Map<string, Set<string>>;

	constructor(ids: Iterable<string>) {
		this.#titles = new Map([...ids].map((id) => [id, new Set<string>()]));
	}

	/** Only of what was asked for: what is no more tells nothing of what was made from it and lives on. */
	remember(id: string, title: string | null): void {
		if (title !== null && title !== REDACTED_TEXT) this.#titles.get(id)?.add(asTitle(title));
	}

	isCopy(event: TextEvent, id: string): boolean {
		const title = titleOf(event);
		if (title === null) return false;
		const sources = [...sourcesOf(event), id];
		const isCopy = sources.some((source) => this.#titles.get(source)?.has(asTitle(title)) === true);
		if (isCopy) {
			this.#titles.set(id, new Set([...(this.#titles.get(id) ?? []), asTitle(title)]));
			this.retitled.add(id);
		} else this.retitled.delete(id);
		return isCopy;
	}
}

function idOf(event: TextEvent): string {
	if ('cardId' in event) return event.cardId;
	if ('stepId' in event && 'clusterId' in event) return event.clusterId;
	if ('stepId' in event) return event.stepId;
	if ('clusterId' in event) return event.clusterId;
	if ('ideaId' in event) return event.ideaId;
	if ('parkedId' in event) return event.parkedId;
	return 'decisionId' in event ? event.decisionId : event.actionId;
}

/** What may have become the title of something else; the text of a card, or a title. */
function titleOf(event: TextEvent): string | null {
	if ('title' in event) return event.title;
	if ('text' in event) return event.text;
	return 'idea' in event ? event.idea.title : null;
}

/** Ids of what something was made from. */
function sourcesOf(event: TextEvent): readonly string[] {
	if ('cardIds' in event) return event.cardIds;
	return 'from' in event ? event.from.map(({ item }) => item.id) : [];
}

function withoutTitle(event: TextEvent): WorksessionEvent {
	if ('idea' in event) return { ...event, idea: { ...event.idea, title: REDACTED_TEXT } };
	return 'title' in event ? { ...event, title: REDACTED_TEXT } : event;
}

/** As a dialog proposes the text of a card for a title. */
function asTitle(text: string): string {
	return [...text.trim()].slice(0, TITLE_LENGTH_MAX).join('').trim();
}
