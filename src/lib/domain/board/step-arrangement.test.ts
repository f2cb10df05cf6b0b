import { describe, expect, test } from 'vitest';
import { anOpenWorksession, roundId, type Story } from '../../../../tests/kit/worksession.ts';
import { cardOf } from '../card/card-table.ts';
import type { ItemRef } from './item.ts';
import type { PinPlace, ProcessPart, StepPlace } from './places.ts';
import type { Command, CommandOf } from '../commands.ts';
import { STEPS_MAX } from '../limits.ts';
import { accept, reject } from '../outcome.ts';
import { redactedLog } from '../card/redacted-log.ts';
import { REDACTED_TEXT } from '../card/redacted-text.ts';
import { changedSteps } from './step-change.ts';
import { NO_DETAILS } from './step-details.ts';

const ROUND = roundId('bottlenecks');
const NOTHING: ProcessPart = { steps: [], pins: [] };

interface Board {
	readonly day: Story;
	/** Three cards; the first lies at the second step. */
	readonly ids: readonly [string, string, string];
}

function board(): Board {
	const day = anOpenWorksession({ steps: ['Signaal', 'Weging', 'Besluit'] }).at('bottlenecks', 'writing');
	const [a, b, c] = ['een', 'twee', 'drie'].map((text) => day.card('anna', text));
	day.at('bottlenecks', 'arranging');
	pin(day, a ?? '', 'step-2');
	return { day, ids: [a ?? '', b ?? '', c ?? ''] };
}

const card = (id: string): ItemRef => ({ kind: 'card', id });

function pin(day: Story, id: string, stepId: string | null): void {
	day.act('facilitator', { type: 'PinItems', roundId: ROUND, items: [card(id)], stepId });
}

/** Does something, and gives what undoes it. */
function act(day: Story, command: Command): CommandOf<'RearrangeSteps'> {
	const before = day.state;
	day.act('facilitator', command);
	const change = changedSteps(day.state, before);
	if (!change) throw new Error(`${command.type} changed nothing`);
	return { type: 'RearrangeSteps', ...change };
}

function process(day: Story): unknown {
	const { cards, clusters } = day.round('bottlenecks');
	return { steps: day.state.steps, cards, clusters };
}

/** An act, undone and done again. */
function expectBackAndForth(day: Story, command: Command): void {
	const before = process(day);
	const undo = act(day, command);
	const after = process(day);
	day.act('facilitator', undo);
	expect(process(day)).toEqual(before);
	day.act('facilitator', { ...undo, from: undo.to, to: undo.from });
	expect(process(day)).toEqual(after);
}

describe('undoing an act on steps gives exactly what was', () => {
	test('[G5] of a new step, with the cards it was made from', () => {
		const { day, ids } = board();
		const add = { type: 'AddStep', title: 'Nieuw', tableId: null } as const;
		expectBackAndForth(day, { ...add, roundId: ROUND, cardIds: [ids[0], ids[1]] });
		expectBackAndForth(day, { ...add, title: 'Leeg', roundId: null, cardIds: [] });
	});

	test('[G5] of another title, another description and another place', () => {
		const { day } = board();
		const details = { ...NO_DETAILS, tool: 'Excel' };
		expectBackAndForth(day, { type: 'RenameStep', stepId: 'step-2', title: 'Anders' });
		expectBackAndForth(day, { type: 'DescribeStep', stepId: 'step-2', details });
		for (const [from, toIndex] of [
			['step-1', 2],
			['step-3', 2],
			['step-2', 1]
		] as const)
			expectBackAndForth(day, { type: 'MoveStep', stepId: from, toIndex });
	});

	test('[G5] of a removed step, with its place, its description and all that lay at it', () => {
		const { day, ids } = board();
		const id = day.cluster('Stapel', ids[1], ids[2]);
		const items: readonly ItemRef[] = [{ kind: 'cluster', id }];
		day.act('facilitator', { type: 'PinItems', roundId: ROUND, items, stepId: 'step-2' });
		pin(day, ids[2], 'step-1');
		const details = { ...NO_DETAILS, tool: 'Excel' };
		day.act('facilitator', { type: 'DescribeStep', stepId: 'step-2', details });
		expectBackAndForth(day, { type: 'RemoveStep', stepId: 'step-2' });
	});

	test('[G5] of what was hidden then, also once the room has seen it', () => {
		const { day } = board();
		day.at('needs', 'writing');
		const [hidden, edited] = ['geheim', 'ook'].map((text) => day.card('bram', text, 'step-2'));
		const undo = act(day, { type: 'RemoveStep', stepId: 'step-2' });
		expect(JSON.stringify(undo)).not.toContain(hidden);
		const edit = { roundId: roundId('needs'), cardId: edited ?? '', text: 'toch niet', stepId: null };
		day.act('bram', { type: 'EditCard', ...edit });
		day.at('needs', 'sharing');
		day.act('facilitator', undo);
		const { cards } = day.round('needs');
		expect([hidden, edited].map((id) => cardOf(cards, id ?? '')?.stepId)).toEqual(['step-2', null]);
	});
});

describe('what is refused, and then changes nothing', () => {
	test('[G2] what somebody changed since, or put at a step that would go', () => {
		const { day, ids } = board();
		const renamed = act(day, { type: 'RenameStep', stepId: 'step-1', title: 'Anders' });
		const added = act(day, { type: 'AddStep', title: 'Nieuw', tableId: null, roundId: null, cardIds: [] });
		const removed = act(day, { type: 'RemoveStep', stepId: 'step-2' });
		day.act('facilitator', { type: 'RenameStep', stepId: 'step-1', title: 'Toch weer anders' });
		pin(day, ids[0], 'step-3');
		pin(day, ids[1], day.state.steps.at(-1)?.id ?? '');
		for (const undo of [renamed, added, removed])
			expect(day.attempt('facilitator', undo)).toEqual(reject('changed-since'));
	});

	test('[G2] a place that is no more, because the process got shorter since', () => {
		const { day } = board();
		const redo = act(day, { type: 'MoveStep', stepId: 'step-1', toIndex: 2 });
		day.act('facilitator', redo);
		for (const stepId of ['step-2', 'step-3']) day.act('facilitator', { type: 'RemoveStep', stepId });
		const again = { ...redo, from: redo.to, to: redo.from };
		expect(day.attempt('facilitator', again)).toEqual(reject('changed-since'));
	});

	test('[G2] what was changed elsewhere in the process is no hindrance', () => {
		const { day } = board();
		const renamed = act(day, { type: 'RenameStep', stepId: 'step-3', title: 'Anders' });
		day.act('facilitator', { type: 'RemoveStep', stepId: 'step-1' });
		day.act('facilitator', renamed);
		expect(day.state.steps.map(({ title }) => title)).toEqual(['Weging', 'Besluit']);
	});

	test('[G3] a made-up part: a full process, a pin by itself, a table that is none, an id that is none', () => {
		const { day, ids } = board();
		const step: StepPlace = { id: 'new', title: 'Nieuw', tableId: null, details: NO_DETAILS, index: 0 };
		const ask = (from: Partial<ProcessPart>, to: Partial<ProcessPart>) =>
			day.attempt('facilitator', {
				type: 'RearrangeSteps',
				from: { ...NOTHING, ...from },
				to: { ...NOTHING, ...to }
			});
		const at = (stepId: string | null): PinPlace => ({ roundId: ROUND, item: card(ids[0]), stepId });
		expect(ask({ pins: [at('step-2')] }, { pins: [at('step-1')] })).toEqual(reject('unknown-item'));
		expect(ask({ pins: [at('step-2')] }, { pins: [] })).toEqual(reject('unknown-item'));
		expect(ask({}, { steps: [{ ...step, tableId: 'nowhere' }] })).toEqual(reject('unknown-table'));
		expect(ask({}, { steps: [{ ...step, id: '__proto__' }] })).toEqual(reject('unknown-step'));
		expect(ask({}, { steps: [{ ...step, title: '' }] })).toEqual(reject('title-empty'));
		expect(ask({}, { steps: [step, step] })).toEqual(reject('unknown-step'));
		expect(ask({}, {})).toEqual(accept([]));
		for (let n = day.state.steps.length; n < STEPS_MAX; n += 1)
			day.act('facilitator', {
				type: 'AddStep',
				title: 'Nog een',
				tableId: null,
				roundId: null,
				cardIds: []
			});
		expect(ask({}, { steps: [step] })).toEqual(reject('steps-full'));
	});

	test('[G6] a title does not come back to where a card lies whose text was taken away', () => {
		const { day, ids } = board();
		const renamed = act(day, { type: 'RenameStep', stepId: 'step-2', title: 'Anders' });
		day.act('facilitator', { type: 'RedactCard', roundId: ROUND, cardId: ids[0], reason: 'Een naam' });
		expect(day.attempt('facilitator', renamed)).toEqual(reject('changed-since'));
	});
});

test('[X1] a title that came back by undoing goes with the text that it was made from', () => {
	const { day, ids } = board();
	const cardIds = [ids[1]];
	day.act('facilitator', { type: 'AddStep', title: 'twee', tableId: null, roundId: ROUND, cardIds });
	const stepId = day.state.steps.at(-1)?.id ?? '';
	day.act('facilitator', act(day, { type: 'RemoveStep', stepId }));
	day.act('facilitator', act(day, { type: 'RenameStep', stepId, title: 'Anders' }));
	const redaction = { by: 'facilitator', reason: 'Een naam', at: day.now } as const;
	const taken = { texts: new Map([[ids[1], redaction]]), kept: null };
	const { changed, retitled } = redactedLog(day.events, taken);
	const left = day.events.map((event, index) => changed.get(index) ?? event);
	expect(JSON.stringify(left)).not.toContain('twee');
	expect(retitled).toEqual(new Set([stepId]));
	expect(left.findLast(({ type }) => type === 'StepAdded')).toMatchObject({ title: REDACTED_TEXT });
});
