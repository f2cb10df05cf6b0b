import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { Growing } from './growing.svelte.ts';

test('a long list begins with what is in view, is whole soon, and stays whole', async () => {
	let list = Array.from({ length: 200 }, (_, index) => index);
	let grown: Growing | undefined;
	const stop = $effect.root(() => {
		grown = new Growing(() => list.length, 'column');
	});
	expect(grown?.of(list)).toEqual(list.slice(0, 16));
	flushSync();
	await vi.waitFor(() => expect(grown?.of(list)).toBe(list));
	list = [...list, ...list, ...list];
	await vi.waitFor(() => expect(grown?.of(list)).toBe(list));
	stop();
});

test('a short list is there at once', () => {
	const stop = $effect.root(() => {
		expect(new Growing(() => 3, 'grid').of([1, 2, 3])).toEqual([1, 2, 3]);
	});
	stop();
});
