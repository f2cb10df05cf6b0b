import { expect, test } from 'vitest';
import { FORESEEN_ID } from '#lib/domain/board/arrangement-change.ts';
import type { Command } from '#lib/domain/commands.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import {
	actorFor,
	anOpenWorksession,
	participationId,
	roundId,
	type Story,
	type Who
} from '../../../../tests/kit/worksession.ts';
import { ActHistory } from './act-history.svelte.ts';

const ROUND = roundId('bottlenecks');

/** The page of who arranges, as far as its history asks anything of it. */
class Page {
	readonly day: Story;
	readonly who: Who;
	readonly history = new ActHistory();

	constructor(day: Story, who: Who = 'facilitator') {
		this.day = day;
		this.who = who;
	}

	get shared() {
		return this.day.shared(this.who === 'facilitator' ? 'facilitator' : 'participant');
	}

	foresee(command: Command) {
		const before = this.day.state;
		const outcome = this.#foretold(command);
		return outcome.ok ? { before, after: outcome.value.reduce(evolve, before) } : null;
	}

	wouldRefuse(command: Command) {
		const outcome = this.#foretold(command);
		return outcome.ok ? null : outcome.rejection;
	}

	#foretold(command: Command) {
		return decide(this.day.state, command, {
			actor: actorFor(this.who),
			now: this.day.now,
			commandId: FORESEEN_ID,
			newId: () => FORESEEN_ID,
			proofOf: () => null
		});
	}

	act(command: Command): void {
		const isDone = this.history.expect(this, command);
		this.day.act(this.who, command);
		isDone();
	}

	step(direction: 'undo' | 'redo'): void {
		const command = this.history.next(direction, this.shared);
		if (!command) throw new Error(`There is nothing to ${direction}`);
		this.day.act(this.who, command);
		this.history.moved(direction, command);
	}
}

function aPage(): { readonly page: Page; readonly ids: readonly string[] } {
	const day = anOpenWorksession({ steps: ['Signaal', 'Weging'] }).at('bottlenecks', 'writing');
	const ids = ['een', 'twee'].map((text) => day.card('anna', text));
	return { page: new Page(day.at('bottlenecks', 'arranging')), ids };
}

test('acts on steps and on the board are undone in the order in which they were done, and done again', () => {
	const { page, ids } = aPage();
	const { day } = page;
	const states = [day.state];
	const acts: readonly Command[] = [
		{ type: 'AddStep', title: 'Nieuw', tableId: null, roundId: ROUND, cardIds: ids.slice(1) },
		{ type: 'AddStep', title: 'Nieuw', tableId: null, roundId: null, cardIds: [] },
		{
			type: 'MakeCluster',
			roundId: ROUND,
			title: 'Stapel',
			items: ids.map((id) => ({ kind: 'card', id }))
		},
		{ type: 'RenameStep', stepId: 'step-1', title: 'Anders' },
		{ type: 'MoveStep', stepId: 'step-2', toIndex: 3 },
		{ type: 'RemoveStep', stepId: 'step-2' }
	];
	for (const command of acts) {
		page.act(command);
		states.push(day.state);
	}
	for (const before of states.slice(0, -1).reverse()) {
		page.step('undo');
		expect(day.state).toEqual(before);
	}
	expect(page.history.canUndo).toBe(false);
	for (const after of states.slice(1)) {
		page.step('redo');
		expect(day.state).toEqual(after);
	}
	expect(page.history.canRedo).toBe(false);
});

test('what others did is undone when nothing of one’s own is left, and may be done again', () => {
	const { page, ids } = aPage();
	const { day, history } = page;
	const theirs = (command: Command) => {
		const before = day.state;
		day.act('facilitator', command);
		history.see(before, day.state, ROUND, page);
	};
	const items = ids.map((id) => ({ kind: 'card', id }) as const);
	const before = day.state;
	theirs({ type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' });
	const after = day.state;
	page.act({ type: 'RenameStep', stepId: 'step-2', title: 'Anders' });
	expect(history.undoTheirs(page.shared), 'one’s own goes first').toBeNull();
	page.step('undo');
	const command = history.undoTheirs(page.shared);
	if (!command) throw new Error('What they did is there to undo');
	day.act('facilitator', command);
	history.movedTheirs(true);
	expect(day.state).toEqual(before);
	expect(history.canUndoTheirs).toBe(false);
	page.step('redo');
	expect(day.state).toEqual(after);
});

test('what others took back themselves is not there to undo, nor what cannot be undone any more', () => {
	const { page, ids } = aPage();
	const { day, history } = page;
	const pin = (stepId: string | null) => {
		const before = day.state;
		const items = ids.map((id) => ({ kind: 'card', id }) as const);
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items, stepId });
		history.see(before, day.state, ROUND, page);
	};
	pin('step-1');
	expect(history.canUndoTheirs).toBe(true);
	pin(null);
	expect(history.canUndoTheirs).toBe(false);
	pin('step-2');
	expect(history.undoTheirs(page.shared)).not.toBeNull();
	history.movedTheirs(false);
	expect([history.canUndoTheirs, history.canRedo]).toEqual([false, false]);
});

test('a host has only what was done at their own table to undo', () => {
	const day = anOpenWorksession({ steps: ['Signaal'] });
	const who = ['anna', 'bram'] as const;
	for (const name of who) {
		day.act('facilitator', { type: 'AddTable', table: { name, exampleId: null } });
		const tableId = day.state.tables.at(-1)?.id ?? '';
		day.act(name, { type: 'TakeSeat', tableId });
		day.act('facilitator', { type: 'SetHost', tableId, participationId: participationId(name) });
	}
	day.at('bottlenecks', 'writing');
	const ids = who.map((name) => day.card(name, `Van ${name}`));
	const page = new Page(day.at('bottlenecks', 'arranging'), 'anna');
	const [mine, theirs] = ids.map((id) => {
		const before = day.state;
		const items = [{ kind: 'card', id } as const];
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items, stepId: 'step-1' });
		page.history.see(before, day.state, ROUND, page);
		return id;
	});
	const command = page.history.undoTheirs(page.shared);
	expect(command).toMatchObject({ type: 'Rearrange', from: { cards: [{ cardId: mine }] } });
	expect(JSON.stringify(command)).not.toContain(theirs);
	if (command) day.act('anna', command);
	page.history.movedTheirs(true);
	expect(page.history.canUndoTheirs).toBe(false);
});

test('what was asked about and refused once goes from the list, and is done again when it was undone after all', () => {
	const { page, ids } = aPage();
	const { day, history } = page;
	for (const [index, id] of ids.entries()) {
		const before = day.state;
		const items = [{ kind: 'card', id } as const];
		const stepId = `step-${String(index + 1)}`;
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items, stepId });
		history.see(before, day.state, ROUND, page);
	}
	const after = day.state;
	const command = history.undoTheirs(page.shared);
	if (!command) throw new Error('What they did is there to undo');
	history.movedTheirs(false);
	history.movedTheirs(false);
	expect(history.canUndoTheirs, 'the one before it').toBe(true);
	day.act('facilitator', command);
	history.movedTheirs(true);
	page.step('redo');
	expect(day.state).toEqual(after);
});

test('[G6] once a text was taken away, no act from before it brings a title back; other acts are undone still', () => {
	const { page, ids } = aPage();
	const [id = ''] = ids;
	page.act({ type: 'PinItems', roundId: ROUND, items: [{ kind: 'card', id }], stepId: 'step-1' });
	page.act({ type: 'RenameStep', stepId: 'step-2', title: 'Anders' });
	page.day.act('facilitator', { type: 'RedactCard', roundId: ROUND, cardId: id, reason: 'Een naam' });
	expect(page.history.next('undo', page.shared)).toMatchObject({ type: 'Rearrange', roundId: ROUND });
});
