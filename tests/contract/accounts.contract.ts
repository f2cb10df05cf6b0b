import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account, SignInLink, Store } from '#lib/server/store/store.ts';
import { aCreation } from '../kit/appends.ts';

const PARALLEL = 50;

/** Long enough ago for every sign-in below to be over. */
const LONG_AFTER = 1_000;

/** What every Store does with accounts, sign-ins and the rights to worksessions. `open` gives an empty one. */
export function accountsContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}: accounts`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const account = (id: string, over: Partial<Account> = {}): Account => ({
			id,
			name: `Naam van ${id}`,
			role: 'facilitator',
			createdAt: 5,
			...over
		});
		const add = async (...accounts: readonly Account[]) => {
			for (const one of accounts)
				await store.addAccount(one, { tokenHash: `first-${one.id}`, accountId: one.id, expiresAt: 100 });
		};
		const link = (tokenHash: string, over: Partial<SignInLink> = {}): SignInLink => ({
			tokenHash,
			expiresAt: 100,
			accountId: null,
			invitee: null,
			...over
		});
		const noor = account('noor', { role: 'organiser' });
		const rachid = account('rachid', { createdAt: 9, name: '\ud83d half \u0000' });

		test('[AC1] accounts come oldest first, each with its first sign-in', async () => {
			expect(await store.accounts()).toEqual([]);
			await add(rachid, noor);
			expect(await store.accounts()).toEqual([noor, rachid]);
			expect(await store.accountBySignIn('first-rachid', 99)).toEqual(rachid);
		});

		test.each([
			['whose id is in use', 'noor', { tokenHash: 'fresh', accountId: 'noor', expiresAt: 9 }],
			['whose sign-in is in use', 'new', { tokenHash: 'first-noor', accountId: 'new', expiresAt: 9 }],
			['with a sign-in of nobody', 'new', { tokenHash: 'fresh', accountId: 'nobody', expiresAt: 9 }]
		])('[AC2] an account %s is refused with its sign-in', async (_, id, firstSignIn) => {
			await add(noor);
			await expect(store.addAccount(account(id), firstSignIn)).rejects.toThrow();
			expect(await store.accounts()).toEqual([noor]);
			expect(await store.accountBySignIn('fresh', 1)).toBeNull();
		});

		test('[AC3] a role changes, and the last organiser keeps it', async () => {
			await add(noor, rachid);
			expect(await store.setRole('noor', 'facilitator')).toBe('last-organiser');
			expect(await store.setRole('noor', 'organiser')).toBe('changed');
			expect(await store.setRole('rachid', 'organiser')).toBe('changed');
			expect(await store.setRole('noor', 'facilitator')).toBe('changed');
			expect(await store.setRole('nobody', 'organiser')).toBe('unknown-account');
			expect((await store.accounts()).map(({ role }) => role)).toEqual(['facilitator', 'organiser']);
		});

		test('[AC4] an account goes with its sign-ins, links and worksessions; the last organiser stays', async () => {
			await add(noor, rachid);
			await store.append([aCreation('s')]);
			await store.addFacilitator('s', 'rachid', 1);
			await store.addSignInLink(link('again', { accountId: 'rachid' }));
			expect(await store.removeAccount('noor')).toBe('last-organiser');
			expect(await store.removeAccount('rachid')).toBe('changed');
			expect(await store.removeAccount('rachid')).toBe('unknown-account');
			expect(await store.accounts()).toEqual([noor]);
			expect(await store.accountBySignIn('first-rachid', 1)).toBeNull();
			expect(await store.useSignInLink('again', 1)).toBeNull();
			expect(await store.sessionIdsOf('rachid')).toEqual(new Set());
		});

		test('[AC5] of two organisers who remove each other together one stays', async () => {
			await add(noor, account('els', { role: 'organiser' }));
			const outcomes = await Promise.all([store.removeAccount('noor'), store.setRole('els', 'facilitator')]);
			expect(outcomes).toEqual(['changed', 'last-organiser']);
		});

		test(`[AC6] a sign-in link works once, also for ${PARALLEL} who use it together`, async () => {
			await store.addSignInLink(link('link'));
			const uses = Array.from({ length: PARALLEL }, () => store.useSignInLink('link', 50));
			expect((await Promise.all(uses)).filter((used) => used !== null)).toEqual([link('link')]);
			expect(await store.useSignInLink('link', 50)).toBeNull();
		});

		test('[AC7] a sign-in link works until its end, an unknown or withdrawn one never', async () => {
			await store.addSignInLink(link('link'));
			await store.addSignInLink(link('withdrawn'));
			await store.withdrawSignInLink('withdrawn');
			await store.withdrawSignInLink('unknown');
			expect(await store.useSignInLink('unknown', 50)).toBeNull();
			expect(await store.useSignInLink('withdrawn', 50)).toBeNull();
			expect(await store.useSignInLink('link', 100)).toBeNull();
			expect(await store.useSignInLink('link', 99)).toEqual(link('link'));
		});

		test('[AC8] links say whom they are for; those for an invitee are listed while they work', async () => {
			await add(noor);
			const invitee = { name: '\ud83d Els', role: 'facilitator' } as const;
			const links = [
				link('terminal'),
				link('mine', { accountId: 'noor' }),
				link('later', { invitee, expiresAt: 300 }),
				link('sooner', { invitee, expiresAt: 200 }),
				link('over', { invitee, expiresAt: 150 })
			];
			for (const one of links) await store.addSignInLink(one);
			expect(await store.invitations(150)).toEqual([
				{ tokenHash: 'sooner', expiresAt: 200, ...invitee },
				{ tokenHash: 'later', expiresAt: 300, ...invitee }
			]);
			expect(await store.useSignInLink('mine', 1)).toEqual(links[1]);
			expect(await store.useSignInLink('later', 1)).toEqual(links[2]);
			expect((await store.invitations(150)).map(({ tokenHash }) => tokenHash)).toEqual(['sooner']);
			await expect(store.addSignInLink(link('x', { accountId: 'nobody' }))).rejects.toThrow();
		});

		test('[AC9] a sign-in leads to its account until it expires or ends', async () => {
			await add(noor);
			await store.addSignIn({ tokenHash: 't', accountId: 'noor', expiresAt: 100 });
			expect(await store.accountBySignIn('t', 99)).toEqual(noor);
			expect(await store.accountBySignIn('t', 100)).toBeNull();
			expect(await store.accountBySignIn('unknown', 1)).toBeNull();
			await store.endSignIn('t');
			expect(await store.accountBySignIn('t', 99)).toBeNull();
			expect(await store.accountBySignIn('first-noor', 99)).toEqual(noor);
			await expect(store.addSignIn({ tokenHash: 'u', accountId: 'nobody', expiresAt: 9 })).rejects.toThrow();
		});

		test('[AC10] worksessions become an account’s once, and only where both are there', async () => {
			await add(noor, rachid);
			await store.append([aCreation('a'), aCreation('b')]);
			for (const id of ['a', 'a', 'b']) await store.addFacilitator(id, 'rachid', 1);
			expect(await store.sessionIdsOf('rachid')).toEqual(new Set(['a', 'b']));
			expect(await store.sessionIdsOf('noor')).toEqual(new Set());
			await store.removeWorksession('a');
			expect(await store.sessionIdsOf('rachid')).toEqual(new Set(['b']));
			await expect(store.addFacilitator('nowhere', 'rachid', 1)).rejects.toThrow();
			await expect(store.addFacilitator('b', 'nobody', 1)).rejects.toThrow();
		});

		test('[AC10a] a worksession is its maker’s from its first event on, or is not there', async () => {
			await add(noor, rachid);
			const made = (id: string, madeBy: string) =>
				aCreation(id, { creation: { code: id, screenTokenHash: id, isTrial: false, madeBy } });
			expect(await store.append([made('a', 'rachid')])).toEqual(['appended']);
			expect(await store.sessionIdsOf('rachid')).toEqual(new Set(['a']));
			expect(await store.append([made('a', 'noor')])).toEqual(['stale']);
			expect(await store.sessionIdsOf('noor')).toEqual(new Set());
			await expect(store.append([made('b', 'nobody')])).rejects.toThrow();
			expect(await store.worksession('b')).toBeNull();
		});

		test('[AC11] what is over is deleted: links, sign-ins and the guests who have none left', async () => {
			await add(noor, account('guest', { role: 'guest' }), account('other', { role: 'guest' }));
			await store.addSignIn({ tokenHash: 'long', accountId: 'other', expiresAt: LONG_AFTER + 1 });
			await store.addSignInLink(link('over'));
			await store.addSignInLink(link('open', { expiresAt: LONG_AFTER + 1 }));
			await store.removeExpired(99);
			expect(await store.accounts()).toHaveLength(3);
			await store.removeExpired(LONG_AFTER);
			expect((await store.accounts()).map(({ id }) => id)).toEqual(['noor', 'other']);
			expect(await store.useSignInLink('over', 1), 'is not there even for a clock set back').toBeNull();
			expect(await store.accountBySignIn('first-noor', 1)).toBeNull();
			expect(await store.useSignInLink('open', LONG_AFTER)).not.toBeNull();
			expect(await store.accountBySignIn('long', LONG_AFTER)).not.toBeNull();
		});
	});
}
