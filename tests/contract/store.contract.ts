import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { REDACTED_TEXT } from '#lib/domain/card/redacted-text.ts';
import { summaryOf } from '#lib/domain/record/summary.ts';
import { standardPlan, type TemplatePlan } from '#lib/domain/day/template.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { Append, Store } from '#lib/server/store/store.ts';
import { aCreation, anAppend, textEvent } from '../kit/appends.ts';
import { fixedOf } from '../kit/closed-days.ts';
import { aCard, aRecord } from '../kit/record.ts';

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

/** What every Store does, whichever database is behind it. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
	describe(name, () => {
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
						creation: { code: 'OTHER', screenTokenHash: 'other', isTrial: true },
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
				['a code', { creation: { code: 'CODE-a', screenTokenHash: 'fresh', isTrial: false } }],
				['a screen token', { creation: { code: 'FRESH', screenTokenHash: 'screen-a', isTrial: false } }],
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
				const creation = { code: 'ABCD2345', screenTokenHash: 'secret', isTrial: true };
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

			test('[ST25] the fixed record comes back byte for byte', async () => {
				const fixedRecord = {
					version: 2,
					json: ` ${recordJson(aRecord({ cards: [aCard({ text: 'é😀\u0000' })] }))}\n`,
					sha256: 'abc',
					fixedAt: 1_795_414_403_627,
					redactedAt: null
				};
				await store.append([aCreation('s')]);
				expect(await store.fixedRecord('s')).toBeNull();
				await store.append([anAppend('s', 1, { fixedRecord })]);
				expect(await store.fixedRecord('s')).toEqual(fixedRecord);
			});

			test('[ST35] another version of the record is the last one, and the ones before stay as they were', async () => {
				const versions = [1, 2, 3].map((version) => ({
					...fixedOf(aRecord({ cards: [aCard({ id: 'c1', text: `versie ${version}` })] })),
					version
				}));
				await store.append([aCreation('s'), aCreation('other')]);
				expect(await store.earlierRecords('s')).toEqual([]);
				for (const [index, fixedRecord] of versions.entries())
					await store.append([anAppend('s', index + 1, { fixedRecord })]);
				expect(await store.fixedRecord('s')).toEqual(versions[2]);
				expect(await store.earlierRecords('s')).toEqual(versions.slice(0, 2));
				expect(await store.earlierRecords('other')).toEqual([]);
			});

			test('[ST36] what is taken away goes from every version of the record, and each says so', async () => {
				const card = aCard({ id: 'c1', text: 'een naam' });
				const versions = [1, 2].map((version) => ({
					...fixedOf(aRecord({ cards: [card, aCard({ id: 'c2', text: 'blijft' })] })),
					version
				}));
				await store.append([aCreation('s')]);
				for (const [index, fixedRecord] of versions.entries())
					await store.append([anAppend('s', index + 1, { fixedRecord })]);
				const redaction = { by: 'facilitator', reason: 'Een naam', at: 9 } as const;
				const taken = { texts: new Map([['c1', redaction]]), kept: null };
				await store.append([anAppend('s', 3, { at: 9, taken })]);
				const left = [...(await store.earlierRecords('s')), await store.fixedRecord('s')];
				expect(left.map((record) => record?.redactedAt)).toEqual([9, 9]);
				expect(JSON.stringify(left)).not.toContain('een naam');
				expect(left.every((record) => record?.json.includes('blijft'))).toBe(true);
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

		describe('a text that is taken away', () => {
			const post = (cardId: string, text: string): WorksessionEvent => ({
				type: 'CardPosted',
				roundId: 'r',
				cardId,
				draftId: `draft ${cardId}`,
				text,
				stepId: null,
				author: { kind: 'facilitator' },
				municipalities: [],
				organisation: '',
				isWithoutOrigin: false,
				tableId: null,
				isShared: true,
				isLate: false,
				isWrittenFor: false,
				at: 1
			});
			const redaction = { by: 'facilitator', reason: 'Een naam', at: 2 } as const;
			const redacting = {
				commands: [
					{ commandId: 'gone', events: [{ type: 'CardRedacted', roundId: 'r', cardId: 'c', redaction }] }
				],
				taken: { texts: new Map([['c', redaction]]), kept: null }
			} as const;

			test('[ST50] goes from the log of its worksession, and from no other card or worksession', async () => {
				const commands = [{ commandId: 'one', events: [post('c', 'geheim'), post('d', 'geheim')] }];
				await store.append([aCreation('s', { commands }), aCreation('t', { commands })]);
				await store.saveSnapshot('s', { version: 2, format: 1, state: initialState('s') });
				expect(await store.append([anAppend('s', 2, redacting)])).toEqual(['appended']);
				expect(await textsOf('s')).toEqual([REDACTED_TEXT, 'geheim', 'CardRedacted']);
				expect(await textsOf('t')).toEqual(['geheim', 'geheim']);
				expect(await store.snapshot('s')).toBeNull();
				expect((await store.answered('s', ['one', 'gone'])).size).toBe(2);
			});

			test('[ST52] goes from every title that was made from the card', async () => {
				const title = 'geheim';
				const roundId = 'r';
				const item = { kind: 'card', id: 'c' } as const;
				const idea = { ...NEW_IDEA, title };
				const events: readonly WorksessionEvent[] = [
					post('c', title),
					{ type: 'StepAdded', stepId: 'a', title, tableId: null, roundId, cardIds: ['c'] },
					{ type: 'ClusterMade', roundId, clusterId: 'b', title, cardIds: ['c', 'd'], stepId: null },
					{ type: 'IdeaAdded', ideaId: 'i', idea, tableId: null, from: [{ roundId, item }] },
					{ type: 'IdeaChanged', ideaId: 'i', idea: { ...idea, summary: 'Meer' } }
				];
				await store.append([aCreation('s', { commands: [{ commandId: 'one', events }] })]);
				await store.append([anAppend('s', events.length, redacting)]);
				expect(JSON.stringify(await store.read('s', 0))).not.toContain(title);
			});

			test('[ST51] stays when the append is stale', async () => {
				const commands = [{ commandId: 'one', events: [post('c', 'geheim')] }];
				await store.append([aCreation('s', { commands })]);
				expect(await store.append([anAppend('s', 7, redacting)])).toEqual(['stale']);
				expect(await textsOf('s')).toEqual(['geheim']);
			});
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

		test('[ST31] an open store is writable', async () => {
			expect(await store.isWritable()).toBe(true);
		});
	});
}
