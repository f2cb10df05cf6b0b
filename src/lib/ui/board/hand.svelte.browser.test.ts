import { flushSync, tick } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundView } from '#lib/domain/visibility/round-view.ts';
import { Hand } from './hand.svelte.ts';
import { Selection } from './selection.svelte.ts';

function roundOf(ids: readonly string[]): RoundView {
	const cards = Object.fromEntries<CardView>(
		ids.map((id) => [id, { id, text: id, clusterId: null, stepId: null } as CardView])
	);
	return { id: 'round-1', cards, clusters: {} } as unknown as RoundView;
}

let round: RoundView | null = $state.raw(null);
let said: unknown[];
let selection: Selection;
let hand: Hand;
let leave: () => void;

beforeEach(() => {
	round = roundOf(['a', 'b', 'c']);
	said = [];
	selection = new Selection();
	document.body.innerHTML = ['a', 'b', 'c'].map((id) => `<p data-piece="card:${id}">${id}</p>`).join('');
	document.body.insertAdjacentHTML('beforeend', '<p data-drop-step="one">Step one</p>');
	leave = $effect.root(() => {
		hand = new Hand({
			round: () => round,
			selection,
			wordsFor: ({ kind }) => ({ text: kind, isRefused: false }),
			drop: ({ drop }) => said.push(drop),
			onlift: () => said.push('lifted'),
			onempty: () => said.push('empty'),
			onlost: () => said.push('lost')
		});
	});
});
afterEach(() => leave());

function over(selector: string, type: string): void {
	const { left, top } = document.querySelector(selector)?.getBoundingClientRect() ?? { left: 0, top: 0 };
	const at = { clientX: left + 5, clientY: top + 5, pointerId: 1, pointerType: 'mouse', isPrimary: true };
	const event = new PointerEvent(type, { ...at, bubbles: true });
	if (type === 'pointerdown') hand.reach(event, { kind: 'card', id: 'a' });
	else window.dispatchEvent(event);
	flushSync();
}

function hold(): void {
	over('[data-piece="card:a"]', 'pointerdown');
	over('[data-piece="card:b"]', 'pointermove');
}

test('says where it would land, and lets go there', () => {
	hold();
	expect(hand.landing).toMatchObject({ key: 'card:b', text: 'stack' });
	over('[data-drop-step]', 'pointermove');
	expect(hand.landing).toMatchObject({ key: 'step:one', text: 'put' });
	over('[data-drop-step]', 'pointerup');
	const items = [{ kind: 'card', id: 'a' }];
	expect(said).toEqual(['lifted', 'empty', { kind: 'put', items, takeOut: [], stepId: 'one' }]);
});

test('what is chosen goes along with a piece that is chosen, and not with another', () => {
	selection.add(['card:c']);
	hold();
	expect(hand.items).toEqual([{ kind: 'card', id: 'a' }]);
	over('[data-piece="card:a"]', 'pointerup');
	selection.add(['card:a']);
	hold();
	expect(hand.items.map(({ id }) => id)).toEqual(['a', 'c']);
});

test('lets go with words when what it holds is gone, and of a part of it in silence', async () => {
	selection.add(['card:a', 'card:c']);
	hold();
	round = roundOf(['a', 'b']);
	flushSync();
	expect(hand.items).toEqual([{ kind: 'card', id: 'a' }]);
	round = roundOf(['b']);
	flushSync();
	await tick();
	expect(hand.isFull).toBe(false);
	expect(said).toEqual(['lifted', 'empty', 'lost']);
	over('[data-piece="card:b"]', 'pointerup');
	expect(said).toHaveLength(3);
});

test('takes nothing up where nothing may be moved, and lets go when that stops', async () => {
	hold();
	round = null;
	flushSync();
	await tick();
	expect(said).toEqual(['lifted', 'empty', 'lost']);
	hold();
	expect(hand.isFull).toBe(false);
});
