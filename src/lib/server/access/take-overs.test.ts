import { beforeEach, describe, expect, test } from 'vitest';
import { aCreation } from '../../../../tests/kit/appends.ts';
import { Clockwork } from '../../../../tests/kit/clockwork.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store, WorksessionRow } from '../store/store.ts';
import { derivedCode, readCode } from './codes.ts';
import { reachOf } from './rights.ts';
import { SignIns } from './sign-ins.ts';
import { TakeOvers } from './take-overs.ts';

const SECRET = 'the programme’s secret';
const DAY_MS = 24 * 60 * 60_000;

let clockwork: Clockwork;
let store: Store;
let takeOvers: TakeOvers;

beforeEach(async () => {
	clockwork = new Clockwork();
	store = memoryStore();
	takeOvers = new TakeOvers({ store, system: clockwork.system, secret: SECRET });
	await store.append([aCreation('a'), aCreation('b')]);
});

async function row(id: string): Promise<WorksessionRow> {
	const found = await store.worksession(id);
	if (!found) throw new Error(`There is a worksession ${id}`);
	return found;
}

describe('a take-over code', () => {
	test('can be spoken, stays the same until it is renewed, and leads to its worksession', async () => {
		const first = await takeOvers.code(await row('a'));
		expect(readCode(first)).toBe(first);
		expect(await takeOvers.code(await row('a'))).toBe(first);
		const other = await takeOvers.code(await row('b'));
		expect(await takeOvers.sessionId(first)).toBe('a');
		const second = await takeOvers.renew(await row('a'));
		expect(new Set([first, second, other]).size).toBe(3);
		expect(await takeOvers.code(await row('a'))).toBe(second);
		expect(await takeOvers.sessionId(first)).toBeNull();
		expect(await takeOvers.sessionId(second)).toBe('a');
		expect(await takeOvers.sessionId(other)).toBe('b');
	});

	test('leads nowhere before it was ever shown', async () => {
		const shownFirst = await new TakeOvers({
			store: { ...store, renewTakeOver: () => Promise.resolve(true) },
			system: clockwork.system,
			secret: SECRET
		}).code(await row('a'));
		expect(await takeOvers.sessionId(shownFirst)).toBeNull();
	});

	test('asked for or renewed by two at once is one code for both', async () => {
		const before = await row('a');
		const codes = await Promise.all([takeOvers.code(before), takeOvers.renew(before)]);
		expect(codes[0]).toBe(codes[1]);
		expect(await takeOvers.sessionId(codes[0])).toBe('a');
	});

	test('is never the join code, which the whole room knows', async () => {
		const joinCode = derivedCode(SECRET, 'take-over:c:1');
		const clash = { code: joinCode, screenTokenHash: 'c', isTrial: false, madeBy: null };
		await store.append([aCreation('c', { creation: clash })]);
		const code = await takeOvers.code(await row('c'));
		expect(code).not.toBe(clash.code);
		expect(await takeOvers.sessionId(code)).toBe('c');
		expect(await takeOvers.code(await row('c'))).toBe(code);
	});
});

test('a guest reaches the worksession that they took over, no other, and for a day', async () => {
	const signIns = new SignIns(store, clockwork.system);
	const { secret, accountId } = await signIns.signInGuest('Marieke');
	await takeOvers.join('a', accountId);
	clockwork.advance(DAY_MS - 1);
	const guest = await signIns.account(secret);
	if (!guest) throw new Error('A guest stays a day');
	expect(guest).toMatchObject({ name: 'Marieke', role: 'guest' });
	const reaches = await reachOf(store, guest);
	expect([reaches('a'), reaches('b')]).toEqual([true, false]);
	clockwork.advance(1);
	expect(await signIns.account(secret)).toBeNull();
	await store.removeExpired(clockwork.now);
	expect(await store.accounts()).toEqual([]);
	expect(await signIns.hasAccount(), 'a guest is not the first organiser').toBe(false);
});
