import { describe, expect, test } from 'vitest';
import { anOpenWorksession, aWorksession, participationId } from '../../../../tests/kit/worksession.ts';
import type { Command } from '../commands.ts';
import {
	FUNCTION_LENGTH_MAX,
	GREETING_LENGTH_MAX,
	ORGANISATION_LENGTH_MAX,
	PARTICIPATIONS_MAX
} from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { attendanceOf } from '../visibility/attendance.ts';

function join(particulars: Partial<Extract<Command, { type: 'Join' }>> = {}): Command {
	return {
		type: 'Join',
		role: 'follower',
		organisation: '',
		municipalities: ['GM0014'],
		functionName: 'adviseur',
		noticeVersion: '2026-09',
		...particulars
	};
}

describe('joining', () => {
	test('[J1] a person joins with their municipalities, and no name goes into the log', () => {
		const day = aWorksession().open();
		day.act('carla', join({ municipalities: ['GM0014', 'GM0363'] }));
		expect(day.events.at(-1)).toEqual({
			type: 'ParticipantJoined',
			role: 'follower',
			organisation: '',
			participationId: participationId('carla'),
			municipalities: ['GM0014', 'GM0363'],
			functionName: 'adviseur',
			noticeVersion: '2026-09',
			at: day.now
		});
	});

	test('[J1] a partner joins without a municipality', () => {
		expect(
			aWorksession()
				.open()
				.attempt('carla', join({ municipalities: [] }))
		).toMatchObject({ ok: true });
	});

	test('[J1] a person joins once', () => {
		expect(anOpenWorksession().attempt('anna', join())).toEqual(reject('already-joined'));
	});

	test('[J1] nobody joins before the doors open or after the day', () => {
		const day = aWorksession();
		expect(day.attempt('carla', join())).toEqual(reject('doors-not-open'));
		day.open().act('facilitator', { type: 'CloseWorksession' });
		expect(day.attempt('carla', join())).toEqual(reject('worksession-closed'));
	});

	test.each([
		['real', false, 'GM0014', 'XX0001'],
		['trial', true, 'XX0001', 'GM0014']
	])('[J2] a %s worksession knows only its own kind of municipalities', (_, isTrial, known, unknown) => {
		const day = aWorksession({ isTrial }).open();
		expect(day.attempt('carla', join({ municipalities: [known] }))).toMatchObject({ ok: true });
		expect(day.attempt('carla', join({ municipalities: [unknown] }))).toEqual(reject('unknown-municipality'));
		expect(day.attempt('carla', join({ municipalities: ['__proto__'] }))).toEqual(
			reject('unknown-municipality')
		);
	});

	test('[J2] forty municipalities are enough for one person', () => {
		const day = aWorksession().open();
		const many = (count: number) => join({ municipalities: Array.from({ length: count }, () => 'GM0014') });
		expect(day.attempt('carla', many(40))).toMatchObject({ ok: true });
		expect(day.attempt('carla', many(41))).toEqual(reject('municipalities-too-many'));
	});

	test('[J3] a function has a length', () => {
		const day = aWorksession().open();
		const long = (length: number) => join({ functionName: 'é'.repeat(length) });
		expect(day.attempt('carla', long(FUNCTION_LENGTH_MAX))).toMatchObject({ ok: true });
		expect(day.attempt('carla', long(FUNCTION_LENGTH_MAX + 1))).toEqual(reject('text-too-long'));
	});

	test('[J4] a room holds a thousand people', () => {
		const day = aWorksession().open();
		for (let n = 1; n < PARTICIPATIONS_MAX; n += 1) day.join(`p${n}`);
		expect(day.attempt('carla', join())).toMatchObject({ ok: true });
		day.join('driss');
		expect(day.attempt('carla', join())).toEqual(reject('room-full'));
	});
});

describe('as what somebody comes', () => {
	const partner = (organisation: string) => join({ role: 'partner', organisation, municipalities: [] });

	test('[J7] a partner says whom they come from, and is counted under that', () => {
		const day = anOpenWorksession();
		expect(day.attempt('carla', partner(' '))).toEqual(reject('organisation-missing'));
		const long = 'o'.repeat(ORGANISATION_LENGTH_MAX);
		expect(day.attempt('carla', partner(long))).toMatchObject({ ok: true });
		expect(day.attempt('carla', partner(`${long}o`))).toEqual(reject('text-too-long'));
		day.act('carla', partner('CBS'));
		expect(attendanceOf(day.state)).toMatchObject({ people: 3, observers: 0, partners: { CBS: 1 } });
	});

	test('[J7] a card of a partner tells whom it comes from as far as cards tell of municipalities', () => {
		for (const [authorVisibility, author] of [
			['municipality', { name: null, municipalities: [], organisation: 'CBS' }],
			['anonymous-in-room', null]
		] as const) {
			const day = anOpenWorksession({ authorVisibility });
			day.act('carla', partner('CBS'));
			day.at('bottlenecks', 'sharing');
			const card = day.card('carla', 'Cijfers ontbreken');
			const { rounds } = day.shared('participant');
			expect(rounds[day.currentRoundId]?.cards[card]?.author).toEqual(author);
		}
	});

	test('[J8] an observer sees what the room sees, changes nothing, and is counted apart', () => {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		day.act('carla', join({ role: 'observer', organisation: 'Rekenkamer', municipalities: [] }));
		expect(attendanceOf(day.state)).toMatchObject({ people: 2, observers: 1, partners: {} });
		expect(day.own('carla')).toMatchObject({ role: 'observer', cards: {}, dots: {} });
		const commands: readonly Command[] = [
			{ type: 'PostCard', roundId: day.currentRoundId, text: 'ook iets', stepId: null },
			{ type: 'Greet', text: 'Hallo' },
			{ type: 'RaiseHand' },
			{ type: 'SetReady', roundId: day.currentRoundId, isReady: true }
		];
		for (const command of commands)
			expect(day.attempt('carla', command), command.type).toEqual(reject('not-allowed'));
	});
});

describe('greeting', () => {
	test('[J5] the last greeting of a person is the one that counts, and it is not in the record', () => {
		const day = anOpenWorksession();
		day.act('anna', { type: 'Greet', text: 'Hallo' });
		day.act('anna', { type: 'Greet', text: 'Goedemorgen' });
		expect(day.shared('screen').greetings).toEqual(['Goedemorgen']);
		expect(day.attempt('anna', { type: 'Greet', text: 'Goedemorgen' })).toEqual(accept([]));
	});

	test('[J5] a greeting says something, in eighty characters', () => {
		const day = anOpenWorksession();
		expect(day.attempt('anna', { type: 'Greet', text: ' \t' })).toEqual(reject('text-empty'));
		const long = (length: number): Command => ({ type: 'Greet', text: '🌊'.repeat(length) });
		expect(day.attempt('anna', long(GREETING_LENGTH_MAX))).toMatchObject({ ok: true });
		expect(day.attempt('anna', long(GREETING_LENGTH_MAX + 1))).toEqual(reject('text-too-long'));
	});

	test('[J6] whoever has not joined may do nothing but join', () => {
		expect(anOpenWorksession().attempt('carla', { type: 'Greet', text: 'Hallo' })).toEqual(
			reject('not-joined')
		);
	});
});
