import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { intakeRecord, recordJson, type IntakeRecord } from '#lib/domain/record/record.ts';
import { LiveRooms } from '../../../tests/kit/live.ts';
import { anOpenWorksession } from '../../../tests/kit/worksession.ts';
import { RECORD_FILE_BYTES_MAX } from '#lib/export/record-file.ts';
import { BringingIn } from './bringing-in.ts';
import { PresenceBoard } from './presence-board.ts';
import { sha256 } from './system.ts';
import { Worksessions } from './worksessions.ts';

let live: LiveRooms;
let worksessions: Worksessions;
let bringingIn: BringingIn;

beforeEach(async () => {
	live = new LiveRooms();
	const { store, rooms } = live;
	const { system } = live.clockwork;
	const presence = new PresenceBoard(system, { presence: () => undefined, attendance: () => undefined });
	worksessions = new Worksessions({ store, rooms, presence, system, secret: 'the programme’s secret' });
	bringingIn = new BringingIn({ store, worksessions, system });
	const account = { id: 'account', name: 'Marieke', role: 'facilitator', createdAt: 0 } as const;
	await store.addAccount(account, { tokenHash: 'first', accountId: account.id, expiresAt: 1 });
});

describe('a worksession that was held on paper', () => {
	const facts = {
		title: 'Op papier',
		theme: 'ondermijning',
		group: 'frontrunner',
		date: '2026-03-12',
		startsAt: '09:30',
		place: ''
	} as const;
	const card = {
		kind: 'needs',
		text: 'Een voorbeeld',
		municipalities: ['GM0014'],
		category: null,
		step: null,
		dots: null
	} as const;
	const paper = { sessionId: 'made-by-browser', facts, cards: [card] };

	test('is closed and on disk at once, with its record as it was fixed', async () => {
		expect(await bringingIn.paper(paper, 'account')).toEqual({ ok: true, value: paper.sessionId });
		const readable = await worksessions.record(paper.sessionId);
		expect(readable?.fixed?.sha256).toBe(sha256(readable?.json ?? ''));
		expect(readable?.record.cards.map(({ text, writtenBy }) => [text, writtenBy])).toEqual([
			['Een voorbeeld', 'gespreksleider']
		]);
		expect(readable?.record.session.startAt).toBe('2026-03-12T08:30:00.000Z');
		const row = await live.store.worksession(paper.sessionId);
		expect(row?.summary.doors).toBe('closed');
		expect(await live.act(paper.sessionId, 'facilitator', { type: 'OpenDoors' })).toMatchObject({
			ok: false
		});
	});

	test('leaves nothing behind when one card is refused', async () => {
		const cards = [card, { ...card, municipalities: ['GM9999'] }];
		expect(await bringingIn.paper({ ...paper, cards }, 'account')).toMatchObject({ ok: false });
		expect(await live.store.worksessions()).toEqual([]);
	});

	test('is one worksession when its form is sent twice, also at once', async () => {
		const sent = await Promise.all([bringingIn.paper(paper, 'account'), bringingIn.paper(paper, 'account')]);
		const refused = { ok: false, rejection: 'already-there' };
		expect([...sent, await bringingIn.paper(paper, 'account')]).toEqual([
			{ ok: true, value: paper.sessionId },
			refused,
			refused
		]);
		expect(await live.store.worksessions()).toHaveLength(1);
	});
});

describe('a worksession that comes as its record', () => {
	function aRecord(): IntakeRecord {
		const day = anOpenWorksession().at('bottlenecks', 'sharing');
		day.cluster('Stapel', day.card('anna', 'Geen tijd'), day.card('bram', 'Geen geld'));
		day.act('facilitator', { type: 'CloseWorksession' });
		return intakeRecord(day.state);
	}

	const bytesOf = (record: IntakeRecord) => Buffer.from(recordJson(record));

	test('is closed and on disk at once, and its record has the hash of the file', async () => {
		const record = aRecord();
		const id = record.session.id;
		expect(await bringingIn.record(bytesOf(record), 'account')).toEqual({ ok: true, value: id });
		const readable = await worksessions.record(id);
		expect(readable?.json).toBe(recordJson(record));
		expect(readable?.fixed?.sha256).toBe(sha256(recordJson(record)));
		expect(await worksessions.broughtInFrom(id)).toEqual({
			sha256: sha256(recordJson(record)),
			at: live.clockwork.system.now(),
			accountId: 'account'
		});
		const row = await live.store.worksession(id);
		expect(row?.summary).toMatchObject({ doors: 'closed', peopleCount: 2, cardCount: 2 });
	});

	test('comes packed as well, and once: the second time it is there', async () => {
		const record = aRecord();
		const packed = gzipSync(bytesOf(record));
		expect(await bringingIn.record(packed, 'account')).toMatchObject({ ok: true });
		expect(await bringingIn.record(bytesOf(record), 'account')).toEqual({
			ok: false,
			rejection: 'already-there',
			sessionId: record.session.id
		});
		expect(await live.store.worksessions()).toHaveLength(1);
	});

	test.each([
		['no record', Buffer.from('{}')],
		['no text', Buffer.from([0x89, 0, 1])],
		['broken packing', Buffer.from([0x1f, 0x8b, 1, 2, 3])],
		[
			'larger than a record may be once it is unpacked',
			gzipSync(Buffer.alloc(RECORD_FILE_BYTES_MAX + 1, ' '))
		]
	])('is refused and leaves nothing behind: %s', async (_, file) => {
		expect(await bringingIn.record(file, 'account')).toEqual({ ok: false, rejection: 'no-record' });
		expect(await live.store.worksessions()).toEqual([]);
	});

	test('is refused with the reason when what it says cannot be so', async () => {
		const record = aRecord();
		const open = { ...record, session: { ...record.session, status: 'concept' as const } };
		expect(await bringingIn.record(bytesOf(open), 'account')).toEqual({ ok: false, rejection: 'not-closed' });
		expect(await live.store.worksessions()).toEqual([]);
	});
});
