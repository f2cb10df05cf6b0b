import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { summaryOf } from '#lib/domain/record/summary.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { Append, Store } from '#lib/server/store/store.ts';
import { aCreation, anAppend, textEvent } from '../kit/appends.ts';
import { fixedOf } from '../kit/closed-days.ts';
import { aRecord } from '../kit/record.ts';

const HOSTILE_TEXTS = [
	'',
	'\u0000 before and after \u0000',
	'\ud83d half an emoji \ude00',
	'👩‍👩‍👧‍👦 🇳🇱 é é ﷽',
	`'; DROP TABLE event; --`,
	'"dubbel" en \\ en \r\n en \u2028',
	'{"__proto__":{"isAdmin":true}}',
	'__proto__',
	'x'.repeat(100_000)
];

const PARALLEL = 50;
const LONG_LOG = 10_000;

/** What every Store does with the logs of worksessions, whichever database is behind it. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}: logs`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const textsOf = async (sessionId: string, after = 0) =>
			(await store.read(sessionId, after)).map(({ event }) => ('text' in event ? event.text : event.type));
		const versionsOf = async (sessionId: string) =>
			(await store.read(sessionId, 0)).map(({ version }) => version);

		describe('appending', () => {
			test('[ST1] a first append makes the worksession, with its events from version 1', async () => {
				const commands = [
					{ commandId: 'one', events: [textEvent('a'), textEvent('b')] },
					{ commandId: 'two', events: [textEvent('c')] }
				];
				expect(await store.append([aCreation('s', { commands })])).toEqual(['appended']);
				expect(await textsOf('s')).toEqual(['a', 'b', 'c']);
				expect(await versionsOf('s')).toEqual([1, 2, 3]);
				expect((await store.worksession('s'))?.version).toBe(3);
			});

			test('[ST2] a later append goes on where the log ended', async () => {
				await store.append([aCreation('s')]);
				expect(await store.append([anAppend('s', 1)])).toEqual(['appended']);
				expect(await versionsOf('s')).toEqual([1, 2]);
			});

			test.each([0, 2, 99])(
				'[ST3] an append that expects version %i of a log at 1 is stale and writes nothing',
				async (expected) => {
					await store.append([aCreation('s')]);
					const person = { participationId: 'p', name: 'Anna', tokenHash: 't' };
					const late = anAppend('s', expected, {
						creation: { code: 'OTHER', screenTokenHash: 'other', isTrial: true, madeBy: null },
						people: [person],
						fixedRecord: fixedOf(aRecord()),
						summary: { ...summaryOf(initialState('s')), cardCount: 7 }
					});
					expect(await store.append([late])).toEqual(['stale']);
					expect(await versionsOf('s')).toEqual([1]);
					expect(await store.people('s')).toEqual([]);
					expect(await store.fixedRecord('s')).toBeNull();
					expect(await store.sessionIdByCode('OTHER')).toBeNull();
					expect((await store.worksession('s'))?.summary.cardCount).toBe(0);
				}
			);

			test('[ST4] an append to a log that does not exist is stale', async () => {
				expect(await store.append([anAppend('nobody', 3)])).toEqual(['stale']);
				expect(await store.worksession('nobody')).toBeNull();
			});

			test('[ST5] in one batch a stale worksession is skipped and the others are written', async () => {
				await store.append([aCreation('a'), aCreation('b')]);
				const results = await store.append([anAppend('a', 1), anAppend('b', 2), aCreation('c')]);
				expect(results).toEqual(['appended', 'stale', 'appended']);
				expect([await versionsOf('a'), await versionsOf('b'), await versionsOf('c')]).toEqual([
					[1, 2],
					[1],
					[1]
				]);
			});

			test('[ST6] two appends to one log in one batch follow each other', async () => {
				const results = await store.append([aCreation('s'), anAppend('s', 1), anAppend('s', 1)]);
				expect(results).toEqual(['appended', 'appended', 'stale']);
				expect(await versionsOf('s')).toEqual([1, 2]);
			});

			test(`[ST7] of ${PARALLEL} parallel appends that expect the same version one is written`, async () => {
				await store.append([aCreation('s')]);
				const attempts = Array.from({ length: PARALLEL }, (_, n) =>
					store.append([
						anAppend('s', 1, { commands: [{ commandId: `c${n}`, events: [textEvent(`${n}`)] }] })
					])
				);
				const results = (await Promise.all(attempts)).flat();
				expect(results.filter((result) => result === 'appended')).toHaveLength(1);
				expect(await versionsOf('s')).toEqual([1, 2]);
			});

			test.each<[string, Partial<Append>]>([
				['a code', { creation: { code: 'CODE-a', screenTokenHash: 'fresh', isTrial: false, madeBy: null } }],
				[
					'a screen token',
					{ creation: { code: 'FRESH', screenTokenHash: 'screen-a', isTrial: false, madeBy: null } }
				],
				['a participation', { people: [{ participationId: 'p', name: 'Bo', tokenHash: 'fresh' }] }],
				['a cookie', { people: [{ participationId: 'fresh', name: 'Bo', tokenHash: 't' }] }]
			])(
				'[ST8] a batch that uses %s a second time is refused whole, and the store works on',
				async (_, over) => {
					await store.append([
						aCreation('a', { people: [{ participationId: 'p', name: 'Anna', tokenHash: 't' }] })
					]);
					await expect(store.append([anAppend('a', 1), aCreation('b', over)])).rejects.toThrow();
					expect(await versionsOf('a')).toEqual([1]);
					expect(await store.worksession('b')).toBeNull();
					expect(await store.append([anAppend('a', 1)])).toEqual(['appended']);
				}
			);

			test('[ST9] a first append without creation is refused, whether the log exists or not', async () => {
				await store.append([aCreation('a')]);
				for (const id of ['a', 's']) {
					await expect(store.append([anAppend(id, 0)])).rejects.toThrow('needs its creation');
				}
				expect((await store.worksessions()).map(({ id }) => id)).toEqual(['a']);
			});

			test('[ST10] an empty batch does nothing', async () => {
				expect(await store.append([])).toEqual([]);
			});
		});

		describe('reading', () => {
			test('[ST11] events after a version come oldest first', async () => {
				const events = ['a', 'b', 'c'].map(textEvent);
				await store.append([aCreation('s', { commands: [{ commandId: 'one', events }] })]);
				expect(await textsOf('s', 1)).toEqual(['b', 'c']);
				expect(await textsOf('s', 3)).toEqual([]);
				expect(await textsOf('nobody')).toEqual([]);
			});

			test(`[ST12] a log of ${LONG_LOG} events is read whole and in order`, async () => {
				const events = Array.from({ length: LONG_LOG }, (_, n) => textEvent(`${n}`));
				await store.append([aCreation('s', { commands: [{ commandId: 'one', events }] })]);
				const texts = await textsOf('s');
				expect(texts).toEqual(events.map((_, n) => `${n}`));
			});

			test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
				'[ST13] text %s comes back as it was, in events, names and summaries',
				async (_, text) => {
					const summary = summaryOf(initialState('s'));
					await store.append([
						aCreation('s', {
							commands: [{ commandId: 'one', events: [textEvent(text)] }],
							people: [{ participationId: 'p', name: text, tokenHash: 't' }],
							summary: { ...summary, facts: { ...summary.facts, title: text } }
						})
					]);
					expect(await textsOf('s')).toEqual([text]);
					expect(await store.people('s')).toEqual([{ participationId: 'p', name: text }]);
					expect((await store.worksession('s'))?.summary.facts.title).toBe(text);
				}
			);

			test('[ST14] a key named __proto__ stays a key of its own', async () => {
				const participations = JSON.parse('{"__proto__":{"id":"x"}}') as Record<string, never>;
				const state = { ...initialState('s'), participations };
				await store.append([aCreation('s')]);
				await store.saveSnapshot('s', { version: 1, format: 1, state });
				const found = (await store.snapshot('s'))?.state.participations ?? {};
				expect(Object.keys(found)).toEqual(['__proto__']);
				expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
			});

			test('[ST15] what was given or came back can change without changing the store', async () => {
				const events = [textEvent('a')];
				await store.append([aCreation('s', { commands: [{ commandId: 'one', events }] })]);
				Object.assign(events[0] ?? {}, { text: 'changed' });
				Object.assign((await store.read('s', 0))[0]?.event ?? {}, { text: 'changed' });
				expect(await textsOf('s')).toEqual(['a']);
			});
		});

		describe('commands carried out before', () => {
			test('[ST16] are found with the version they led to, only in their own worksession', async () => {
				const commands = [
					{ commandId: 'one', events: [textEvent('a'), textEvent('b')] },
					{ commandId: 'two', events: [textEvent('c')] }
				];
				await store.append([aCreation('s', { commands }), aCreation('other')]);
				const answered = await store.answered('s', ['two', 'one', 'never']);
				expect(Object.fromEntries(answered)).toEqual({ one: 2, two: 3 });
				expect(await store.answered('other', ['one'])).toEqual(new Map());
				expect(await store.answered('s', [])).toEqual(new Map());
			});

			test('[ST17] are not found when their append was stale', async () => {
				await store.append([aCreation('s')]);
				await store.append([
					anAppend('s', 5, { commands: [{ commandId: 'late', events: [textEvent('x')] }] })
				]);
				expect(await store.answered('s', ['late'])).toEqual(new Map());
			});
		});

		describe('snapshots', () => {
			test('[ST26] come back with the format in which their state was kept', async () => {
				await store.append([aCreation('s')]);
				const snapshot = { version: 1, format: 41, state: initialState('s') };
				await store.saveSnapshot('s', snapshot);
				expect(await store.snapshot('s')).toEqual(snapshot);
			});

			test('[ST18] a later one replaces an earlier one, and never the other way round', async () => {
				await store.append([aCreation('s')]);
				expect(await store.snapshot('s')).toBeNull();
				const state = initialState('s');
				await store.saveSnapshot('s', { version: 3, format: 1, state });
				await store.saveSnapshot('s', { version: 5, format: 2, state: { ...state, doors: 'open' } });
				await store.saveSnapshot('s', { version: 4, format: 1, state });
				expect(await store.snapshot('s')).toEqual({
					version: 5,
					format: 2,
					state: { ...state, doors: 'open' }
				});
			});

			test('[ST19] one of a worksession that is gone is not kept', async () => {
				await store.saveSnapshot('nobody', { version: 1, format: 1, state: initialState('nobody') });
				expect(await store.snapshot('nobody')).toBeNull();
			});
		});

		test('[ST31] an open store is writable', async () => {
			expect(await store.isWritable()).toBe(true);
		});
	});
}
