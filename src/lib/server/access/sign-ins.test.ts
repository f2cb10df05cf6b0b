import { beforeEach, describe, expect, test } from 'vitest';
import { Clockwork } from '../../../../tests/kit/clockwork.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { SignIns } from './sign-ins.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

let clockwork: Clockwork;
let store: Store;
let signIns: SignIns;

beforeEach(() => {
	clockwork = new Clockwork();
	store = memoryStore();
	signIns = new SignIns(store, clockwork.system);
});

async function signIn(name = 'Meike'): Promise<string> {
	const secret = await signIns.useLink(await signIns.newLink(), name);
	if (!secret) throw new Error('A new link works');
	return secret;
}

describe('a one-time link', () => {
	test('signs in once', async () => {
		const link = await signIns.newLink();
		const secret = await signIns.useLink(link, 'Meike');
		expect((await signIns.account(secret ?? undefined))?.name).toBe('Meike');
		expect(await signIns.useLink(link, 'Meike')).toBeNull();
	});

	test('used by two at the same moment signs in one of them', async () => {
		const link = await signIns.newLink();
		const secrets = await Promise.all([signIns.useLink(link, 'een'), signIns.useLink(link, 'twee')]);
		expect(secrets.filter((secret) => secret !== null)).toHaveLength(1);
	});

	test.each([
		['just before twelve hours have passed', 12 * HOUR_MS - 1, true],
		['after twelve hours', 12 * HOUR_MS, false]
	])('%s', async (_, passed, works) => {
		const link = await signIns.newLink();
		clockwork.advance(passed);
		expect((await signIns.useLink(link, 'Meike')) !== null).toBe(works);
	});

	test.each(['', 'x', 'null', '0'.repeat(22)])('that was never given does nothing: "%s"', async (token) => {
		await signIns.newLink();
		expect(await signIns.useLink(token, 'Meike')).toBeNull();
		expect(await signIns.hasAccount()).toBe(false);
	});

	test('belongs, the second time, to the account that there is, whose name stays', async () => {
		const [first, second] = [await signIn('Meike'), await signIn('Iemand anders')];
		const [one, other] = [await signIns.account(first), await signIns.account(second)];
		expect(one).toEqual(other);
		expect(other?.name).toBe('Meike');
		expect(first).not.toBe(second);
	});
});

describe('a sign-in', () => {
	test.each([
		['lasts until just before thirty days', 30 * DAY_MS - 1, true],
		['is over after thirty days', 30 * DAY_MS, false]
	])('%s', async (_, passed, isKnown) => {
		const secret = await signIn();
		clockwork.advance(passed);
		expect((await signIns.account(secret)) !== null).toBe(isKnown);
	});

	test('that was ended is over, and others go on', async () => {
		const [ended, other] = [await signIn(), await signIn()];
		await signIns.end(ended);
		expect(await signIns.account(ended)).toBeNull();
		expect(await signIns.account(other)).not.toBeNull();
	});

	test.each([undefined, '', 'guessed'])('is nobody’s with the secret %j', async (secret) => {
		await signIn();
		expect(await signIns.account(secret)).toBeNull();
	});

	test('and its link reach the store as hashes only', async () => {
		const kept: unknown[] = [];
		const watched: Store = {
			...store,
			addSignInLink: (link) => (kept.push(link), store.addSignInLink(link)),
			addAccount: (one, first) => (kept.push(first), store.addAccount(one, first)),
			addSignIn: (one) => (kept.push(one), store.addSignIn(one)),
			useSignInLink: (hash, now) => (kept.push(hash), store.useSignInLink(hash, now))
		};
		signIns = new SignIns(watched, clockwork.system);
		const link = await signIns.newLink();
		const [first, second] = [await signIns.useLink(link, 'Meike'), await signIn()];
		expect(kept).toHaveLength(6);
		for (const secret of [link, first, second]) expect(JSON.stringify(kept)).not.toContain(secret);
	});
});
