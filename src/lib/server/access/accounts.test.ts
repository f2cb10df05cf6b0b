import { beforeEach, describe, expect, test } from 'vitest';
import { NAME_LENGTH_MAX } from '#lib/domain/limits.ts';
import { Clockwork } from '../../../../tests/kit/clockwork.ts';
import { memoryStore } from '../store/memory.ts';
import type { AccountRole, Store } from '../store/store.ts';
import { Accounts } from './accounts.ts';
import { SignIns } from './sign-ins.ts';

const DAY_MS = 24 * 60 * 60_000;

let clockwork: Clockwork;
let store: Store;
let signIns: SignIns;
let accounts: Accounts;
let ended: string[];

beforeEach(async () => {
	clockwork = new Clockwork();
	store = memoryStore();
	signIns = new SignIns(store, clockwork.system);
	ended = [];
	accounts = new Accounts({ store, system: clockwork.system, endConnections: (id) => void ended.push(id) });
	await signIns.useLink(await signIns.newLink(), 'Meike');
	clockwork.advance(1);
});

async function invited(name: string, role: AccountRole): Promise<string> {
	const invitation = await accounts.invite(name, role);
	if (!invitation.ok) throw new Error(invitation.fault);
	return invitation.token;
}

async function join(name: string, role: AccountRole): Promise<string> {
	const secret = await signIns.useLink(await invited(name, role), 'een andere naam');
	const account = await signIns.account(secret ?? undefined);
	if (!account) throw new Error('An invitation signs in');
	return account.id;
}

const all = async () => (await accounts.list()).map(({ name, role }) => `${name}: ${role}`);

describe('an invitation', () => {
	test.each(['organiser', 'facilitator'] as const)(
		'makes an account with its own name as %s, once',
		async (role) => {
			const token = await invited('  Rachid ', role);
			const account = await signIns.account((await signIns.useLink(token, 'Iemand')) ?? undefined);
			expect(account).toMatchObject({ name: 'Rachid', role });
			expect(await signIns.useLink(token, 'Iemand')).toBeNull();
			expect(await all()).toEqual(['Meike: organiser', `Rachid: ${role}`]);
		}
	);

	test('stands in the list until it is used, withdrawn or seven days old', async () => {
		const tokens = [await invited('Els', 'facilitator'), await invited('Tom', 'organiser')] as const;
		await invited('Noor', 'facilitator');
		expect((await accounts.invitations()).map(({ name }) => name).sort()).toEqual(['Els', 'Noor', 'Tom']);
		await signIns.useLink(tokens[0], '');
		const tom = (await accounts.invitations()).find(({ name }) => name === 'Tom');
		await accounts.withdraw(tom?.tokenHash ?? '');
		expect(await signIns.useLink(tokens[1], '')).toBeNull();
		clockwork.advance(7 * DAY_MS - 1);
		expect((await accounts.invitations()).map(({ name }) => name)).toEqual(['Noor']);
		clockwork.advance(1);
		expect(await accounts.invitations()).toEqual([]);
	});

	test.each([
		['', 'name-empty'],
		[' \n ', 'name-empty'],
		['x'.repeat(NAME_LENGTH_MAX + 1), 'name-too-long']
	])('of %j is refused: %s', async (name, fault) => {
		expect(await accounts.invite(name, 'facilitator')).toEqual({ ok: false, fault });
		expect(await accounts.invitations()).toEqual([]);
	});
});

describe('an account', () => {
	test('gets a new link for another browser; nobody else and no guest does', async () => {
		const rachid = await join('Rachid', 'facilitator');
		const link = await accounts.linkFor(rachid);
		expect(link?.name).toBe('Rachid');
		const again = await signIns.account((await signIns.useLink(link?.token ?? '', '')) ?? undefined);
		expect(again?.id).toBe(rachid);
		const signIn = { tokenHash: 'x', accountId: 'guest', expiresAt: clockwork.now + DAY_MS };
		await store.addAccount({ id: 'guest', name: 'Gast', role: 'guest', createdAt: 1 }, signIn);
		expect(await accounts.linkFor('guest')).toBeNull();
		expect(await accounts.linkFor('nobody')).toBeNull();
		expect(await all(), 'a guest is not in the list').toEqual(['Meike: organiser', 'Rachid: facilitator']);
	});

	test('with another role or removed loses its connections, and one that stayed as it was keeps them', async () => {
		const [rachid, els] = [await join('Rachid', 'facilitator'), await join('Els', 'facilitator')];
		const meike = (await accounts.list())[0]?.id ?? '';
		expect(await accounts.setRole(meike, 'facilitator')).toBe('last-organiser');
		expect(await accounts.remove(meike)).toBe('last-organiser');
		expect(ended).toEqual([]);
		expect(await accounts.setRole(rachid, 'organiser')).toBe('changed');
		expect(await accounts.remove(els)).toBe('changed');
		expect(await accounts.remove(els)).toBe('unknown-account');
		expect(ended).toEqual([rachid, els]);
		expect(await all()).toEqual(['Meike: organiser', 'Rachid: organiser']);
	});

	test('of the terminal is an organiser’s, also after the first one was removed', async () => {
		await join('Rachid', 'organiser');
		expect(await accounts.remove((await accounts.list())[0]?.id ?? '')).toBe('changed');
		const secret = await signIns.useLink(await signIns.newLink(), 'Vreemde');
		expect(await signIns.account(secret ?? undefined)).toMatchObject({ name: 'Rachid', role: 'organiser' });
	});
});
