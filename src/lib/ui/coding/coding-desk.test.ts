import { expect, test } from 'vitest';
import { fourDays } from '../../../../tests/kit/programme.ts';
import type { ProgrammeResult } from '#lib/client/programme-acts.ts';
import { codingQueue } from '#lib/domain/programme/coding-queue.ts';
import type { ProgrammeCommand } from '#lib/domain/programme/programme-acts.ts';
import { CodingDesk } from './coding-desk.svelte.ts';

const pieces = fourDays()
	.filter(({ session }) => session.id === 'w1')
	.flatMap((record) => codingQueue(record, {}));
const DATA = { sessionId: 'w1', pieces, hints: {}, codeBook: { version: 1, terms: [] } };
const DONE: ProgrammeResult = { type: 'done' };

/** A desk whose server answers when the test says so. */
function aDesk() {
	const asked: ProgrammeCommand[] = [];
	const refused: string[] = [];
	let answer: (result: ProgrammeResult) => void = () => undefined;
	const desk = new CodingDesk(
		() => DATA,
		(why) => refused.push(why),
		(command) => {
			asked.push(command);
			return new Promise((resolve) => (answer = resolve));
		}
	);
	const answered = async (result: ProgrammeResult) => {
		answer(result);
		await Promise.resolve();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { desk, asked, refused, answered };
}

test('it begins at the first piece without a category, and cards of a stack come in when it is opened', () => {
	const { desk } = aDesk();
	expect(desk.now?.item).toEqual({ kind: 'card', id: 'a4' });
	expect(desk.queue.map(({ item }) => item.id)).toEqual(['k1', 'a1', 'a4', 'a5']);
	desk.goTo(desk.queue[0] ?? null);
	desk.toggleOpened();
	expect(desk.queue.map(({ item }) => item.id)).toEqual(['k1', 'a2', 'a3', 'a1', 'a4', 'a5']);
	desk.goTo(desk.next);
	desk.toggleOpened();
	expect(desk.now?.item.id).toBe('k1');
});

test('what is chosen while a save is under way is saved after it, the last choice alone', async () => {
	const { desk, asked, answered } = aDesk();
	expect(desk.chooseFirst('financiering')).toBe(true);
	desk.chooseAlso('anders');
	desk.chooseAlso('techniek-koppelingen');
	expect(desk.state).toBe('saving');
	expect(asked).toHaveLength(1);
	await answered(DONE);
	expect(asked).toHaveLength(2);
	expect(asked[1]).toMatchObject({
		coding: { category: 'financiering', also: ['anders', 'techniek-koppelingen'] }
	});
	await answered(DONE);
	expect(desk.state).toBe('saved');
});

test('what was not saved stays chosen and is tried again', async () => {
	const { desk, asked, answered } = aDesk();
	desk.chooseFirst('financiering');
	await answered({ type: 'failed' });
	expect(desk.state).toBe('unsaved');
	expect(desk.now && desk.codingOf(desk.now).category).toBe('financiering');
	void desk.save();
	await answered(DONE);
	expect([desk.state, asked.length]).toEqual(['saved', 2]);
});

test('what is refused goes back to what it was, and says why', async () => {
	const { desk, refused, answered } = aDesk();
	desk.chooseFirst('financiering');
	await answered({ type: 'refused', rejection: 'unknown-session' });
	expect(refused).toEqual(['unknown-session']);
	expect(desk.now && desk.codingOf(desk.now).category).toBeNull();
	expect(desk.state).toBe('saved');
});

test('undo takes back one choice after the other and goes there; a category chosen twice is none', () => {
	const { desk } = aDesk();
	desk.chooseFirst('financiering');
	desk.chooseFirst('anders');
	desk.goTo(desk.next);
	desk.chooseFirst('anders');
	expect(desk.chooseFirst('anders')).toBe(false);
	desk.undo();
	desk.undo();
	desk.undo();
	expect(desk.now?.item.id).toBe('a4');
	expect(desk.now && desk.codingOf(desk.now).category).toBe('financiering');
	desk.undo();
	expect(desk.undo()).toBe(false);
	expect(desk.now && desk.assignedTo(desk.now)).toBeNull();
});
