import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/store.ts';
import { aCreation, anAppend } from '../kit/appends.ts';

const PARALLEL = 50;

/** What every Store does with people, their devices and the take-over of worksessions. `open` gives an empty one. */
export function participationsContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}: participations`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
			const person = (id: string) => ({ participationId: id, name: `Naam van ${id}`, tokenHash: `t-${id}` });
			await store.append([
				aCreation('s', { people: ['anna', 'bo'].map(person) }),
				aCreation('other', { people: [person('els')] })
			]);
		});
		afterEach(() => store.close());

		const owner = async (hash: string) => (await store.participationByToken(hash))?.participationId ?? null;
		const linkFor = (participationId: string, tokenHash: string, sessionId = 's') =>
			store.addDeviceLink({ tokenHash, sessionId, participationId, expiresAt: 100 });
		const names = async () => (await store.people('s')).map(({ participationId }) => participationId);

		test(`[PA1] a device link gives one more device, once, also for ${PARALLEL} who use it together`, async () => {
			await linkFor('anna', 'link');
			const uses = Array.from({ length: PARALLEL }, (_, n) => store.useDeviceLink('link', `new-${n}`, 50));
			const used = (await Promise.all(uses)).filter((key) => key !== null);
			expect(used).toEqual([{ sessionId: 's', participationId: 'anna' }]);
			const tokens = ['t-anna', ...uses.map((_, n) => `new-${n}`)];
			const owners = await Promise.all(tokens.map(owner));
			expect(owners.filter((id) => id === 'anna')).toHaveLength(2);
		});

		test('[PA2] a device link works until its end, and an unknown one never', async () => {
			await linkFor('anna', 'link');
			expect(await store.useDeviceLink('unknown', 'new', 50)).toBeNull();
			expect(await store.useDeviceLink('link', 'new', 100)).toBeNull();
			expect(await owner('new')).toBeNull();
			expect(await store.useDeviceLink('link', 'new', 99)).not.toBeNull();
			expect(await owner('new')).toBe('anna');
			await expect(linkFor('anna', 'x', 'nowhere')).rejects.toThrow();
		});

		test('[PA11] whom a device link lets in can be asked as long as it works, and asking does not use it', async () => {
			await linkFor('anna', 'link');
			const anna = { sessionId: 's', participationId: 'anna' };
			expect(await store.deviceLinkOwner('link', 99)).toEqual(anna);
			expect(await store.deviceLinkOwner('link', 99)).toEqual(anna);
			expect(await store.deviceLinkOwner('link', 100)).toBeNull();
			expect(await store.deviceLinkOwner('unknown', 50)).toBeNull();
			await store.useDeviceLink('link', 'new', 50);
			expect(await store.deviceLinkOwner('link', 50)).toBeNull();
		});

		test('[PA3] a device link whose new token is in use already stays as it was', async () => {
			await linkFor('anna', 'link');
			await expect(store.useDeviceLink('link', 't-bo', 50)).rejects.toThrow();
			expect(await owner('t-bo')).toBe('bo');
			expect(await store.useDeviceLink('link', 'new', 50)).not.toBeNull();
		});

		test('[PA4] a merge moves every token and link to the participation that stays; the other name goes', async () => {
			await linkFor('bo', 'used');
			await store.useDeviceLink('used', 't-bo-2', 50);
			await linkFor('bo', 'open');
			await store.append([anAppend('s', 1, { merged: [{ from: 'bo', into: 'anna' }] })]);
			expect(await Promise.all(['t-anna', 't-bo', 't-bo-2'].map(owner))).toEqual(['anna', 'anna', 'anna']);
			expect(await names()).toEqual(['anna']);
			await store.useDeviceLink('open', 't-bo-3', 50);
			expect(await owner('t-bo-3')).toBe('anna');
		});

		test('[PA5] a merge reaches no other worksession, and a stale one nobody', async () => {
			const els = { merged: [{ from: 'els', into: 'anna' }] };
			await store.append([anAppend('s', 1, els)]);
			expect(await store.append([anAppend('s', 1, { merged: [{ from: 'bo', into: 'anna' }] })])).toEqual([
				'stale'
			]);
			expect(await owner('t-els')).toBe('els');
			expect(await owner('t-bo')).toBe('bo');
			expect(await store.people('other')).toHaveLength(1);
		});

		test('[PA7] who joins and is merged in one append is merged', async () => {
			const people = [{ participationId: 'double', name: 'Bo', tokenHash: 't-double' }];
			await store.append([anAppend('s', 1, { people, merged: [{ from: 'double', into: 'bo' }] })]);
			expect(await owner('t-double')).toBe('bo');
			expect(await names()).toEqual(['anna', 'bo']);
		});

		test('[PA8] device links that are over, and those of a worksession that is gone, are gone', async () => {
			await linkFor('anna', 'over');
			await linkFor('els', 'els', 'other');
			await store.removeWorksession('other');
			expect(await store.useDeviceLink('els', 'new', 1)).toBeNull();
			await store.removeExpired(99);
			await store.removeExpired(100);
			expect(await store.useDeviceLink('over', 'new', 1)).toBeNull();
		});

		test('[PA9] a take-over code leads to its worksession until the next one', async () => {
			expect(await store.sessionIdByTakeOver('one')).toBeNull();
			expect(await store.renewTakeOver('s', 1, 'one')).toBe(true);
			expect(await store.sessionIdByTakeOver('one')).toBe('s');
			expect(await store.renewTakeOver('s', 2, 'two')).toBe(true);
			expect(await store.sessionIdByTakeOver('one')).toBeNull();
			expect(await store.sessionIdByTakeOver('two')).toBe('s');
			expect((await store.worksession('s'))?.takeOverGeneration).toBe(2);
			expect((await store.worksession('other'))?.takeOverGeneration).toBe(0);
		});

		test('[PA10] a take-over code is renewed by one of two, and belongs to one worksession', async () => {
			const both = await Promise.all([store.renewTakeOver('s', 1, 'a'), store.renewTakeOver('s', 1, 'b')]);
			expect(both).toEqual([true, false]);
			expect(await store.renewTakeOver('s', 3, 'c')).toBe(false);
			expect(await store.renewTakeOver('nowhere', 1, 'd')).toBe(false);
			await expect(store.renewTakeOver('other', 1, 'a')).rejects.toThrow();
			expect(await store.sessionIdByTakeOver('a')).toBe('s');
		});
	});
}
