import fc from 'fast-check';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, test, vi, type MockInstance } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { allCards } from '#lib/domain/card/card-table.ts';
import { sharedView } from '#lib/domain/visibility/shared-view.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/messages.ts';
import { participationCookie, screenCookie } from '#lib/server/access/visitors.ts';
import { log } from '#lib/server/log.ts';
import { Hall, type Guest } from '../kit/hall.ts';

/** A hand that presses a button thinks nothing of this wait; the machine of a test may be busy. */
const PROMPT_MS_MAX = 1000;
const KEY = 'k'.repeat(32);

let hall: Hall;
let logged: MockInstance;

beforeAll(async () => {
	logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
	hall = await Hall.open();
});

afterAll(async () => {
	await hall.close();
	logged.mockRestore();
});

function post(roundId: string, text = 'tekst'): Command {
	return { type: 'PostCard', roundId, text, stepId: null };
}

/** A worksession in which people write, with a participant inside. */
async function writing(): Promise<{ sessionId: string; roundId: string; cookie: string; anna: Guest }> {
	const sessionId = await hall.worksession();
	const roundId = await hall.startRound(sessionId, 'bottlenecks');
	const cookie = await hall.joined(sessionId, 'Anna');
	const anna = await hall.enter({ hello: { sessionId, authorKey: KEY }, cookie });
	return { sessionId, roundId, cookie, anna };
}

/** How long the server takes to answer, in milliseconds. */
async function answerTime(guest: Guest): Promise<number> {
	const start = performance.now();
	const answer = await guest.act({ type: 'Greet', text: `dag ${start}` });
	expect(answer.ok).toBe(true);
	return performance.now() - start;
}

describe('at the door', () => {
	let sessionId: string;
	let otherId: string;
	let anna: string;

	beforeAll(async () => {
		[sessionId, otherId] = [await hall.worksession(), await hall.worksession()];
		anna = await hall.joined(sessionId, 'Anna');
	});

	test.each([
		['another site', 'http://evil.example'],
		['a sandboxed frame', 'null'],
		['nowhere', null]
	])('a page of %s is refused, whatever cookie it brings', async (_, origin) => {
		const guest = await hall.knock({ hello: { sessionId }, cookie: anna, origin });
		expect(guest.refusal).toBe('websocket error');
	});

	test.each([
		['another version', { protocol: PROTOCOL_VERSION + 1 }],
		['no version', { protocol: undefined }],
		['a version in words', { protocol: '1' }],
		['an audience that is none', { audience: 'minister' }],
		['a list of audiences', { audience: ['facilitator'] }],
		['an unknown word', { isFacilitator: true }],
		['a session of a thousand characters', { sessionId: 's'.repeat(1000) }],
		['a short key', { authorKey: 'short' }],
		['a prototype', JSON.parse('{"__proto__":{"audience":"facilitator"}}') as object]
	])('a hello with %s is asked to reload', async (_, hello) => {
		const guest = await hall.knock({ hello: { sessionId, ...hello }, cookie: anna });
		expect(guest.refusal).toBe('protocol');
	});

	test('each audience has its own way in, and no other', async () => {
		const screen = `${screenCookie(sessionId)}=${hall.app.worksessions.screenToken(sessionId)}`;
		const table: Record<string, string> = {};
		for (const [who, cookie] of Object.entries({ nobody: '', anna, screen, organiser: hall.organiser })) {
			const outcomes: string[] = [];
			for (const audience of ['facilitator', 'participant', 'screen'] as const) {
				const { refusal } = await hall.knock({ hello: { sessionId, audience }, cookie });
				outcomes.push(refusal ?? 'in');
			}
			table[who] = outcomes.join(', ');
		}
		expect(table).toEqual({
			nobody: 'not-signed-in, not-joined, not-signed-in',
			anna: 'not-signed-in, in, not-signed-in',
			screen: 'not-signed-in, not-joined, in',
			organiser: 'in, not-joined, in'
		});
	});

	test('the cookie of one worksession opens no other, under no name', async () => {
		const token = anna.split('=')[1] ?? '';
		for (const cookie of [
			anna,
			`${participationCookie(otherId)}=${token}`,
			`${screenCookie(otherId)}=${token}`
		])
			for (const audience of ['facilitator', 'participant', 'screen'] as const) {
				const { refusal } = await hall.knock({ hello: { sessionId: otherId, audience, token }, cookie });
				expect(refusal).toBe(audience === 'participant' ? 'not-joined' : 'not-signed-in');
			}
	});

	test('a worksession that does not exist is unknown to whoever may know, and closed to others', async () => {
		const hello = { sessionId: 'nowhere', audience: 'facilitator' } as const;
		expect((await hall.knock({ hello, cookie: hall.organiser })).refusal).toBe('unknown-worksession');
		expect((await hall.knock({ hello, cookie: anna })).refusal).toBe('not-signed-in');
	});
});

describe('inside', () => {
	test('whoever comes late gets all that is so now, and what follows', async () => {
		const { sessionId, roundId, anna } = await writing();
		for (const text of ['een', 'twee']) await anna.act(post(roundId, text));
		await hall.facilitate(sessionId, { type: 'MoveStage', roundId, stage: 'sharing' });
		const bram = await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Bram') });
		const room = await hall.app.rooms.open(sessionId);
		if (!room) throw new Error('The room is open');
		expect(bram.view.shared).toEqual(sharedView(room.world.state, room.world.people, 'participant'));
		expect(Object.keys(bram.view.shared.rounds[roundId]?.cards ?? {})).toHaveLength(2);
		expect(bram.view.attendance.people).toBe(2);
		await anna.act(post(roundId, 'drie'));
		await expect.poll(() => bram.patches.at(-1)?.[0]).toBe(room.world.version);
		expect(bram.own).toEqual([]);
	});

	test('two tabs of one participant both hear what is only theirs, another participant nothing', async () => {
		const { sessionId, roundId, anna, cookie } = await writing();
		const tab = await hall.enter({ hello: { sessionId, authorKey: KEY }, cookie });
		const phone = await hall.enter({ hello: { sessionId, authorKey: 'l'.repeat(32) }, cookie });
		const bram = await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Bram') });
		await anna.act(post(roundId, 'een kaart die nog niemand mag lezen'));
		await expect.poll(() => [anna, tab, phone].map(({ own }) => own.length)).toEqual([1, 1, 1]);
		expect(tab.own).toEqual(anna.own);
		await expect.poll(() => bram.patches.length).toBeGreaterThan(0);
		expect(bram.own).toEqual([]);
		expect(JSON.stringify([bram.views, bram.patches])).not.toContain('nog niemand');
	});

	test('fifty dots at once with three to give are exactly three', async () => {
		const sessionId = await hall.worksession();
		const roundId = await hall.startRound(sessionId, 'bottlenecks');
		const { settings } = await hall.round(sessionId, 'bottlenecks');
		const three = { ...settings, dotBudget: 3, dotsPerItemMax: 3 };
		await hall.facilitate(sessionId, { type: 'ChangeRound', roundId, settings: three });
		const cookie = await hall.joined(sessionId, 'Anna');
		const [one, other] = [
			await hall.enter({ hello: { sessionId }, cookie }),
			await hall.enter({ hello: { sessionId }, cookie })
		];
		await one.act(post(roundId));
		await hall.startRound(sessionId, 'bottlenecks', 'voting');
		const [card] = allCards((await hall.round(sessionId, 'bottlenecks')).cards);
		const dot: Command = { type: 'PlaceDot', roundId, item: { kind: 'card', id: card?.id ?? '' } };
		const fifty = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? one : other).act(dot));
		const answers = await Promise.all(fifty);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
		const refused = answers.filter(({ ok }) => !ok);
		expect(refused).toEqual(refused.map(() => ({ ok: false, rejection: 'budget-spent' })));
	});

	test('fifty dots at once of two people of one municipality with three to give are exactly three', async () => {
		const sessionId = await hall.worksession();
		const roundId = await hall.startRound(sessionId, 'bottlenecks');
		const { settings } = await hall.round(sessionId, 'bottlenecks');
		const three = { ...settings, dotBudget: 3, budgetPer: 'municipality', dotsPerItemMax: 3 } as const;
		await hall.facilitate(sessionId, { type: 'ChangeRound', roundId, settings: three });
		const [anna, bram] = [
			await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Anna') }),
			await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Bram') })
		];
		await anna.act(post(roundId));
		await hall.startRound(sessionId, 'bottlenecks', 'voting');
		const [card] = allCards((await hall.round(sessionId, 'bottlenecks')).cards);
		const dot: Command = { type: 'PlaceDot', roundId, item: { kind: 'card', id: card?.id ?? '' } };
		const fifty = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? anna : bram).act(dot));
		const answers = await Promise.all(fifty);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
		const refused = answers.filter(({ ok }) => !ok);
		expect(refused).toEqual(refused.map(() => ({ ok: false, rejection: 'budget-spent' })));
	});

	test('one command sent twenty times at once is one card, and twenty equal answers', async () => {
		const { sessionId, roundId, anna } = await writing();
		const again = Array.from({ length: 20 }, () =>
			anna.act(post(roundId), { commandId: 'the-same-command' })
		);
		const answers = await Promise.all(again);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]?.ok).toBe(true);
		expect((await hall.round(sessionId, 'bottlenecks')).cardCount).toBe(1);
	});

	test('a screen may look and not act', async () => {
		const { sessionId } = await writing();
		const cookie = `${screenCookie(sessionId)}=${hall.app.worksessions.screenToken(sessionId)}`;
		const screen = await hall.enter({ hello: { sessionId, audience: 'screen' }, cookie });
		expect(await screen.act({ type: 'CloseWorksession' })).toEqual({ ok: false, fault: 'malformed' });
		expect((await hall.state(sessionId)).doors).toBe('open');
		expect(screen.view.own).toBeNull();
	});

	test('a facilitator on a screen’s connection is a screen too', async () => {
		const { sessionId } = await writing();
		const hello = { sessionId, audience: 'screen' } as const;
		const screen = await hall.enter({ hello, cookie: hall.organiser });
		expect(await screen.act({ type: 'CloseWorksession' })).toEqual({ ok: false, fault: 'malformed' });
		expect(screen.view.shared.facilitator).toBeNull();
	});

	test('asking for the view again gives it whole', async () => {
		const { roundId, anna } = await writing();
		await anna.act(post(roundId));
		anna.socket.emit('resync');
		await expect.poll(() => anna.views.length).toBe(2);
		expect(Object.keys(anna.views[1]?.own?.cards ?? {})).toHaveLength(1);
		expect(anna.views[1]?.version).toBe(anna.view.version + 1);
	});
});

describe('whoever sends what no page of ours sends', () => {
	const malformed: readonly [string, unknown][] = [
		['nothing', undefined],
		['a text', 'PostCard'],
		['a list', [1, 2]],
		['an unknown command', { commandId: 'command-of-16-or-more', command: { type: 'DropTables' } }],
		['an unknown key', { commandId: 'command-of-16-or-more', command: { type: 'OpenDoors', now: true } }],
		[
			'another actor',
			{ commandId: 'command-of-16-or-more', command: { type: 'OpenDoors' }, actor: 'facilitator' }
		],
		['a text of 60,000', { commandId: 'command-of-16-or-more', command: post('r', 't'.repeat(60_000)) }]
	];

	test.each(malformed)('%s is told so, and changes nothing', async (_, input) => {
		const { sessionId, anna } = await writing();
		const before = await hall.state(sessionId);
		expect(await anna.send(input)).toEqual({ ok: false, fault: 'malformed' });
		expect(await hall.state(sessionId)).toBe(before);
	});

	test('is shown out after five times, and others stay', async () => {
		const { sessionId, anna } = await writing();
		const bram = await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Bram') });
		for (let time = 1; time <= 4; time += 1) await bram.send('rubbish');
		expect(bram.socket.connected).toBe(true);
		expect(await answerTime(bram)).toBeLessThan(PROMPT_MS_MAX);
		bram.socket.emit('command', 'rubbish', () => undefined);
		expect(await bram.ended).toBe('io server disconnect');
		expect(await answerTime(anna)).toBeLessThan(PROMPT_MS_MAX);
	});

	test('without asking for an answer is shown out too, and nothing is carried out', async () => {
		const { sessionId, roundId, anna } = await writing();
		for (let time = 1; time <= 5; time += 1)
			anna.socket.emit('command', { commandId: `unanswered-command-${time}`, command: post(roundId) });
		expect(await anna.ended).toBe('io server disconnect');
		expect((await hall.round(sessionId, 'bottlenecks')).cardCount).toBe(0);
	});

	test('a frame of more than 64 kB loses its own connection only', async () => {
		const { sessionId, anna } = await writing();
		const bram = await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Bram') });
		bram.socket.emit('command', 'x'.repeat(64 * 1024), () => undefined);
		expect(await bram.ended).toMatch(/^transport/);
		expect(await answerTime(anna)).toBeLessThan(PROMPT_MS_MAX);
	});

	test('more than a hand can is told to wait, and others are not held up', async () => {
		const { sessionId, roundId, anna } = await writing();
		const bram = await hall.enter({ hello: { sessionId }, cookie: await hall.joined(sessionId, 'Bram') });
		const flood = Array.from({ length: 500 }, (_, index) => bram.act(post(roundId, `kaart ${index}`)));
		expect(await answerTime(anna)).toBeLessThan(PROMPT_MS_MAX);
		const answers = await Promise.all(flood);
		const busy = answers.filter((answer) => 'fault' in answer && answer.fault === 'busy');
		expect(busy).toHaveLength(500 - 120);
		expect((await hall.round(sessionId, 'bottlenecks')).cardCount).toBe(120);
		expect(bram.socket.connected).toBe(true);
	});
});

describe('a storm of nonsense', () => {
	const CONNECTIONS = 700;
	/** Few, because much of this makes the server hang up. */
	const FRAMES_EACH = 8;
	const AT_ONCE = 35;
	/** Two seconds on a quiet machine. */
	const STORM_MS_MAX = 30_000;

	const anything = fc.anything({ withNullPrototype: false, maxDepth: 3 });
	const name = fc.constantFrom(
		'command',
		'resync',
		'writing',
		'clock',
		'view',
		'disconnect',
		'connect',
		'__proto__'
	);
	const hostile = fc.constantFrom(
		'42["command",{"commandId":"command-of-16-or-more","command":{"type":"OpenDoors"},"__proto__":{"x":1}}]',
		'421["command",{"__proto__":{"commandId":"command-of-16-or-more"}}]',
		'42999999999999999999["command",{}]',
		'451-["command",{"_placeholder":true,"num":0}]',
		'4599999-["command",{"_placeholder":true,"num":0}]',
		'461-1[{"_placeholder":true,"num":-1}]',
		'40/admin,{}',
		'40{}',
		'41',
		'43["x"]',
		'431["x"]',
		'2probe',
		'3',
		'5',
		'6',
		'7',
		'42',
		'42[]',
		'42{}',
		'42[null]',
		'42["command"',
		`42["command",${'['.repeat(10_000)}${']'.repeat(10_000)}]`,
		`420["command","${'x'.repeat(60_000)}"]`
	);
	const event = fc
		.tuple(fc.option(fc.nat({ max: 9999 })), name, fc.array(anything, { maxLength: 3 }))
		.map(([id, word, rest]) => `42${id ?? ''}${JSON.stringify([word, ...rest])}`);
	const frame = fc.oneof(
		{ weight: 5, arbitrary: event },
		{ weight: 2, arbitrary: hostile },
		{ weight: 1, arbitrary: fc.string() },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)) }
	);

	/** Sends these frames over one connection and waits for its end; whether it was let in first is the storm's choice. */
	function blow(auth: unknown, cookie: string, frames: readonly (string | Buffer)[]): Promise<void> {
		const address = `${hall.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
		const socket = new WebSocket(address, { headers: { origin: hall.url, cookie } });
		return new Promise((resolve, reject) => {
			socket.once('error', reject);
			socket.once('close', () => resolve());
			socket.once('open', () => socket.send(`40${JSON.stringify(auth)}`));
			socket.on('message', (data: Buffer) => {
				if (!/^4[04]/.test(data.toString())) return;
				for (const one of frames) socket.send(one);
				socket.close();
			});
		});
	}

	test(
		'of 5,600 frames ends no server, slows down nobody, changes nothing and logs no fault',
		async () => {
			const { sessionId, cookie, anna } = await writing();
			const before = (await hall.round(sessionId, 'bottlenecks')).cardCount;
			const frames = fc.sample(frame, { numRuns: CONNECTIONS * FRAMES_EACH, seed: 20_260_915 });
			const auth = { protocol: PROTOCOL_VERSION, sessionId, audience: 'participant', authorKey: null };
			const faultsBefore = logged.mock.calls.length;
			const times: number[] = [];
			for (let sent = 0; sent < CONNECTIONS; sent += AT_ONCE) {
				const gusts = Array.from({ length: AT_ONCE }, (_, index) => {
					const from = (sent + index) * FRAMES_EACH;
					return blow(index === 0 ? { rubbish: true } : auth, cookie, frames.slice(from, from + FRAMES_EACH));
				});
				times.push(await answerTime(anna));
				await Promise.all(gusts);
			}
			expect(Math.max(...times)).toBeLessThan(PROMPT_MS_MAX);
			expect((await hall.round(sessionId, 'bottlenecks')).cardCount).toBe(before);
			expect((await hall.state(sessionId)).doors).toBe('open');
			expect(logged.mock.calls.slice(faultsBefore)).toEqual([]);
			expect({}).not.toHaveProperty('x');
			await expect.poll(() => hall.app.presence.of(sessionId, 'facilitator').online).toBe(1);
		},
		STORM_MS_MAX
	);
});
