import { beforeEach, describe, expect, test } from 'vitest';
import { keepStory, LiveRooms } from '../../../tests/kit/live.ts';
import { aWorksession } from '../../../tests/kit/worksession.ts';
import { hashOf } from './access/tokens.ts';
import { join, type JoinForm, type JoinOutcome } from './joining.ts';

let live: LiveRooms;

beforeEach(async () => {
	live = new LiveRooms();
	await keepStory(live.store, 'open', aWorksession().open());
	await keepStory(live.store, 'shut', aWorksession());
});

function aForm(over: Partial<JoinForm> = {}): JoinForm {
	return {
		name: 'Els',
		municipalities: ['GM0014'],
		role: 'follower',
		organisation: '',
		functionName: 'beleidsadviseur',
		noticeVersion: '2026-09',
		joinKey: 'key-of-els',
		...over
	};
}

async function joined(over: Partial<JoinForm> = {}, sessionId = 'open'): Promise<JoinOutcome> {
	const outcome = join(live.rooms, sessionId, aForm(over));
	await live.settle();
	return outcome;
}

describe('joining', () => {
	test('gives a secret by which the participant is known, and keeps its hash only', async () => {
		const outcome = await joined();
		if (!outcome.ok) throw new Error(outcome.fault);
		const known = await live.store.participationByToken(hashOf(outcome.token));
		expect(known).toEqual({ sessionId: 'open', participationId: outcome.participationId });
		expect(await live.store.people('open')).toEqual([
			{ participationId: outcome.participationId, name: 'Els' }
		]);
		expect(JSON.stringify(await live.store.read('open', 0))).not.toMatch(`Els|${outcome.token}`);
	});

	test('with the same form sent five times at once, and once more later, happens once', async () => {
		const outcomes = await Promise.all(Array.from({ length: 5 }, () => joined()));
		outcomes.push(await joined());
		expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
		expect(outcomes[0]?.ok).toBe(true);
		expect(await live.store.people('open')).toHaveLength(1);
	});

	test('happens once also over a restart', async () => {
		const first = await joined();
		const { store } = live;
		live = new LiveRooms(store);
		expect(await joined()).toEqual(first);
		expect(await store.people('open')).toHaveLength(1);
	});

	test('of two people with one name makes two', async () => {
		const [one, other] = [await joined(), await joined({ joinKey: 'another key' })];
		expect(one.ok && other.ok && one.participationId !== other.participationId).toBe(true);
		expect(await live.store.people('open')).toHaveLength(2);
	});

	test('for two municipalities, or none, is fine', async () => {
		const outcomes = [
			await joined({ municipalities: ['GM0014', 'GM0363'], joinKey: 'one' }),
			await joined({ municipalities: [], joinKey: 'two' })
		];
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
	});

	test('trims the name, and counts it as people do', async () => {
		expect(await joined({ name: `  ${'😀'.repeat(80)}  ` })).toMatchObject({ ok: true });
		expect((await live.store.people('open'))[0]?.name).toBe('😀'.repeat(80));
	});

	test.each([
		['no name', { name: '' }, 'name-empty'],
		['a name of spaces', { name: ' \t\n ' }, 'name-empty'],
		['a name of 81 characters', { name: 'n'.repeat(81) }, 'name-too-long'],
		['a municipality that is none', { municipalities: ['GM9999'] }, 'unknown-municipality'],
		['a prototype for a municipality', { municipalities: ['__proto__'] }, 'unknown-municipality'],
		['too long a function', { functionName: 'f'.repeat(81) }, 'text-too-long']
	])('with %s is refused with its reason, and leaves nothing', async (_, over, fault) => {
		const { events } = { events: await live.store.read('open', 0) };
		expect(await joined(over)).toEqual({ ok: false, fault });
		expect(await live.store.people('open')).toEqual([]);
		expect(await live.store.read('open', 0)).toEqual(events);
	});

	test('can be mended in the same form after a refusal', async () => {
		await joined({ functionName: 'f'.repeat(81) });
		expect(await joined()).toMatchObject({ ok: true });
	});

	test('waits for the doors to open', async () => {
		expect(await joined({}, 'shut')).toEqual({ ok: false, fault: 'doors-not-open' });
		await live.act('shut', 'facilitator', { type: 'OpenDoors' });
		expect(await joined({}, 'shut'), 'the same form, sent again').toMatchObject({ ok: true });
	});

	test('of a worksession that is closed is refused', async () => {
		await live.act('open', 'facilitator', { type: 'CloseWorksession' });
		expect(await joined()).toEqual({ ok: false, fault: 'worksession-closed' });
	});

	test('that could not be stored says so', async () => {
		const { store } = live;
		live = new LiveRooms({ ...store, append: () => Promise.reject(new Error('disk full')) });
		expect(await joined()).toEqual({ ok: false, fault: 'not-saved' });
		live = new LiveRooms(store);
		expect(await joined()).toMatchObject({ ok: true });
	});
});
