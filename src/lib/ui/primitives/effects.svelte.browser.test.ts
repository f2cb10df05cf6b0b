import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Announcer } from './announcer.svelte.ts';
import { browserTimers } from './timers.ts';
import { Toasts } from './toasts.svelte.ts';

/** Counts how often an effect runs that does something once, and again after the thing it watches changed. */
function runsOfAnEffect(act: () => void): number {
	let watched = $state(0);
	let runs = 0;
	const stop = $effect.root(() => {
		$effect(() => {
			void watched;
			runs += 1;
			act();
		});
	});
	flushSync();
	watched += 1;
	flushSync();
	stop();
	return runs;
}

test('an effect that speaks does not run again because it spoke', () => {
	const announcer = new Announcer(browserTimers);
	expect(runsOfAnEffect(() => announcer.polite('Kaart bewaard.'))).toBe(2);
	expect(runsOfAnEffect(() => announcer.assertive('Geen verbinding.'))).toBe(2);
});

test('an effect that shows a toast does not run again because it showed one', () => {
	const toasts = new Toasts(browserTimers, () => undefined);
	expect(runsOfAnEffect(() => toasts.show({ text: 'Bewaard' }))).toBe(2);
	expect(toasts.items).toHaveLength(2);
});
