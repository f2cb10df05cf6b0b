import { beforeEach, expect, test } from 'vitest';
import type { Command } from '#lib/domain/commands.ts';
import type { Facts } from '#lib/domain/day/facts.ts';
import type { Rejection } from '#lib/domain/rejections.ts';
import type { Answer } from '#lib/protocol/messages.ts';
import type { Timers } from './timers.ts';
import { Draft, type SavePort } from './draft.svelte.ts';

const FACTS: Facts = {
	title: 'Dag',
	theme: 'ondermijning',
	group: 'follower',
	date: null,
	startsAt: '09:30',
	place: 'Utrecht'
};

/** A server of which the test decides when and what it answers. */
class Server implements SavePort {
	facts = FACTS;
	readonly asked: Facts[] = [];
	readonly over: (Facts | null)[] = [];
	refuses: Rejection | null = null;
	#answers: ((answer: Answer) => void)[] = [];

	act(command: Command): Promise<Answer> {
		if (command.type === 'ChangeFacts') {
			this.asked.push(command.facts);
			this.over.push(command.over);
		}
		return new Promise((resolve) => this.#answers.push(resolve));
	}

	wouldRefuse(): Rejection | null {
		return this.refuses;
	}

	async answer(answer: Answer): Promise<void> {
		this.#answers.shift()?.(answer);
		await Promise.resolve();
		await Promise.resolve();
		await Promise.resolve();
	}
}

let waiting: (() => void) | null;
const timers: Timers = {
	after(_delayMs, run) {
		waiting = run;
		return () => {
			waiting = null;
		};
	},
	every: () => () => undefined
};
const SAVED: Answer = { ok: true, version: 2 };

let server: Server;
let draft: Draft<Facts>;

beforeEach(() => {
	waiting = null;
	server = new Server();
	draft = new Draft(
		{
			current: () => server.facts,
			command: (facts, _, over) => ({ type: 'ChangeFacts', facts, over }),
			clash: 'facts-changed'
		},
		server,
		timers
	);
});

test('what is typed stands in the field at once and is saved after a pause, in one command', async () => {
	draft.change({ place: 'Zw' });
	draft.change({ place: 'Zwolle' });
	expect(draft.value.place).toBe('Zwolle');
	expect(server.asked).toEqual([]);
	waiting?.();
	expect(draft.state).toBe('saving');
	await server.answer(SAVED);
	expect(server.asked).toEqual([{ ...FACTS, place: 'Zwolle' }]);
	expect(draft.state).toBe('saved');
});

test('what was typed while saving is saved after it, and the latest value wins', async () => {
	draft.change({ place: 'Zwolle' });
	const saved = draft.save();
	draft.change({ place: 'Almere' });
	void draft.save();
	await server.answer(SAVED);
	await server.answer(SAVED);
	await saved;
	expect(server.asked.map(({ place }) => place)).toEqual(['Zwolle', 'Almere']);
	expect(draft.state).toBe('saved');
});

test('the field does not fall back to the old value between answer and view', async () => {
	draft.change({ place: 'Zwolle' });
	void draft.save();
	await server.answer(SAVED);
	draft.settle();
	expect(draft.value.place).toBe('Zwolle');
});

test('once the view has it, a later change by somebody else shows', async () => {
	draft.change({ place: 'Zwolle' });
	void draft.save();
	server.facts = { ...FACTS, place: 'Zwolle' };
	await server.answer(SAVED);
	draft.settle();
	server.facts = { ...FACTS, place: 'Almere' };
	expect(draft.value.place).toBe('Almere');
});

test('a field that somebody else changed meanwhile is not put back', () => {
	draft.change({ place: 'Zwolle' });
	server.facts = { ...FACTS, title: 'Nieuwe naam' };
	void draft.save();
	expect(server.asked).toEqual([{ ...FACTS, title: 'Nieuwe naam', place: 'Zwolle' }]);
});

test('what a rule refuses is not sent, stays in the field and says why', async () => {
	server.refuses = 'title-empty';
	draft.change({ title: '' });
	await draft.save();
	expect(draft).toMatchObject({ state: 'refused', rejection: 'title-empty', value: { title: '' } });
	expect(server.asked).toEqual([]);
});

test('what did not arrive stays in the field and goes with the next attempt', async () => {
	draft.change({ place: 'Zwolle' });
	void draft.save();
	await server.answer({ ok: false, fault: 'a1' });
	expect(draft).toMatchObject({ state: 'failed', value: { place: 'Zwolle' } });
	void draft.save();
	await server.answer(SAVED);
	expect(server.asked.at(-1)?.place).toBe('Zwolle');
	expect(draft.state).toBe('saved');
});

test('what a field showed when it was begun goes along, also for what was typed while saving', async () => {
	draft.change({ place: 'Zw' });
	draft.change({ place: 'Zwolle' });
	const saved = draft.save();
	draft.change({ place: 'Almere' });
	void draft.save();
	await server.answer(SAVED);
	await server.answer(SAVED);
	await saved;
	expect(server.over).toEqual([FACTS, { ...FACTS, place: 'Zwolle' }]);
	expect(draft.clashes).toEqual([]);
});

test('a field that somebody else changed while one types clashes, and no other', () => {
	draft.change({ place: 'Zwolle', title: 'Zelfde' });
	expect(draft.clashes).toEqual([]);
	server.facts = { ...FACTS, place: 'Almere', title: 'Zelfde', startsAt: '10:00' };
	expect(draft.clashes).toEqual(['place']);
	expect(draft.value.place).toBe('Zwolle');
});

test('what was just saved here is no clash while the view still shows what was before', async () => {
	draft.change({ place: 'Zwolle' });
	void draft.save();
	await server.answer(SAVED);
	draft.change({ place: 'Zwolle-Zuid' });
	expect(draft.clashes).toEqual([]);
});

/** Somebody else changes the place while it is changed here, and the page is told after the server refused. */
async function aClash(): Promise<void> {
	draft.change({ place: 'Zwolle' });
	void draft.save();
	await server.answer({ ok: false, rejection: 'facts-changed' });
	server.facts = { ...FACTS, place: 'Almere' };
	expect(draft).toMatchObject({ state: 'refused', rejection: 'facts-changed', clashes: ['place'] });
}

test.each([
	{ whose: 'mine', isLeft: 'before', stays: 'Zwolle', asked: [{ place: 'Zwolle' }] },
	{ whose: 'mine', isLeft: 'after', stays: 'Zwolle', asked: [{ place: 'Zwolle' }] },
	{ whose: 'theirs', isLeft: 'before', stays: 'Almere', asked: [] },
	{ whose: 'theirs', isLeft: 'after', stays: 'Almere', asked: [] }
] as const)('who has to choose and takes $whose keeps that, saved $isLeft it too', async (one) => {
	const { whose, isLeft, stays, asked } = one;
	await aClash();
	const before = server.asked.length;
	// Whatever loses focus saves as well: the field that is left for the button, and the button that goes.
	if (isLeft === 'before') void draft.save();
	const chosen = draft.choose('place', whose);
	if (isLeft === 'after') void draft.save();
	await expect.poll(() => server.asked.length).toBe(before + asked.length);
	await server.answer(SAVED);
	await chosen;
	expect(draft.clashes).toEqual([]);
	expect(draft.value.place).toBe(stays);
	expect(server.asked.slice(before)).toMatchObject(asked);
	expect(server.over.slice(before)).toMatchObject(asked.map(() => ({ place: 'Almere' })));
	expect(draft).toMatchObject({ state: 'saved', rejection: null });
});

test('what clashes is not sent before somebody chose, and stays in the field', async () => {
	await aClash();
	const before = server.asked.length;
	await draft.save();
	draft.change({ title: 'Nog iets' });
	await draft.save();
	expect(server.asked).toHaveLength(before);
	expect(draft).toMatchObject({ state: 'refused', rejection: 'facts-changed', clashes: ['place'] });
	expect(draft.value).toMatchObject({ place: 'Zwolle', title: 'Nog iets' });
});
