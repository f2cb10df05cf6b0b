import { describe, expect, test } from 'vitest';
import {
	aWorksession,
	anOpenWorksession,
	replay,
	roundId,
	type Story
} from '../../../tests/kit/worksession.ts';
import type { Command } from './commands.ts';
import type { WorksessionEvent } from './events.ts';
import { REDACTION_REASON_LENGTH_MAX } from './limits.ts';
import { accept, reject } from './outcome.ts';
import { intakeRecord, recordJson, redactedRecord } from './record.ts';
import { REDACTED_TEXT, redactedLog, redactionsIn } from './redaction.ts';
import { AUDIENCES, AUTHOR_VISIBILITIES } from './vocabulary.ts';

const KIND = 'bottlenecks';
const ROUND = roundId(KIND);
const SECRET = 'Mevrouw Kanarie woont op nummer 4';

function redact(cardId: string, reason = 'Een naam'): Command {
	return { type: 'RedactCard', roundId: ROUND, cardId, reason };
}

/** A shared card of Anna's with an earlier version, of which a step was made. */
function aDay(): { readonly day: Story; readonly cardId: string } {
	const day = anOpenWorksession().at(KIND, 'writing');
	const cardId = day.card('anna', SECRET);
	day.at(KIND, 'sharing');
	const step = { type: 'AddStep', tableId: null, roundId: ROUND, cardIds: [cardId] } as const;
	day.act('facilitator', { ...step, title: SECRET });
	day.act('anna', { type: 'EditCard', roundId: ROUND, cardId, text: `${SECRET}!`, stepId: null });
	day.act('facilitator', { ...step, title: 'Eigen woorden' });
	return { day, cardId };
}

/** What whoever keeps the log makes of it. */
function rewritten(events: readonly WorksessionEvent[]): readonly WorksessionEvent[] {
	const { changed } = redactedLog(events, new Set(redactionsIn(events).keys()));
	return events.map((event, position) => changed.get(position) ?? event);
}

describe('taking the text of a card away', () => {
	test('[X1] leaves nothing of it in the log, in any view or in the record, in whatever visibility', () => {
		for (const authorVisibility of AUTHOR_VISIBILITIES) {
			const day = anOpenWorksession({ authorVisibility }).at(KIND, 'writing');
			const cardId = day.card('anna', SECRET);
			day.at(KIND, 'sharing').act('facilitator', redact(cardId));
			const log = rewritten(day.events);
			day.state = replay(log);
			const views = AUDIENCES.map((audience) => day.shared(audience));
			const told = JSON.stringify([log, views, day.own('anna')]) + recordJson(intakeRecord(day.state));
			expect(told).not.toContain('Kanarie');
		}
	});

	test('[X1] takes every version and the titles that were made from it, and leaves words of others', () => {
		const { day, cardId } = aDay();
		const other = day.card('bram', SECRET);
		day.act('facilitator', redact(cardId));
		const state = replay(rewritten(day.events));
		expect(state.steps.map(({ title }) => title)).toEqual([REDACTED_TEXT, 'Eigen woorden']);
		const texts = JSON.stringify(rewritten(day.events)).split('Kanarie').length - 1;
		expect(texts).toBe(1);
		day.state = state;
		expect(day.cards(KIND)[other]?.text).toBe(SECRET);
	});

	test('[X2] keeps that it was done, when, by whom and why, for everybody who sees the card and in the record', () => {
		const { day, cardId } = aDay();
		day.act('facilitator', redact(cardId, ' Een naam '));
		const redaction = { by: 'facilitator', reason: 'Een naam', at: day.now };
		for (const audience of AUDIENCES)
			expect(day.shared(audience).rounds[ROUND]?.cards[cardId]).toMatchObject({
				text: REDACTED_TEXT,
				redaction
			});
		expect(day.own('anna')?.cards[cardId]).toMatchObject({ text: REDACTED_TEXT, redaction });
		const inRecord = intakeRecord(day.state).cards.find(({ id }) => id === cardId)?.redaction;
		expect(inRecord).toEqual({
			by: 'gespreksleider',
			reason: 'Een naam',
			at: new Date(day.now).toISOString()
		});
	});

	test('[X3] is asked by the writer for their own card, also before it is shared and without a reason', () => {
		const day = anOpenWorksession().at(KIND, 'writing');
		const cardId = day.card('anna', SECRET);
		expect(day.attempt('bram', redact(cardId))).toEqual(reject('unknown-card'));
		expect(day.attempt('facilitator', redact(cardId))).toEqual(reject('unknown-card'));
		day.act('anna', redact(cardId, ''));
		expect(day.cards(KIND)[cardId]?.redaction).toEqual({ by: 'writer', reason: '', at: day.now });
	});

	test('[X3] is asked by the facilitator for what the room has seen and what they put in, with a reason that fits', () => {
		const { day, cardId } = aDay();
		expect(day.attempt('facilitator', redact(cardId, ' '))).toEqual(reject('text-empty'));
		const long = 'r'.repeat(REDACTION_REASON_LENGTH_MAX);
		expect(day.attempt('facilitator', redact(cardId, `${long}r`))).toEqual(reject('text-too-long'));
		expect(day.attempt('facilitator', redact(cardId, long))).toMatchObject({ ok: true });
		const before = aWorksession();
		const [putIn] = before.act('facilitator', {
			type: 'PutInCards',
			roundId: ROUND,
			cards: [{ text: SECRET, municipalities: [] }]
		});
		const putInId = putIn?.type === 'CardPosted' ? putIn.cardId : '';
		before.act('facilitator', redact(putInId));
		expect(before.shared('facilitator').facilitator?.putIn[putInId]?.text).toBe(REDACTED_TEXT);
	});

	test('[X4] is once and for good: nothing is written on it again, and it keeps its place and its dots', () => {
		const { day, cardId } = aDay();
		day.at(KIND, 'voting');
		day.act('bram', { type: 'PlaceDot', roundId: ROUND, item: { kind: 'card', id: cardId } });
		day.act('facilitator', redact(cardId));
		expect(day.attempt('anna', redact(cardId))).toEqual(accept([]));
		expect(Object.values(day.own('bram')?.dots[ROUND] ?? {})).toEqual([1]);
		day.at(KIND, 'sharing');
		const edit: Command = { type: 'EditCard', roundId: ROUND, cardId, text: 'Weer', stepId: null };
		expect(day.attempt('anna', edit)).toEqual(reject('card-redacted'));
	});

	test('[X5] also after the day, and a record that was fixed before loses it and says so', () => {
		const { day, cardId } = aDay();
		day.at(KIND, 'closed').act('facilitator', { type: 'CloseWorksession' });
		const fixed = intakeRecord(day.state);
		day.later(1_000).act('facilitator', redact(cardId));
		const { retitled } = redactedLog(day.events, new Set([cardId]));
		const left = redactedRecord(fixed, redactionsIn(day.events), retitled);
		expect(recordJson(left)).not.toContain('Kanarie');
		expect(recordJson(left)).toBe(recordJson(intakeRecord(replay(rewritten(day.events)))));
	});
});
