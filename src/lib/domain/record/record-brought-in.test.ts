import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '#lib/export/parse-record.ts';
import { anIdea } from '../../../../tests/kit/programme.ts';
import { play, worlds } from '../../../../tests/kit/histories/index.ts';
import { holdsUntilMet } from '../../../../tests/kit/law.ts';
import {
	actorFor,
	anOpenWorksession,
	MINUTE,
	participationId,
	shuffledIds,
	START
} from '../../../../tests/kit/worksession.ts';
import { redactedLog, takenBy } from '../card/redacted-log.ts';
import { ORGANISATIONS_ID } from '../card/taken-organisations.ts';
import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';
import { mapValues } from '../keyed.ts';
import { evolve } from '../evolve.ts';
import { reject } from '../outcome.ts';
import { initialState, type Worksession } from '../worksession.ts';
import { MUNICIPALITY_LIST_DATE } from '../municipality/municipalities.ts';
import { stateFromView } from '../prediction.ts';
import { NOBODY } from '../visibility/people.ts';
import { sharedView } from '../visibility/shared-view.ts';
import { otherTexts } from './other-texts.ts';
import { redactedRecord } from './redacted-record.ts';
import type { RecordFault } from './record-fault.ts';
import { worksessionFrom, type WorksessionFromRecord } from './record-brought-in.ts';
import { intakeRecord, recordJson, type IntakeRecord } from './record.ts';

const FROM = { sha256: 'f'.repeat(64), at: START, accountId: 'account-1' };
const LATER = START + 24 * 60 * MINUTE;

function attempt(state: Worksession, command: Command) {
	return decide(state, command, {
		actor: actorFor('facilitator'),
		now: LATER,
		commandId: 'after-the-day',
		newId: shuffledIds(900_000),
		proofOf: () => null
	});
}

function after(state: Worksession, command: Command): Worksession {
	const outcome = attempt(state, command);
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
	'a card that its writer confirmed': ({ cards }) => cards.some(({ readBack }) => readBack === 'bevestigd'),
	'a card that its writer corrected': ({ cards }) => cards.some(({ readBack }) => readBack === 'verbeterd'),
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
	'a category beside the first': ({ classifications }) => classifications.some(({ also }) => also.length > 0),
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
	const action = {
		text: 'Bellen',
		dueOn: '2026-10-01',
		ownerId: null,
		ownerName: 'de griffie',
		source: null
	};
	day.act('facilitator', { type: 'AddAction', action });
	return intakeRecord(closed(day.state));
}

describe('a record that is brought in as a worksession', () => {
	test('[R13] of any day that the rules allow it has the same record to the byte: nothing differs, not even its id or hash', () => {
		const unmet = new Set(Object.keys(CONTENT));
		holdsUntilMet(
			fc.property(worlds, (world) => {
				const record = intakeRecord(closed(play(world, () => undefined).state));
				for (const what of unmet) if (CONTENT[what]?.(record)) unmet.delete(what);
				const { state } = broughtIn(record);
				expect(intakeRecord(state)).toEqual(record);
				expect(recordJson(intakeRecord(state))).toBe(recordJson(record));
			}),
			500,
			() => unmet.size === 0
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

	test('[R15] of what people said of themselves it tells that it went, and a reason that said too much gives way', () => {
		const day = anOpenWorksession();
		for (const [who, reason] of [
			['bram', 'Zus van Kanarie'],
			['anna', 'Een adres']
		] as const) {
			const target = { kind: 'person', id: participationId(who) } as const;
			day.later(1_000).act('facilitator', { type: 'RedactText', target, reason });
		}
		const record = intakeRecord(closed(day.state));
		const told = (of: IntakeRecord) => of.redactions.map(({ text, reason }) => [text, reason]);
		expect(told(record)).toEqual([
			['person:1', 'Zus van Kanarie'],
			['person:2', 'Een adres']
		]);
		const { state } = broughtIn(record);
		expect(recordJson(intakeRecord(state))).toBe(recordJson(record));
		const target = { kind: 'person', id: '1' } as const;
		const again = after(state, { type: 'RedactText', target, reason: 'Een naam' });
		expect(told(intakeRecord(again))[0]).toEqual(['person:1', 'Een naam']);
		const unknown = { kind: 'person', id: '3' } as const;
		expect(attempt(state, { type: 'RedactText', target: unknown, reason: 'Een naam' })).toEqual(
			reject('unknown-text')
		);
	});

	test('[R15][X11] the names of all organisations can be taken away, from its totals, cards and owners, also from an earlier version', () => {
		const day = anOpenWorksession();
		const facts = { municipalities: [], functionName: '', noticeVersion: '2026-09' };
		for (const [who, organisation] of [
			['carla', 'Bureau Kanarie'],
			['dirk', 'Stichting Kolibrie'],
			['els', 'Stichting Kolibrie']
		] as const)
			day.act(who, { type: 'Join', role: 'partner', organisation, ...facts });
		day.at('bottlenecks', 'writing').card('carla', 'een');
		const owner = { ownerId: participationId('dirk'), ownerName: '' };
		const action = { text: 'Bellen', dueOn: '2026-10-01', source: null, ...owner };
		day.act('facilitator', { type: 'AddAction', action });
		const record = intakeRecord(closed(day.state));
		expect(recordJson(record)).toMatch(/Kanarie.*Kolibrie/s);
		const { state, events } = broughtIn(record);
		const target = { kind: 'organisations', id: ORGANISATIONS_ID } as const;
		expect(otherTexts(state)).toContainEqual({ target, texts: ['Bureau Kanarie', 'Stichting Kolibrie'] });
		const command = { type: 'RedactText', target, reason: 'Een naam' } as const;
		const asked = attempt(state, command);
		if (!asked.ok) throw new Error(asked.rejection);
		const all = [...events, ...asked.value];
		const asTaken = takenBy(asked.value, after(state, command));
		if (!asTaken) throw new Error('Something is taken');
		const { changed, retitled, organisations } = redactedLog(all, asTaken);
		const left = all.map((event, position) => changed.get(position) ?? event);
		expect(JSON.stringify(left)).not.toMatch(/Kanarie|Kolibrie/);
		const again = left.reduce(evolve, initialState(record.session.id));
		const withoutNames = recordJson(intakeRecord(again));
		expect(intakeRecord(again).participation.partners).toEqual([
			{ organisation: '[…] 1', people: 1 },
			{ organisation: '[…] 2', people: 2 }
		]);
		const version = again.recordVersions.length;
		const since = { texts: asTaken.texts, people: asTaken.people, retitled, organisations, version };
		expect(recordJson(redactedRecord(record, since))).toBe(withoutNames);
		expect(otherTexts(again)).toContainEqual({ target, texts: [] });
		expect(attempt(again, command)).toEqual({ ok: true, value: [] });
		expect(recordJson(intakeRecord(broughtIn(intakeRecord(again)).state))).toBe(withoutNames);
	});

	test('[R17] the room sees ratings and earlier votes as on the day itself', () => {
		const unmet = new Set(['a rating', 'an earlier vote', 'a vote on some']);
		holdsUntilMet(
			fc.property(worlds, (world) => {
				const day = closed(play(world, () => undefined).state);
				const record = intakeRecord(day);
				const seen = seenOf(day, record);
				if (seen.ratings.length > 0) unmet.delete('a rating');
				if (Object.values(seen.votes).some(({ earlierVotes }) => earlierVotes.length > 0))
					unmet.delete('an earlier vote');
				if (Object.values(seen.votes).some(({ votedOn }) => votedOn !== null)) unmet.delete('a vote on some');
				expect(seenOf(broughtIn(record).state, record)).toEqual(seen);
			}),
			200,
			() => unmet.size === 0
		);
		expect([...unmet]).toEqual([]);
	});

	test('[R17] a round whose vote was dropped while it was held once more has that vote too', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		const cardId = day.card('anna', 'Te laat bericht');
		day.at('bottlenecks', 'voting');
		const { id: roundId, settings } = day.round('bottlenecks');
		day.act('anna', { type: 'PlaceDot', roundId, item: { kind: 'card', id: cardId } });
		day.at('bottlenecks', 'closed');
		const { dotBudget, budgetPer, dotsPerItemMax } = settings;
		const rules = { dotBudget, budgetPer, dotsPerItemMax };
		day.act('facilitator', { type: 'StartVote', roundId, items: null, rules });
		const minutes = { ...settings.minutes, voting: null };
		day.act('facilitator', { type: 'ChangeRound', roundId, settings: { ...settings, minutes } });
		const state = closed(day.state);
		const record = intakeRecord(state);
		const seen = seenOf(state, record);
		expect(seen.votes[roundId]?.earlierVotes).toHaveLength(1);
		expect(seenOf(broughtIn(record).state, record)).toEqual(seen);
	});

	test('[R17] why the day was worth it is told to who leads it, who can take it away', () => {
		const reasons = [{ reason: 'Meer tijd voor de tafels', reasonId: 'reason-1' }];
		const scores = [1, 2, 3, 4, 5].map((score) => ({ score, count: score }));
		const { state } = broughtIn({ ...aRecordOfADay(), roti: { people: 15, scores, reasons } });
		const view = sharedView(state, NOBODY, 'facilitator');
		expect(view.facilitator?.rotiReasons).toEqual(reasons);
		const taken: Command = {
			type: 'RedactText',
			target: { kind: 'reason', id: 'reason-1' },
			reason: 'Een naam'
		};
		expect(attempt(stateFromView(view, null), taken)).toEqual(attempt(state, taken));
		const without = sharedView(after(state, taken), NOBODY, 'facilitator');
		expect(without.facilitator?.rotiReasons.map(({ reason }) => reason)).toEqual(['[…]']);
	});

	test('[R18] what a municipality was called then is kept, whatever it is called since', () => {
		const record = aRecordOfADay();
		const called = (name: string, day: string): IntakeRecord => ({
			...record,
			session: { ...record.session, date: day, municipalityListDate: day },
			participation: {
				...record.participation,
				municipalities: record.participation.municipalities.map((known) => ({ ...known, name }))
			}
		});
		const before = called('Vroeger', '2019-05-01');
		expect(intakeRecord(broughtIn(before).state)).toEqual(before);
		const today = called('Vroeger', MUNICIPALITY_LIST_DATE);
		expect(worksessionFrom(today, FROM)).toEqual({ ok: false, rejection: 'unknown-municipality' });
	});

	test.each<[RecordFault, (record: IntakeRecord) => IntakeRecord]>([
		['not-closed', (record) => ({ ...record, session: { ...record.session, status: 'concept' } })],
		['facts-wrong', (record) => ({ ...record, session: { ...record.session, title: '' } })],
		['too-much', (record) => ({ ...record, cards: Array.from({ length: 2001 }, () => cardOf(record)) })],
		['text-too-long', (record) => withCard(record, { text: 'x'.repeat(281) })],
		['id-wrong', (record) => ({ ...record, session: { ...record.session, id: '../etc' } })],
		['id-wrong', (record) => ({ ...record, cards: [...record.cards, cardOf(record)] })],
		['refers-nowhere', (record) => withCard(record, { cluster: 'nowhere' })],
		['refers-nowhere', (record) => ({ ...record, ideas: [anIdea({ needs: [], examples: ['nowhere'] })] })],
		['unknown-municipality', (record) => withCard(record, { municipalities: ['GM9999'] })],
		[
			'counts-differ',
			(record) => ({ ...record, rounds: record.rounds.map((round) => ({ ...round, cards: 7 })) })
		]
	])('[R16] a record is refused whole: %s', (fault, spoil) => {
		expect(worksessionFrom(spoil(aRecordOfADay()), FROM)).toEqual({ ok: false, rejection: fault });
	});
});

/** What a room sees of what its record tells in totals. */
function seenOf(state: Worksession, record: IntakeRecord) {
	const { ratings, rounds } = sharedView(state, NOBODY, 'facilitator');
	const told = new Set(record.ratings.map(({ id }) => id));
	return {
		ratings: ratings
			.filter(({ id }) => told.has(id))
			.map(({ id, kind, closedAt, askedOf, results }) => ({ id, kind, closedAt, askedOf, results })),
		votes: mapValues(rounds, ({ votedOn, results, earlierVotes }) => ({
			votedOn: votedOn && results ? votedOn.toSorted() : null,
			earlierVotes: earlierVotes.map((vote) => ({ ...vote, votedOn: vote.votedOn?.toSorted() ?? null }))
		}))
	};
}

function cardOf({ cards: [card] }: IntakeRecord): IntakeRecord['cards'][number] {
	if (!card) throw new Error('a day has a card');
	return card;
}

function withCard(record: IntakeRecord, change: Partial<IntakeRecord['cards'][number]>): IntakeRecord {
	const [, ...others] = record.cards;
	return { ...record, cards: [{ ...cardOf(record), ...change }, ...others] };
}
