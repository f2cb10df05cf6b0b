import { takenReason, taken } from '../card/redacted-text.ts';
import type {
	ProgrammeEvent,
	ProgrammeEventOf,
	ProgrammeEventType,
	ProgrammeTextRef
} from './programme-acts.ts';
import { programmeTextKey } from './redaction.ts';
import { DOSSIER_WORDS, takenPart, takenTerm } from './redacted-words.ts';

/** How the log of the programme loses words: every event that held them is written again without. */

/** Whether these words are taken away. */
type IsTaken = (text: ProgrammeTextRef) => boolean;

/** Every event that can hold words of people. A test reads the types of all events and finds one that is missing. */
const WITHOUT_WORDS = {
	DossierStarted: (event, isTaken) => ({
		...event,
		facts: { ...event.facts, ...withoutParts(event.facts, event.dossierId, isTaken) }
	}),
	DossierChanged: (event, isTaken) => ({
		...event,
		changes: { ...event.changes, ...withoutParts(event.changes, event.dossierId, isTaken) }
	}),
	MatchJudged: (event, isTaken) =>
		isTaken({ kind: 'match', pair: event.pair }) ? takenReason(event) : event,
	IdeaPlaced: (event, isTaken) =>
		isTaken({ kind: 'placement', idea: event.idea }) ? takenReason(event) : event,
	TermAdded: withoutTerm,
	TermChanged: withoutTerm,
	AccessKeyMade: (event, isTaken) =>
		isTaken({ kind: 'key', keyId: event.keyId }) ? { ...event, name: taken(event.name) } : event,
	/** Another reason takes the place of one that said too much. */
	ProgrammeRedacted: (event, isTaken) => (isTaken(event.text) ? takenReason(event) : event)
} satisfies {
	readonly [T in ProgrammeEventType]?: (event: ProgrammeEventOf<T>, isTaken: IsTaken) => ProgrammeEventOf<T>;
};

/**
 * What changes of a log when its last events take words away: place in the log → the event without them. What these last events say
 * themselves stays.
 */
export function redactedProgrammeLog(
	events: readonly ProgrammeEvent[],
	last: readonly ProgrammeEvent[]
): ReadonlyMap<number, ProgrammeEvent> {
	const keys = new Set(
		last.flatMap((event) => (event.type === 'ProgrammeRedacted' ? [programmeTextKey(event.text)] : []))
	);
	const changed = new Map<number, ProgrammeEvent>();
	if (keys.size === 0) return changed;
	for (const [position, event] of events.entries()) {
		const left = withoutWords(event, (text) => keys.has(programmeTextKey(text)));
		if (JSON.stringify(left) !== JSON.stringify(event)) changed.set(position, left);
	}
	return changed;
}

function withoutWords(event: ProgrammeEvent, isTaken: IsTaken): ProgrammeEvent {
	if (!Object.hasOwn(WITHOUT_WORDS, event.type)) return event;
	const take = WITHOUT_WORDS[event.type as keyof typeof WITHOUT_WORDS] as (
		event: ProgrammeEvent,
		isTaken: IsTaken
	) => ProgrammeEvent;
	return take(event, isTaken);
}

function withoutParts(facts: Parameters<typeof takenPart>[0], dossierId: string, isTaken: IsTaken) {
	const parts = DOSSIER_WORDS.filter((part) => isTaken({ kind: 'dossier', dossierId, part }));
	return Object.assign({}, ...parts.map((part) => takenPart(facts, part))) as typeof facts;
}

function withoutTerm<E extends ProgrammeEventOf<'TermAdded' | 'TermChanged'>>(event: E, isTaken: IsTaken): E {
	return isTaken({ kind: 'term', termId: event.termId }) ? { ...event, term: takenTerm(event.term) } : event;
}
