import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { AUDIENCES } from '#lib/domain/vocabulary.ts';
import { identityFor, LiveRooms } from '../../../tests/kit/live.ts';
import { readCode, showCode } from './access/codes.ts';
import { hashOf } from './access/tokens.ts';
import type { Visitor } from './access/visitors.ts';
import { ensureProgramme, prepareFirstSessions, standardTitle } from './first-start.ts';
import { PresenceBoard } from './presence-board.ts';
import { sha256 } from './system.ts';
import { Worksessions, type NewWorksession } from './worksessions.ts';

let live: LiveRooms;
let worksessions: Worksessions;

beforeEach(() => {
	live = new LiveRooms();
	worksessions = worksessionsWith('the programme’s secret');
});

function worksessionsWith(secret: string): Worksessions {
	const { store, rooms } = live;
	const { system } = live.clockwork;
	const presence = new PresenceBoard(system, { presence: () => undefined, attendance: () => undefined });
	return new Worksessions({ store, rooms, presence, system, secret });
}

function prepare(over: Partial<NewWorksession> = {}): Promise<string> {
	const facts = {
		title: 'Ondermijning · volgers',
		theme: 'ondermijning',
		group: 'follower',
		date: '2026-09-15',
		startsAt: '09:30',
		place: 'Utrecht'
	} as const;
	return worksessions.prepare({
		facts,
		authorVisibility: 'municipality',
		isTrial: false,
		madeBy: null,
		plan: null,
		...over
	});
}

async function doAll(sessionId: string, ...commands: readonly Command[]): Promise<void> {
	for (const command of commands)
		expect(await live.act(sessionId, 'facilitator', command)).toMatchObject({ ok: true });
}

describe('a prepared worksession', () => {
	test('stands in the list with a spoken code, and both its ways in lead to it', async () => {
		const id = await prepare();
		const row = await live.store.worksession(id);
		expect(row?.summary.facts.title).toBe('Ondermijning · volgers');
		expect(row?.summary.doors).toBe('prepared');
		expect(readCode(showCode(row?.code ?? ''))).toBe(row?.code);
		expect(await live.store.sessionIdByCode(row?.code ?? '')).toBe(id);
		expect(await live.store.sessionIdByScreenToken(hashOf(worksessions.screenToken(id)))).toBe(id);
	});

	test('has an own screen link, that stays the same and that only this server can make', async () => {
		const [one, other] = [await prepare(), await prepare()];
		expect(worksessions.screenToken(one)).toBe(worksessions.screenToken(one));
		expect(worksessions.screenToken(one)).not.toBe(worksessions.screenToken(other));
		expect(worksessionsWith('another secret').screenToken(one)).not.toBe(worksessions.screenToken(one));
		expect(worksessions.screenToken(one)).toMatch(/^[\w-]{43}$/);
	});

	test('can be held from its first round to its record', async () => {
		const id = await prepare();
		const first = (await live.rooms.open(id))?.world.state.agenda[0];
		if (!first) throw new Error('The template has an agenda');
		await doAll(
			id,
			{ type: 'OpenDoors' },
			{ type: 'StartItem', itemId: first.id },
			{ type: 'CloseWorksession' }
		);
		expect((await live.store.worksession(id))?.summary.doors).toBe('closed');
	});
});

describe('the first look of a page', () => {
	const visitor = (sessionId: string, over: Partial<Visitor>): Visitor => ({
		sessionId,
		audience: 'participant',
		actor: null,
		identity: null,
		facilitatorName: null,
		...over
	});

	test('is what its audience may see: notes for facilitators only', async () => {
		const id = await prepare();
		const round = Object.values((await live.rooms.open(id))?.world.state.rounds ?? {})[0];
		if (!round) throw new Error('The template has rounds');
		const settings = { ...round.settings, note: 'alleen voor jou' };
		await doAll(id, { type: 'ChangeRound', roundId: round.id, settings });
		for (const audience of AUDIENCES) {
			const look = await worksessions.look(visitor(id, { audience }));
			expect(JSON.stringify(look).includes('alleen voor jou')).toBe(audience === 'facilitator');
			expect(look?.presence.people === null).toBe(audience !== 'facilitator');
			expect(look?.own).toBeNull();
		}
	});

	test('of whoever did not join has no own part, and of no worksession there is none', async () => {
		const id = await prepare();
		const identity = identityFor('anna');
		expect((await worksessions.look(visitor(id, { identity })))?.own).toBeNull();
		expect(await worksessions.look(visitor('nowhere', { identity }))).toBeNull();
	});
});

describe('the record', () => {
	test('of an open worksession is drawn anew each time', async () => {
		const id = await prepare();
		const before = await worksessions.record(id);
		await doAll(id, {
			type: 'AddStep',
			title: 'Signaal komt binnen',
			tableId: null,
			roundId: null,
			cardIds: []
		});
		const after = await worksessions.record(id);
		expect(before?.fixed).toBeNull();
		expect(before?.record.steps).toEqual([]);
		expect(after?.record.steps.map(({ name }) => name)).toEqual(['Signaal komt binnen']);
		expect(JSON.parse(after?.json ?? '')).toEqual(after?.record);
	});

	test('of a closed one is the bytes that were hashed, whatever the program makes of them later', async () => {
		const id = await prepare();
		await doAll(id, { type: 'OpenDoors' }, { type: 'CloseWorksession' });
		const readable = await worksessions.record(id);
		expect(readable?.fixed).toEqual({
			version: 1,
			sha256: sha256(readable?.json ?? ''),
			fixedAt: live.clockwork.now,
			redactedAt: null
		});
		expect(readable?.json).toBe((await live.store.fixedRecord(id))?.json);
		expect(readable?.record.session.status).toBe('gesloten');
	});

	test('of no worksession is none', async () => {
		expect(await worksessions.record('nowhere')).toBeNull();
	});
});

test('a removed worksession is gone from list, memory and ways in', async () => {
	const id = await prepare({ isTrial: true });
	const code = (await live.store.worksession(id))?.code ?? '';
	await live.rooms.enter(id, 'screen', null);
	await worksessions.remove(id);
	expect(await live.rooms.open(id)).toBeNull();
	expect(await live.store.worksessions()).toEqual([]);
	expect(await live.store.sessionIdByCode(code)).toBeNull();
	expect(await worksessions.record(id)).toBeNull();
});

describe('the first start', () => {
	test('makes the programme once', async () => {
		const first = await ensureProgramme(live.store, 1);
		const again = await ensureProgramme(live.store, 2);
		expect(first.isNew).toBe(true);
		expect(again).toEqual({ programme: first.programme, isNew: false });
	});

	test('prepares four real worksessions without a date, one for each theme and group', async () => {
		await prepareFirstSessions(worksessions);
		const rows = await live.store.worksessions();
		expect(rows.map(({ summary }) => summary.facts.title).sort()).toEqual([
			'Armoede en schulden · koplopers',
			'Armoede en schulden · volgers',
			'Ondermijning · koplopers',
			standardTitle('ondermijning', 'follower')
		]);
		expect(rows.every(({ isTrial, summary }) => !isTrial && summary.facts.date === null)).toBe(true);
	});
});
