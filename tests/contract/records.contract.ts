import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorksessionEvent } from '#lib/domain/events.ts';
import { standardPlan, standardSettings, type TemplatePlan } from '#lib/domain/day/template.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { recordJson } from '#lib/domain/record/record.ts';
import { REDACTED_TEXT } from '#lib/domain/card/redacted-text.ts';
import { initialState } from '#lib/domain/worksession.ts';
import type { Store } from '#lib/server/store/store.ts';
import { aCreation, anAppend } from '../kit/appends.ts';
import { fixedOf } from '../kit/closed-days.ts';
import { aCard, aRecord } from '../kit/record.ts';

/** What every Store does with fixed records, and with what is taken away from them and from the log. */
export function recordsContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}: fixed records and texts that go`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const textsOf = async (sessionId: string) =>
			(await store.read(sessionId, 0)).map(({ event }) => ('text' in event ? event.text : event.type));

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

			test('[ST53] goes from every day that was kept and says the same, but for the words of the programme', async () => {
				const own = standardSettings('needs', 'follower');
				const settings = { ...own, question: 'Wat zei Kanarie?', helpText: '', note: 'Blijft' };
				const plan: TemplatePlan = {
					items: [
						{ kind: 'break', title: 'Taart van Kanarie', minutes: 10 },
						{ kind: 'round', round: 'needs', settings },
						{ kind: 'round', round: 'needs', settings: own }
					]
				};
				const kept = { name: 'Kanarie', group: 'follower', plan, createdAt: 1, madeBy: null } as const;
				await store.addTemplate({ id: 'same', ...kept });
				await store.addTemplate({
					id: 'other',
					...kept,
					name: 'Lang',
					createdAt: 2,
					plan: standardPlan('follower')
				});
				const events: readonly WorksessionEvent[] = [
					{ type: 'RoundChanged', roundId: 'r', settings: { ...settings, note: own.note } },
					{ type: 'RoundChanged', roundId: 'r', settings: own },
					{ type: 'BreakChanged', itemId: 'b', title: 'Taart van Kanarie', minutes: 10 },
					{ type: 'MessageSent', messageId: 'm', text: 'Kanarie', at: 1 }
				];
				await store.append([aCreation('s', { commands: [{ commandId: 'one', events }] })]);
				const taken = { texts: new Map(['r', 'b', 'm'].map((id) => [id, redaction])), kept: null };
				await store.append([anAppend('s', events.length, { taken })]);
				const [same, other] = await store.templates();
				expect(JSON.stringify(same)).not.toContain('Kanarie');
				expect(same).toMatchObject({
					name: REDACTED_TEXT,
					plan: {
						items: [
							{ title: REDACTED_TEXT },
							{ settings: { question: REDACTED_TEXT, helpText: '', note: 'Blijft' } },
							{ settings: own }
						]
					}
				});
				expect(other?.plan).toEqual(standardPlan('follower'));
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
	});
}
