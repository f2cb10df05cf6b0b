import type { EventOf, EventType, WorksessionEvent } from '../events.ts';
import { TITLE_LENGTH_MAX } from '../limits.ts';
import { REDACTION_EVENTS, WITHOUT_TEXT, WITHOUT_TEXTS, type IsTaken } from './redacted-events.ts';
import { REDACTED_TEXT, takenReason } from './redacted-text.ts';
import {
	EVENTS_WITH_ORGANISATION,
	ORGANISATIONS_ID,
	takenOrganisations,
	withoutOrganisations,
	type TakenOrganisations
} from './taken-organisations.ts';
import { own } from '../keyed.ts';
import { peopleRedacted, textIdsOf } from './text-holders.ts';
import type { Redaction, TextRef } from './card.ts';
import type { Worksession } from '../worksession.ts';

/** How a log loses texts: every event that held them is written again without. */

/** Of what events take the text away. */
export interface Taken {
	/** By id of a card, or of what else a text is of. */
	readonly texts: ReadonlyMap<string, Redaction>;
	/** When everything that is no more loses its text: ids of all that is there still. Else null. */
	readonly kept: ReadonlySet<string> | null;
	/** Where words of people about themselves go: every redaction of such words until now. */
	readonly people?: readonly Redaction[];
}

/** What these events take away, after which the worksession is in this state; null when nothing. */
export function takenBy(events: readonly WorksessionEvent[], state: Worksession): Taken | null {
	const texts = new Map<string, Redaction>();
	for (const event of events) {
		if (event.type === 'CardRedacted') texts.set(event.cardId, event.redaction);
		if (event.type === 'TextRedacted')
			for (const id of idsTaken(event.target, state)) texts.set(id, event.redaction);
	}
	const kept = events.some(({ type }) => type === 'GoneRedacted') ? textIdsOf(state) : null;
	if (texts.size === 0 && kept === null) return null;
	const isOfPeople = events.some((event) => event.type === 'TextRedacted' && event.target.kind === 'person');
	const people = peopleRedacted(state.redactions).map(({ redaction }) => redaction);
	return { texts, kept, ...(isOfPeople && { people }) };
}

/** Whoever turned out to be this person said something of themselves too. */
function idsTaken({ kind, id }: TextRef, { participations, removed }: Worksession): readonly string[] {
	const person = kind === 'person' ? (own(participations, id) ?? own(removed, id)) : undefined;
	return [id, ...(person?.formerIds ?? [])];
}

type TextEventType = keyof typeof WITHOUT_TEXT;
type TextEvent = EventOf<TextEventType>;
type TextsEvent = EventOf<keyof typeof WITHOUT_TEXTS>;
type RedactionEvent = EventOf<(typeof REDACTION_EVENTS)[number]>;

/** The only events that a redaction can reach. */
export const EVENTS_WITH_TEXT: readonly EventType[] = [
	...(Object.keys(WITHOUT_TEXT) as readonly TextEventType[]),
	...(Object.keys(WITHOUT_TEXTS) as readonly TextsEvent['type'][]),
	...EVENTS_WITH_ORGANISATION,
	...REDACTION_EVENTS
];

function isTextEvent(event: WorksessionEvent): event is TextEvent {
	return Object.hasOwn(WITHOUT_TEXT, event.type);
}

function isTextsEvent(event: WorksessionEvent): event is TextsEvent {
	return Object.hasOwn(WITHOUT_TEXTS, event.type);
}

function isRedactionEvent(event: WorksessionEvent): event is RedactionEvent {
	return REDACTION_EVENTS.some((type) => type === event.type);
}

function withoutText(event: TextEvent): WorksessionEvent {
	const take = WITHOUT_TEXT[event.type] as (event: TextEvent) => WorksessionEvent;
	return take(event);
}

function withoutTexts(event: TextsEvent, isTaken: IsTaken): WorksessionEvent {
	const take = WITHOUT_TEXTS[event.type] as (event: TextsEvent, isTaken: IsTaken) => WorksessionEvent;
	return take(event, isTaken);
}

/** What a redaction took away, by which a record that was drawn earlier is rewritten. */
export interface RedactedLog {
	/** Only what changed: position in the log → the event without the text. */
	readonly changed: ReadonlyMap<number, WorksessionEvent>;
	/** Ids of what lost its text because that was asked, or because it is no more. */
	readonly ids: ReadonlySet<string>;
	/** Ids of the steps, clusters and ideas that had such a text as their title. */
	readonly retitled: ReadonlySet<string>;
	/** For whom people came, as far as that went. */
	readonly organisations: TakenOrganisations;
}

/**
 * The events of a log that hold what is taken away, without it: every version, and the titles of steps, clusters and ideas that were
 * made from it and begin with it. A title that somebody typed themselves stays, and so does one that was made from what is no more.
 */
export function redactedLog(events: readonly WorksessionEvent[], taken: Taken): RedactedLog {
	const changed = new Map<number, WorksessionEvent>();
	const ids = new Set<string>();
	const copies = new Copies(taken.texts.keys());
	const isTaken = (id: string) => taken.texts.has(id) || (taken.kept !== null && !taken.kept.has(id));
	const saidLast = lastRedactions(events);
	const note = (position: number, event: WorksessionEvent, left: WorksessionEvent) => {
		const isChanged = JSON.stringify(left) !== JSON.stringify(event);
		if (isChanged) changed.set(position, left);
		return isChanged;
	};
	for (const [position, event] of events.entries()) {
		if (isTextsEvent(event)) {
			const asked = new Set<string>();
			const left = withoutTexts(event, (id) => isTaken(id) && Boolean(asked.add(id)));
			if (note(position, event, left)) for (const id of asked) ids.add(id);
		} else if (isRedactionEvent(event)) {
			const isOld = isSaidOtherwise(event, taken, saidLast.get(subjectOf(event)) !== position);
			if (isOld) note(position, event, { ...event, redaction: takenReason(event.redaction) });
		} else if (isTextEvent(event)) {
			const id = idOf(event);
			if (isTaken(id)) {
				if (!note(position, event, withoutText(event))) continue;
				ids.add(id);
				copies.remember(id, titleOf(event));
			} else if (copies.isCopy(event, id)) changed.set(position, withoutTitle(event));
		}
	}
	const organisations = takenOrganisations(events, (id) => taken.texts.has(id), taken.kept);
	for (const [position, event] of events.entries()) {
		const known = changed.get(position) ?? event;
		if (note(position, known, withoutOrganisations(known, organisations))) ids.add(ORGANISATIONS_ID);
	}
	return { changed, ids, retitled: copies.retitled, organisations };
}

/** Where the log last says why something was taken away. */
function lastRedactions(events: readonly WorksessionEvent[]): ReadonlyMap<string, number> {
	const positions = new Map<string, number>();
	for (const [position, event] of events.entries())
		if (isRedactionEvent(event)) positions.set(subjectOf(event), position);
	return positions;
}

/** What a redaction is of; empty for all that is no more. */
function subjectOf(event: RedactionEvent): string {
	if (event.type === 'CardRedacted') return event.cardId;
	return event.type === 'TextRedacted' ? event.target.id : '';
}

/** Whether why it was taken away is said otherwise since, or of something that is no more. */
function isSaidOtherwise(event: RedactionEvent, { texts, kept }: Taken, isEarlier: boolean): boolean {
	const subject = subjectOf(event);
	if (subject === '') return kept !== null && isEarlier;
	return (texts.has(subject) && isEarlier) || (kept !== null && !kept.has(subject));
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
