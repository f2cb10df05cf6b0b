import { expect, test } from 'vitest';
import type { ProgrammeCommand } from '#lib/domain/programme/programme-acts.ts';
import { ProgrammeDesk } from './programme-desk.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/store.ts';

function aDesk(store: Store = memoryStore()): ProgrammeDesk {
	let nth = 0;
	return new ProgrammeDesk(store, { now: () => 7, newId: () => `id${(nth += 1)}` });
}

const adding = (label: string): ProgrammeCommand => ({
	type: 'AddTerm',
	term: { under: 'financiering', label, definition: '' }
});
const asked = (commandId: string, command: ProgrammeCommand) => ({
	commandId,
	command,
	by: 'noor',
	records: []
});

test('many at once are decided one after the other, each command once', async () => {
	const store = memoryStore();
	const desk = aDesk(store);
	const twice = [1, 2, 3, 4].flatMap((nth) => [nth, nth]);
	const answers = await Promise.all(
		twice.map((nth) => desk.perform(asked(`c${nth}`, adding(`Term ${nth}`))))
	);
	expect(answers).toEqual(twice.map(() => ({ ok: true })));
	expect((await desk.programme()).codeBook.terms.map(({ label }) => label)).toEqual([
		'Term 1',
		'Term 2',
		'Term 3',
		'Term 4'
	]);
	expect(await aDesk(store).programme()).toEqual(await desk.programme());
});

test('what another one wrote meanwhile is taken in first', async () => {
	const store = memoryStore();
	const [here, there] = [aDesk(store), aDesk(store)];
	await here.programme();
	await there.perform(asked('c1', adding('Leges')));
	expect(await here.perform(asked('c2', adding('leges')))).toEqual({ ok: false, rejection: 'term-taken' });
	expect(await here.perform(asked('c1', adding('Leges')))).toEqual({ ok: true });
	expect((await here.programme()).codeBook.terms).toHaveLength(1);
});

test('a write that fails is told, and a yes that got lost is found again', async () => {
	const inner = memoryStore();
	let fault: 'before' | 'after' | null = 'before';
	const store: Store = {
		...inner,
		appendProgramme: async (version, act) => {
			const moment = fault;
			fault = null;
			if (moment === 'before') throw new Error('disk full');
			const result = await inner.appendProgramme(version, act);
			if (moment === 'after') throw new Error('answer lost');
			return result;
		}
	};
	const desk = aDesk(store);
	await expect(desk.perform(asked('c1', adding('A')))).rejects.toThrow('disk full');
	expect((await desk.programme()).codeBook.terms).toEqual([]);
	fault = 'after';
	await expect(desk.perform(asked('c1', adding('A')))).rejects.toThrow('answer lost');
	expect(await desk.perform(asked('c1', adding('A')))).toEqual({ ok: true });
	expect((await desk.programme()).codeBook.terms).toHaveLength(1);
});
