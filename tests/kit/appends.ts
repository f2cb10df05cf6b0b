import type { WorksessionEvent } from '#lib/domain/events.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { Append } from '#lib/server/store/store.ts';

/** An event that holds any text; what the domain thinks of it is no business of a store. */
export function textEvent(text: string): WorksessionEvent {
	return { type: 'Greeted', participationId: 'participation-1', text };
}

/** One command with one event for an existing log; name only what the test is about. */
export function anAppend(sessionId: string, expectedVersion: number, over: Partial<Append> = {}): Append {
	return {
		sessionId,
		expectedVersion,
		at: 1_000 + expectedVersion,
		commands: [{ commandId: `${sessionId}-command-${expectedVersion + 1}`, events: [textEvent('hallo')] }],
		creation: null,
		summary: summaryOf(initialState(sessionId)),
		people: [],
		merged: [],
		taken: null,
		fixedRecord: null,
		...over
	};
}

/** The first append of a worksession, with a code and a screen token made from its id. */
export function aCreation(sessionId: string, over: Partial<Append> = {}): Append {
	const found = { code: `CODE-${sessionId}`, screenTokenHash: `screen-${sessionId}` };
	const creation = { ...found, isTrial: false, madeBy: null };
	return anAppend(sessionId, 0, { creation, ...over });
}
