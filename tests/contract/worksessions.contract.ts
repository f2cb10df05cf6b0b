import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { standardPlan, type TemplatePlan } from '#lib/domain/day/template.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { Store } from '#lib/server/store/store.ts';
import { aCreation, anAppend } from '../kit/appends.ts';
import { fixedOf } from '../kit/closed-days.ts';
import { aRecord } from '../kit/record.ts';

/** What every Store does with the list of worksessions, with ways into them and with what the programme keeps to make others. */
export function worksessionsContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}: worksessions and ways in`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const versionsOf = async (sessionId: string) =>
			(await store.read(sessionId, 0)).map(({ version }) => version);

		describe('people and ways in', () => {
			test('[ST20] people come in the order in which they joined, and their token finds them', async () => {
				const [anna, bo] = [
					{ participationId: 'z', name: 'Anna', tokenHash: 'ta' },
					{ participationId: 'b', name: 'Bo', tokenHash: 'tb' }
				];
				await store.append([aCreation('s', { people: [anna] })]);
				await store.append([anAppend('s', 1, { people: [bo] })]);
				expect((await store.people('s')).map(({ name }) => name)).toEqual(['Anna', 'Bo']);
				expect(await store.participationByToken('tb')).toEqual({ sessionId: 's', participationId: 'b' });
				expect(await store.participationByToken('nobody')).toBeNull();
				expect(await store.people('nobody')).toEqual([]);
			});

			test('[ST21] a code and a screen token find their worksession, exactly as written', async () => {
				await store.append([aCreation('s')]);
				expect(await store.sessionIdByCode('CODE-s')).toBe('s');
				expect(await store.sessionIdByCode('code-s')).toBeNull();
				expect(await store.sessionIdByScreenToken('screen-s')).toBe('s');
				expect(await store.sessionIdByScreenToken('CODE-s')).toBeNull();
			});
		});

		describe('worksessions', () => {
			const planned = (id: string, date: string | null, at: number) => {
				const summary = summaryOf(initialState(id));
				return aCreation(id, { at, summary: { ...summary, facts: { ...summary.facts, date } } });
			};

			test('[ST22] come newest planned date first, undated ones last in order of creation', async () => {
				await store.append([
					planned('undated-late', null, 9),
					planned('old', '2026-01-31', 1),
					planned('undated-early', null, 2),
					planned('same-day-later', '2026-12-01', 4),
					planned('new', '2026-12-01', 3)
				]);
				const ids = (await store.worksessions()).map(({ id }) => id);
				expect(ids).toEqual(['new', 'same-day-later', 'old', 'undated-early', 'undated-late']);
			});

			test('[ST23] a row tells what it was created with and the latest summary, and no secret', async () => {
				const creation = { code: 'ABCD2345', screenTokenHash: 'secret', isTrial: true, madeBy: null };
				const summary = { ...summaryOf(initialState('s')), cardCount: 3 };
				await store.append([aCreation('s', { at: 77, creation })]);
				await store.append([anAppend('s', 1, { at: 99, summary })]);
				const row = {
					id: 's',
					code: 'ABCD2345',
					isTrial: true,
					createdAt: 77,
					version: 2,
					takeOverGeneration: 0,
					summary
				};
				expect(await store.worksession('s')).toEqual(row);
				expect(await store.worksessions()).toEqual([row]);
			});

			test('[ST24] removing one removes everything of it and nothing of another', async () => {
				const full = (id: string) =>
					aCreation(id, {
						people: [{ participationId: `p-${id}`, name: 'Anna', tokenHash: `t-${id}` }],
						fixedRecord: fixedOf(aRecord())
					});
				await store.append([full('a'), full('b')]);
				for (const id of ['a', 'b'])
					await store.saveSnapshot(id, { version: 1, format: 1, state: initialState(id) });
				await store.removeWorksession('a');
				const left = async (id: string) => [
					await versionsOf(id),
					(await store.people(id)).length,
					(await store.snapshot(id))?.version,
					(await store.fixedRecord(id))?.version,
					await store.participationByToken(`t-${id}`).then((key) => key?.sessionId),
					await store.sessionIdByCode(`CODE-${id}`),
					(await store.answered(id, [`${id}-command-1`])).size
				];
				expect(await left('a')).toEqual([[], 0, undefined, undefined, undefined, null, 0]);
				expect(await left('b')).toEqual([[1], 1, 1, 1, 'b', 'b', 1]);
				expect(await store.append([anAppend('a', 1)])).toEqual(['stale']);
			});
		});

		test('[ST37] a link opens one municipality of one worksession until it expires; a new one takes its place', async () => {
			await store.append([aCreation('s'), aCreation('other')]);
			const link = { sessionId: 's', municipality: 'GM0014', tokenHash: 'one', expiresAt: 100 };
			await store.saveValidationLink(link);
			await store.saveValidationLink({ ...link, municipality: 'GM0193', tokenHash: 'two' });
			expect(await store.validationLink('one', 99)).toEqual(link);
			expect(await store.validationLink('one', 100)).toBeNull();
			expect(await store.validationLink('nothing', 1)).toBeNull();
			await store.saveValidationLink({ ...link, tokenHash: 'three', expiresAt: 200 });
			expect(await store.validationLink('one', 99)).toBeNull();
			expect(await store.validationLinks('s')).toEqual([
				{ municipality: 'GM0014', expiresAt: 200 },
				{ municipality: 'GM0193', expiresAt: 100 }
			]);
			expect(await store.validationLinks('other')).toEqual([]);
			await store.removeExpired(100);
			expect(await store.validationLinks('s')).toEqual([{ municipality: 'GM0014', expiresAt: 200 }]);
			await store.removeWorksession('s');
			expect(await store.validationLink('three', 1)).toBeNull();
		});

		describe('the programme', () => {
			test('[ST26] there is one programme, replaced when saved again', async () => {
				expect(await store.programme()).toBeNull();
				await store.saveProgramme({ id: 'p', name: 'Datadeal', secret: 'geheim', createdAt: 1 });
				await store.saveProgramme({ id: 'q', name: 'Datadeal 2', secret: 'geheim 2', createdAt: 2 });
				expect(await store.programme()).toEqual({
					id: 'q',
					name: 'Datadeal 2',
					secret: 'geheim 2',
					createdAt: 2
				});
			});

			test('[ST27] templates come oldest first as they were kept, by whomever, can get another name and can go', async () => {
				const aDay = { items: [{ kind: 'break', title: '\ud83d \u0000', minutes: 15 }] } as const;
				const plan: TemplatePlan = { ...aDay };
				const kept = [
					{ id: 'late', name: 'Kort', group: 'follower', plan, madeBy: 'noor', createdAt: 9 },
					{
						id: 'early',
						name: '\u0000 \ud83d',
						group: 'frontrunner',
						plan: standardPlan('frontrunner'),
						madeBy: null,
						createdAt: 3
					}
				] as const;
				for (const template of kept) await store.addTemplate(template);
				Object.assign(plan, { items: [] });
				const [late, early] = kept;
				const asItWas = { ...late, plan: aDay };
				expect(await store.templates()).toEqual([early, asItWas]);
				await expect(store.addTemplate(early)).rejects.toThrow();
				expect(await store.renameTemplate('late', 'Lang')).toBe(true);
				expect(await store.renameTemplate('nobody', 'Lang')).toBe(false);
				await store.removeTemplate('early');
				expect(await store.templates()).toEqual([{ ...asItWas, name: 'Lang' }]);
			});
		});
	});
}
