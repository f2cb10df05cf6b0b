import { expect, test } from 'vitest';
import { anOpenWorksession, participationId, replay, roundId } from '../../../../tests/kit/worksession.ts';
import type { Story } from '../../../../tests/kit/worksession.ts';
import { ballotOf, dotsOn, pursesOf } from '../choose/ballots.ts';
import type { WorksessionEvent } from '../events.ts';
import { reject } from '../outcome.ts';
import { intakeRecord, recordJson } from '../record/record.ts';
import { redactedRecord } from '../record/redacted-record.ts';
import { AUDIENCES } from '../vocabulary.ts';
import { redactedLog, takenBy, type RedactedLog, type Taken } from './redacted-log.ts';

const KIND = 'bottlenecks';
const ROUND = roundId(KIND);
const NOTHING: Taken = { texts: new Map(), kept: null };
const PARTNERS = { fatma: 'Bureau Kanarie', gijs: 'bureau-kanarie', hanna: 'CBS', ines: '1' } as const;
type Partner = keyof typeof PARTNERS;

function coming(who: string, organisation: string): WorksessionEvent {
	return {
		type: 'ParticipantJoined',
		participationId: participationId(who),
		role: 'partner',
		organisation,
		municipalities: [],
		functionName: '',
		noticeVersion: '',
		at: 0
	};
}

/** Two of one organisation, however they write it, and two of others; each writes a card, and the dots are an organisation's. */
function aDay(): Story {
	const day = anOpenWorksession();
	for (const [who, organisation] of Object.entries(PARTNERS)) day.record([coming(who, organisation)]);
	const { settings } = day.round(KIND);
	day.act('facilitator', {
		type: 'ChangeRound',
		roundId: ROUND,
		settings: { ...settings, dotBudget: 2, dotsPerItemMax: 2, budgetPer: 'municipality' }
	});
	day.at(KIND, 'writing');
	const [cardId = ''] = Object.keys(PARTNERS).map((who) => day.card(who, `Kaart van ${who}`));
	const item = { kind: 'card', id: cardId } as const;
	day.at(KIND, 'voting');
	for (const who of ['fatma', 'gijs', 'hanna', 'ines'])
		day.act(who, { type: 'PlaceDot', roundId: ROUND, item });
	return day;
}

/** As whoever keeps the log does after each redaction. */
function redactPerson(day: Story, who: Partner): RedactedLog {
	const before = day.events.length;
	const target = { kind: 'person', id: participationId(who) } as const;
	day.act('facilitator', { type: 'RedactText', target, reason: 'Een naam' });
	return rewrite(day, before);
}

function rewrite(day: Story, before: number): RedactedLog {
	const log = redactedLog(day.events, takenBy(day.events.slice(before), day.state) ?? NOTHING);
	for (const [position, event] of log.changed) day.events[position] = event;
	day.state = replay(day.events);
	return log;
}

function organisationOf(day: Story, who: Partner): string | undefined {
	return day.state.participations[participationId(who)]?.organisation;
}

test('[X11] whom somebody comes for goes with their words, of all who came for it, from cards, dots, log, views and record', () => {
	const day = aDay();
	redactPerson(day, 'fatma');
	const views = AUDIENCES.map((audience) => day.shared(audience));
	const owns = Object.keys(PARTNERS).map((who) => day.own(who));
	const told = JSON.stringify([day.events, views, owns]) + recordJson(intakeRecord(day.state));
	expect(told.toLowerCase()).not.toContain('kanarie');
	expect(Object.keys(PARTNERS).map((who) => organisationOf(day, who as Partner))).toEqual([
		'[…] 2',
		'[…] 2',
		'CBS',
		'1'
	]);
});

test('[X11] those of one share their dots as before, and those of two organisations that went share none', () => {
	const day = aDay();
	redactPerson(day, 'gijs');
	redactPerson(day, 'hanna');
	const { ballots, settings, cards } = day.round(KIND);
	const spent = Object.keys(PARTNERS).map((who) => {
		const person = day.state.participations[participationId(who)];
		const [purse = ''] = person ? pursesOf(settings, person) : [];
		return dotsOn(ballotOf(ballots, participationId(who), purse));
	});
	expect(spent).toEqual([2, 2, 1, 1]);
	const id = cards.flatMap((shelf) => Object.keys(shelf))[0] ?? '';
	const item = { kind: 'card', id } as const;
	const place = { type: 'PlaceDot', roundId: ROUND, item } as const;
	expect(day.attempt('fatma', place)).toEqual(reject('budget-spent'));
	expect(day.attempt('hanna', place).ok).toBe(true);
});

test('[X11] a record that was fixed before loses it too, and counts those of one organisation together', () => {
	const day = aDay().at(KIND, 'closed');
	day.act('facilitator', { type: 'CloseWorksession' });
	const fixed = intakeRecord(day.state);
	expect(recordJson(fixed)).toContain('Kanarie');
	const before = day.events.length;
	const target = { kind: 'person', id: participationId('fatma') } as const;
	day.act('facilitator', { type: 'RedactText', target, reason: 'Een naam' });
	const taken = takenBy(day.events.slice(before), day.state) ?? NOTHING;
	const { retitled, organisations } = rewrite(day, before);
	const version = day.state.recordVersions.length;
	const left = redactedRecord(fixed, { ...taken, retitled, organisations, version });
	expect(left.participation.partners).toEqual([
		{ organisation: '1', people: 1 },
		{ organisation: 'CBS', people: 1 },
		{ organisation: '[…] 2', people: 2 }
	]);
	expect(recordJson(left)).toBe(recordJson(intakeRecord(day.state)));
});

test('[X11] with all that is no more goes every organisation that nobody comes for any more, and no other', () => {
	const day = aDay();
	day.record([coming('joost', 'Stichting Kolibrie')]);
	for (const who of ['fatma', 'joost'])
		day.act('facilitator', {
			type: 'MergePeople',
			fromId: participationId(who),
			intoId: participationId('anna')
		});
	const before = day.events.length;
	day.act('facilitator', { type: 'RedactGone', reason: 'Namen' });
	rewrite(day, before);
	const log = JSON.stringify(day.events);
	expect(log.toLowerCase()).not.toContain('kolibrie');
	expect(organisationOf(day, 'gijs')).toBe('bureau-kanarie');
});
