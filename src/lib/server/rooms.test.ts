import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import { STATE_FORMAT } from '#lib/domain/worksession.ts';
import { failingStore, type FailureMoment } from '../../../tests/kit/failing-store.ts';
import { identityFor, keepStory, LiveRooms } from '../../../tests/kit/live.ts';
import { anOpenWorksession, aWorksession, replay, roundId } from '../../../tests/kit/worksession.ts';
import { memoryStore } from './store/memory.ts';
import type { Append, AppendResult, Store } from './store/store.ts';

const MINUTE_MS = 60_000;
const post: Command = { type: 'PostCard', roundId: roundId('bottlenecks'), text: 'tekst', stepId: null };
const step = (title: string): Command => ({
	type: 'AddStep',
	title,
	tableId: null,
	roundId: null,
	cardIds: []
});

/** A store that counts, and whose appends can be held up or answered otherwise. */
class WatchedStore {
	readonly batches: (readonly Append[])[] = [];
	eventsRead = 0;
	append: (batch: readonly Append[]) => Promise<readonly AppendResult[]>;
	readonly inner = memoryStore();
	readonly store: Store;

	constructor() {
		this.append = (batch) => this.inner.append(batch);
		this.store = {
			...this.inner,
			append: (batch) => {
				this.batches.push(batch);
				return this.append(batch);
			},
			read: async (sessionId, after) => {
				const events = await this.inner.read(sessionId, after);
				this.eventsRead += events.length;
				return events;
			}
		};
	}

	/** Holds up every append until `release`. */
	hold(): { readonly release: () => void } {
		let release = () => {};
		const gate = new Promise<void>((resolve) => (release = resolve));
		this.append = async (batch) => {
			await gate;
			return this.inner.append(batch);
		};
		return { release };
	}
}

let watched: WatchedStore;
let live: LiveRooms;

beforeEach(async () => {
	watched = new WatchedStore();
	live = new LiveRooms(watched.store);
	await keepStory(watched.inner, 'a', anOpenWorksession().at('bottlenecks', 'writing'));
	for (const id of ['b', 'c']) await keepStory(watched.inner, id, aWorksession());
});

/** The state that the log alone gives. */
async function replayed(sessionId: string) {
	const events = await watched.inner.read(sessionId, 0);
	return replay(
		events.map(({ event }) => event),
		{ ...replay([]), id: sessionId }
	);
}

async function worldIn(sessionId: string) {
	const room = await live.rooms.open(sessionId);
	if (!room) throw new Error(`There is no worksession ${sessionId}`);
	return room.world;
}

describe('commits', () => {
	test('of one turn are one write, over all rooms', async () => {
		const asked = ['a', 'b', 'c', 'a', 'b', 'c'].map((id, index) =>
			live.submit(id, 'facilitator', step(`stap ${index}`))
		);
		await live.settle();
		expect(watched.batches).toHaveLength(1);
		expect(watched.batches[0]?.map(({ commands }) => commands.length)).toEqual([2, 2, 2]);
		expect(asked.every(({ answers }) => answers[0]?.ok)).toBe(true);
	});

	test('gather while a write is under way, and go together in the next', async () => {
		const { release } = watched.hold();
		const first = live.submit('a', 'facilitator', step('een'));
		await live.settle();
		const later = ['a', 'b', 'a'].map((id, index) => live.submit(id, 'facilitator', step(`later ${index}`)));
		await live.settle();
		expect(first.answers, 'nothing is acknowledged before it is on disk').toEqual([]);
		expect(watched.batches).toHaveLength(1);
		release();
		await live.settle();
		expect(watched.batches).toHaveLength(2);
		expect([first, ...later].map(({ answers }) => answers.length)).toEqual([1, 1, 1, 1]);
	});

	test('are over when the rooms are quiet', async () => {
		await live.rooms.quiet();
		const { release } = watched.hold();
		const asked = live.submit('a', 'facilitator', step('een'));
		let isQuiet = false;
		const quiet = live.rooms.quiet().then(() => (isQuiet = true));
		await live.settle();
		expect(isQuiet).toBe(false);
		release();
		await live.settle();
		await quiet;
		expect(asked.answers).toHaveLength(1);
	});

	test('of a worksession that is gone are a fault', async () => {
		await live.rooms.open('b');
		await watched.inner.removeWorksession('b');
		live.rooms.forget('b');
		expect(await live.act('b', 'facilitator', step('een'))).toEqual({ ok: false, fault: 'fault-1' });
		expect(await live.rooms.open('b')).toBeNull();
		expect(await live.rooms.enter('b', 'screen', null)).toBeNull();
	});
});

describe('a write that fails', () => {
	test.each<[string, FailureMoment, number]>([
		['before the commit leaves nothing', 'before-commit', 0],
		['after the commit leaves the card', 'after-commit', 1]
	])('%s, is answered with its fault, and sent again it holds once', async (_, moment, cards) => {
		live = new LiveRooms(failingStore(watched.store, (nth) => (nth === 1 ? moment : undefined)));
		const room = await live.rooms.enter('a', 'participant', identityFor('anna'));
		const commandId = 'the-same-command';
		expect(await live.act('a', 'anna', post, { commandId })).toEqual({ ok: false, fault: 'fault-1' });
		expect(live.faults[0]).toMatch(/^append: /);
		expect(room?.world.state).toEqual(await replayed('a'));
		expect(Object.keys(room?.viewers.sent('participant', identityFor('anna')).own?.cards ?? {})).toHaveLength(
			cards
		);
		expect((await live.act('a', 'anna', post, { commandId })).ok).toBe(true);
		const posted = (await watched.inner.read('a', 0)).filter(({ event }) => event.type === 'CardPosted');
		expect(posted).toHaveLength(1);
		expect(room?.world.state).toEqual(await replayed('a'));
	});

	test('answers everyone of that turn, also in other rooms, and refusals stay refusals', async () => {
		live = new LiveRooms(failingStore(watched.store, (nth) => (nth === 1 ? 'before-commit' : undefined)));
		const asked = [
			live.submit('a', 'anna', post),
			live.submit('b', 'facilitator', step('een')),
			live.submit('c', 'anna', { type: 'OpenDoors' })
		];
		await live.settle();
		expect(asked.map(({ answers }) => answers)).toEqual([
			[{ ok: false, fault: 'fault-1' }],
			[{ ok: false, fault: 'fault-1' }],
			[{ ok: false, rejection: 'not-allowed' }]
		]);
	});

	test('when planning already is a fault of that room alone', async () => {
		const answered: Store['answered'] = (sessionId, ids) =>
			sessionId === 'a' ? Promise.reject(new Error('unreadable')) : watched.inner.answered(sessionId, ids);
		live = new LiveRooms({ ...watched.store, answered });
		const asked = [live.submit('a', 'anna', post), live.submit('b', 'facilitator', step('een'))];
		await live.settle();
		expect(asked.map(({ answers }) => answers[0]?.ok)).toEqual([false, true]);
		expect(live.faults).toEqual(['plan: unreadable']);
	});
});

describe('a worksession that somebody else wrote meanwhile', () => {
	test('is read on, and its commands are decided again', async () => {
		const room = await live.rooms.enter('a', 'facilitator', null);
		await new LiveRooms(watched.inner).act('a', 'facilitator', step('van elders'));
		const other = new LiveRooms(watched.inner);
		await other.act('a', 'facilitator', { type: 'OpenDoors' });
		const asked = [live.submit('a', 'facilitator', step('hier')), live.submit('a', 'anna', post)];
		await live.settle();
		expect(asked.map(({ answers }) => answers.map(({ ok }) => ok))).toEqual([[true], [true]]);
		expect(room?.world.state.steps.map(({ title }) => title)).toEqual(['van elders', 'hier']);
		expect(room?.world.state).toEqual(await replayed('a'));
		expect(room?.viewers.sent('facilitator', null).shared.steps).toHaveLength(2);
	});

	test('is answered before the rooms are quiet', async () => {
		await live.rooms.open('a');
		await new LiveRooms(watched.inner).act('a', 'facilitator', step('van elders'));
		const asked = live.submit('a', 'anna', post);
		const answersWhenQuiet = live.rooms.quiet().then(() => asked.answers.length);
		await live.settle();
		expect(await answersWhenQuiet).toBe(1);
	});

	test('is refused where that changed the rules', async () => {
		await live.rooms.open('a');
		await new LiveRooms(watched.inner).act('a', 'facilitator', { type: 'CloseWorksession' });
		expect(await live.act('a', 'anna', post)).toEqual({ ok: false, rejection: 'worksession-closed' });
	});

	test('again and again is a fault in the end, and others go on', async () => {
		watched.append = async (batch) => {
			const results = await watched.inner.append(batch.filter(({ sessionId }) => sessionId !== 'a'));
			return batch.map(({ sessionId }) => (sessionId === 'a' ? 'stale' : (results[0] ?? 'stale')));
		};
		const [overtaken, fine] = [live.submit('a', 'anna', post), live.submit('b', 'facilitator', step('een'))];
		await live.settle();
		expect(overtaken.answers).toEqual([{ ok: false, fault: 'fault-1' }]);
		expect(fine.answers[0]?.ok).toBe(true);
		expect(watched.batches).toHaveLength(4);
	});
});

describe('memory', () => {
	/** Whether the room is still the one in memory. */
	async function isKept(room: unknown): Promise<boolean> {
		return (await live.rooms.open('a')) === room;
	}

	test('is one room, however many open it at once', async () => {
		const rooms = await Promise.all(Array.from({ length: 20 }, () => live.rooms.open('a')));
		expect(new Set(rooms).size).toBe(1);
	});

	test('lets go of a room ten minutes after the last has left, and it comes back equal', async () => {
		const room = await live.rooms.enter('a', 'screen', null);
		if (!room) throw new Error('The worksession exists');
		await live.act('a', 'anna', post);
		const before = structuredClone(room.world);
		live.rooms.leave('a', room, 'screen', null);
		live.clockwork.advance(10 * MINUTE_MS - 1);
		expect(await isKept(room)).toBe(true);
		live.clockwork.advance(1);
		await live.settle();
		watched.eventsRead = 0;
		expect(await isKept(room)).toBe(false);
		expect(watched.eventsRead, 'the state was kept on leaving').toBe(0);
		expect(await worldIn('a')).toEqual(before);
	});

	test('holds a room to which somebody comes back in time', async () => {
		const room = await live.rooms.enter('a', 'screen', null);
		if (!room) throw new Error('The worksession exists');
		live.rooms.leave('a', room, 'screen', null);
		live.clockwork.advance(9 * MINUTE_MS);
		await live.rooms.enter('a', 'screen', null);
		live.clockwork.advance(60 * MINUTE_MS);
		expect(await isKept(room)).toBe(true);
	});

	test('lets go of a room that only a page looked at', async () => {
		const room = await live.rooms.open('a');
		live.clockwork.advance(10 * MINUTE_MS);
		expect(await isKept(room)).toBe(false);
	});

	test('does not let go of a room whose commands are under way', async () => {
		const room = await live.rooms.open('a');
		const { release } = watched.hold();
		const asked = live.submit('a', 'anna', post);
		await live.settle();
		live.clockwork.advance(10 * MINUTE_MS);
		await live.rooms.enter('a', 'participant', identityFor('anna'));
		release();
		await live.settle();
		expect(asked.answers[0]?.ok).toBe(true);
		expect(await isKept(room)).toBe(true);
		expect(live.outgoing.ownTo(identityFor('anna')), 'who came meanwhile hears of it').toHaveLength(1);
	});

	test('starts again from the log when what is on disk cannot be shown, and leaves other rooms alone', async () => {
		await live.rooms.enter('a', 'participant', identityFor('anna'));
		live.outgoing.isBroken = true;
		const broken = live.submit('a', 'anna', post);
		const other = live.submit('b', 'facilitator', step('een'));
		await live.settle();
		live.outgoing.isBroken = false;
		expect(broken.answers[0], 'it is on disk, and that answer went out first').toMatchObject({ ok: true });
		expect(other.answers).toEqual([expect.objectContaining({ ok: true })]);
		expect(live.outgoing.disconnected).toEqual(['a']);
		expect((await worldIn('a')).state).toEqual(await replayed('a'));
		expect((await live.act('a', 'anna', post)).ok).toBe(true);
	});

	test('tries again after a read that failed', async () => {
		let isBroken = true;
		const read: Store['read'] = (...at) =>
			isBroken ? Promise.reject(new Error('unreadable')) : watched.inner.read(...at);
		live = new LiveRooms({ ...watched.store, read });
		await expect(live.rooms.open('a')).rejects.toThrow('unreadable');
		isBroken = false;
		expect((await worldIn('a')).version).toBeGreaterThan(0);
	});
});

describe('a snapshot of another format', () => {
	test('is not opened: the log gives the state from its first event', async () => {
		const { version, state } = await worldIn('a');
		const outdated = { ...state, facts: { ...state.facts, title: 'In een vorm van toen' } };
		await watched.inner.saveSnapshot('a', { version, format: STATE_FORMAT - 1, state: outdated });
		live = new LiveRooms(watched.store);
		expect((await worldIn('a')).state).toEqual(await replayed('a'));
	});

	test('is opened when it is of this format', async () => {
		const { version, state } = await worldIn('a');
		const kept = { ...state, facts: { ...state.facts, title: 'Uit het geheugen' } };
		await watched.inner.saveSnapshot('a', { version, format: STATE_FORMAT, state: kept });
		live = new LiveRooms(watched.store);
		expect((await worldIn('a')).state).toEqual(kept);
	});
});

test('opening a worksession of ten thousand events reads at most some two hundred', async () => {
	const TURN = 50;
	await live.act('b', 'facilitator', step('een'));
	const stepId = (await worldIn('b')).state.steps[0]?.id ?? '';
	for (let done = 0; done < 10_000; done += TURN) {
		for (let index = 0; index < TURN; index += 1)
			live.submit('b', 'facilitator', { type: 'RenameStep', stepId, title: `naam ${done + index}` });
		await live.settle();
	}
	const { version, state } = await worldIn('b');
	expect(version).toBeGreaterThan(10_000);
	live = new LiveRooms(watched.store);
	watched.eventsRead = 0;
	expect((await worldIn('b')).state).toEqual(state);
	expect(watched.eventsRead).toBeLessThanOrEqual(200 + TURN);
});
