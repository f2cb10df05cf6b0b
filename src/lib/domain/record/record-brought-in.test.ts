import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '#lib/export/parse-record.ts';
import { play, worlds } from '../../../../tests/kit/histories/index.ts';
import {
	actorFor,
	anOpenWorksession,
	MINUTE,
	shuffledIds,
	START
} from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Worksession } from '../worksession.ts';
import type { RecordFault } from './record-fault.ts';
import { worksessionFrom, type WorksessionFromRecord } from './record-brought-in.ts';
import { intakeRecord, recordJson, type IntakeRecord } from './record.ts';

const FROM = { sha256: 'f'.repeat(64), at: START, accountId: 'account-1' };
const LATER = START + 24 * 60 * MINUTE;

function after(state: Worksession, command: Command): Worksession {
	const outcome = decide(state, command, {
		actor: actorFor('facilitator'),
		now: LATER,
		commandId: 'after-the-day',
		newId: shuffledIds(900_000),
		proofOf: () => null
	});
	if (!outcome.ok) throw new Error(outcome.rejection);
	return outcome.value.reduce(evolve, state);
}

/** As the day ends, whatever happened in it. */
function closed(state: Worksession): Worksession {
	const opened = state.doors === 'prepared' ? after(state, { type: 'OpenDoors' }) : state;
	return opened.doors === 'open' ? after(opened, { type: 'CloseWorksession' }) : opened;
}

function throughFile(record: IntakeRecord): IntakeRecord {
	const parsed = parseRecord(recordJson(record));
	if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.message}`);
	return parsed.record;
}

function broughtIn(record: IntakeRecord): WorksessionFromRecord {
	const outcome = worksessionFrom(throughFile(record), FROM);
	if (!outcome.ok) throw new Error(outcome.rejection);
	return outcome.value;
}

/** What a law about records must have met to say anything. */
const CONTENT: Readonly<Record<string, (record: IntakeRecord) => boolean>> = {
	'a card without origin': ({ session, cards }) =>
		session.anonymity === 'gemeente' && cards.some(({ municipalities }) => municipalities === null),
	'an anonymous card': ({ session }) => session.anonymity === 'volledig-anoniem',
	'a late card': ({ cards }) => cards.some(({ isLate }) => isLate),
	'a card put in beforehand': ({ cards }) => cards.some(({ origin }) => origin === 'vooraf'),
	'a card written for somebody': ({ cards }) => cards.some(({ writtenBy }) => writtenBy === 'gespreksleider'),
	'a redacted card': ({ cards }) => cards.some(({ redaction }) => redaction !== null),
	'a redacted text': ({ redactions }) => redactions.length > 0,
	'a cluster with dots': ({ clusters }) => clusters.some(({ dots }) => (dots?.dots ?? 0) > 0),
	'a card with dots': ({ cards }) => cards.some(({ dots }) => (dots?.dots ?? 0) > 0),
	'two votes in one round': ({ rounds }) => rounds.some(({ votes }) => votes.length > 1),
	'a vote on some': ({ rounds }) => rounds.some(({ votes }) => votes.some(({ votedOn }) => votedOn !== null)),
	'a step of a table': ({ steps }) => steps.some(({ table }) => table !== null),
	'a step that is described': ({ steps }) =>
		steps.some(({ phase, dataIn }) => phase !== null || dataIn !== ''),
	'an example': ({ examples }) => examples.length > 0,
	'a code': ({ classifications }) => classifications.length > 0,
	'a link': ({ links }) => links.length > 0,
	'an idea for a need': ({ ideas }) => ideas.some(({ needs }) => needs.length > 0),
	'a rating': ({ ratings }) => ratings.length > 0,
	'a mark for the day': ({ roti }) => roti !== null,
	'a changed decision': ({ decisions }) => decisions.some(({ changedAt }) => changedAt !== null),
	'an action of who took part': ({ actions }) =>
		actions.some(({ municipalities }) => municipalities !== null),
	'an action of nobody': ({ looseEnds }) => looseEnds.actionsWithoutOwner.length > 0,
	'parked cards': ({ looseEnds }) => looseEnds.parked.some(({ cards }) => cards.length > 0),
	'what a municipality answered': ({ validation }) => validation.length > 0,
	'a record that was fixed': ({ session }) => session.status === 'vastgesteld',
	'a trial': ({ session }) => session.isTrial
};

function aRecordOfADay(): IntakeRecord {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	day.cluster('Stapel', day.card('anna', 'een'), day.card('bram', 'twee'));
	const action = { text: 'Bellen', dueOn: '2026-10-01', ownerId: null, ownerName: 'de griffie' };
	day.act('facilitator', { type: 'AddAction', action });
	return intakeRecord(closed(day.state));
}

describe('a record that is brought in as a worksession', () => {
	test('[R13] of any day that the rules allow it has the same record to the byte: nothing differs, not even its id or hash', () => {
		const unmet = new Set(Object.keys(CONTENT));
		fc.assert(
			fc.property(worlds, (world) => {
				const record = intakeRecord(closed(play(world, () => undefined).state));
				for (const what of unmet) if (CONTENT[what]?.(record)) unmet.delete(what);
				const { state } = broughtIn(record);
				expect(intakeRecord(state)).toEqual(record);
				expect(recordJson(intakeRecord(state))).toBe(recordJson(record));
			}),
			{ numRuns: 600, seed: 20_261_123 }
		);
		expect([...unmet]).toEqual([]);
	});

	test('[R14] who voted, answered and took part is nobody: totals stay totals', () => {
		const record = aRecordOfADay();
		const { state } = broughtIn(record);
		expect(intakeRecord(state)).toEqual(record);
		expect(state.participations).toEqual({});
		expect(Object.values(state.rounds).every(({ ballots }) => Object.keys(ballots).length === 0)).toBe(true);
		expect(state.broughtIn).toMatchObject({ ...FROM, attendance: { people: 2 } });
	});

	test('[R15] its texts can be taken away and its record moves on like those of any other day', () => {
		const { state } = broughtIn(aRecordOfADay());
		const [card] = intakeRecord(state).cards;
		if (!card) throw new Error('a card came along');
		const target = { roundId: card.round, cardId: card.id };
		const without = after(state, { type: 'RedactCard', ...target, reason: 'Een naam' });
		const moved = intakeRecord(after(without, { type: 'MoveRecord', status: 'validating', reason: '' }));
		expect(moved.cards.map(({ text }) => text)).toContain('[…]');
		expect(moved.session.status).toBe('in-validatie');
		expect(moved.participation.people).toBe(2);
	});

	test.each<[RecordFault, (record: IntakeRecord) => IntakeRecord]>([
		['not-closed', (record) => ({ ...record, session: { ...record.session, status: 'concept' } })],
		['facts-wrong', (record) => ({ ...record, session: { ...record.session, title: '' } })],
		['too-much', (record) => ({ ...record, cards: Array.from({ length: 2001 }, () => cardOf(record)) })],
		['text-too-long', (record) => withCard(record, { text: 'x'.repeat(281) })],
		['id-wrong', (record) => ({ ...record, session: { ...record.session, id: '../etc' } })],
		['id-wrong', (record) => ({ ...record, cards: [...record.cards, cardOf(record)] })],
		['refers-nowhere', (record) => withCard(record, { cluster: 'nowhere' })],
		['unknown-municipality', (record) => withCard(record, { municipalities: ['GM9999'] })],
		[
			'counts-differ',
			(record) => ({ ...record, rounds: record.rounds.map((round) => ({ ...round, cards: 7 })) })
		]
	])('[R16] a record is refused whole: %s', (fault, spoil) => {
		expect(worksessionFrom(spoil(aRecordOfADay()), FROM)).toEqual({ ok: false, rejection: fault });
	});
});

function cardOf({ cards: [card] }: IntakeRecord): IntakeRecord['cards'][number] {
	if (!card) throw new Error('a day has a card');
	return card;
}

function withCard(record: IntakeRecord, change: Partial<IntakeRecord['cards'][number]>): IntakeRecord {
	const [, ...others] = record.cards;
	return { ...record, cards: [{ ...cardOf(record), ...change }, ...others] };
}
