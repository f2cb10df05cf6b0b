import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProgrammeAct, Store } from '#lib/server/store/store.ts';

/** What every Store does with the log of the programme. `open` gives an empty one. */
export function programmeContract(name: string, open: () => Promise<Store>): void {
	describe(`${name}: the log of the programme`, () => {
		let store: Store;
		beforeEach(async () => {
			store = await open();
		});
		afterEach(() => store.close());

		const act = (commandId: string, ...termIds: readonly string[]): ProgrammeAct => ({
			commandId,
			at: 5,
			by: 'noor',
			events: termIds.map((termId) => ({ type: 'TermEnded', termId, replacedBy: null }))
		});

		test('[PL1] acts come back in order, with who and when, and after any version', async () => {
			expect(await store.readProgramme(0)).toEqual([]);
			expect(await store.appendProgramme(0, act('c1', 'a', '\ud83d half \u0000'))).toBe('appended');
			expect(await store.appendProgramme(2, act('c2', 'b'))).toBe('appended');
			const facts = await store.readProgramme(0);
			expect(facts.map(({ version, commandId, at, by }) => [version, commandId, at, by])).toEqual([
				[1, 'c1', 5, 'noor'],
				[2, 'c1', 5, 'noor'],
				[3, 'c2', 5, 'noor']
			]);
			expect(facts[1]?.event).toEqual({ type: 'TermEnded', termId: '\ud83d half \u0000', replacedBy: null });
			expect(await store.readProgramme(2)).toEqual(facts.slice(2));
		});

		test('[PL4] words that an act takes away are in no earlier act any more, and its own reason is', async () => {
			const key = (name: string) => ({ type: 'AccessKeyMade', keyId: name, name }) as const;
			await store.appendProgramme(0, { ...act('c1'), events: [key('Kanarie'), key('Blijft')] });
			const text = { kind: 'key', keyId: 'Kanarie' } as const;
			const redacted = { type: 'ProgrammeRedacted', text, reason: 'Een naam' } as const;
			expect(await store.appendProgramme(0, { ...act('c2'), events: [redacted] })).toBe('stale');
			expect((await store.readProgramme(0))[0]?.event).toEqual(key('Kanarie'));
			expect(await store.appendProgramme(2, { ...act('c2'), events: [redacted] })).toBe('appended');
			expect((await store.readProgramme(0)).map(({ event }) => event)).toEqual([
				{ ...key('Kanarie'), name: '[…]' },
				key('Blijft'),
				redacted
			]);
		});

		test('[PL2] who did not know the last act writes nothing', async () => {
			await store.appendProgramme(0, act('c1', 'a'));
			expect(await store.appendProgramme(0, act('c2', 'b'))).toBe('stale');
			expect(await store.appendProgramme(2, act('c2', 'b'))).toBe('stale');
			expect(await store.readProgramme(0)).toHaveLength(1);
		});

		test('[PL3] of many that know the same, one is written', async () => {
			const acts = Array.from({ length: 50 }, (_, nth) => store.appendProgramme(0, act(`c${nth}`, 'a')));
			const results = await Promise.all(acts);
			expect(results.filter((result) => result === 'appended')).toHaveLength(1);
		});
	});
}
