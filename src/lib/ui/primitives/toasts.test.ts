import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserTimers } from './timers.ts';
import { TOAST_ACTION_SECONDS, TOAST_SECONDS, Toasts, TOASTS_MAX } from './toasts.svelte.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function toastsThatAreHeard(): { toasts: Toasts; heard: string[] } {
	const heard: string[] = [];
	return { toasts: new Toasts(browserTimers, (text) => heard.push(text)), heard };
}

function pass(seconds: number): void {
	vi.advanceTimersByTime(seconds * 1_000);
}

const texts = (toasts: Toasts): string[] => toasts.items.map((toast) => toast.message.text);

test('a message is shown, said aloud, and goes by itself', () => {
	const { toasts, heard } = toastsThatAreHeard();
	toasts.show({ text: 'Bewaard' });
	expect(heard).toEqual(['Bewaard']);
	pass(TOAST_SECONDS - 1);
	expect(texts(toasts)).toEqual(['Bewaard']);
	pass(1);
	expect(texts(toasts)).toEqual([]);
	expect(vi.getTimerCount()).toBe(0);
});

test('a message with an action stays at least ten seconds and counts down', () => {
	const { toasts } = toastsThatAreHeard();
	toasts.show({ text: 'Kaarten zijn open.', action: { label: 'Maak ongedaan', run: () => undefined } });
	pass(9);
	expect(TOAST_ACTION_SECONDS).toBeGreaterThanOrEqual(10);
	expect(toasts.items[0]?.secondsLeft).toBe(TOAST_ACTION_SECONDS - 9);
});

test('time stands still while somebody is at the toasts', () => {
	const { toasts } = toastsThatAreHeard();
	toasts.show({ text: 'Bewaard' });
	toasts.hold();
	pass(60);
	expect(texts(toasts)).toEqual(['Bewaard']);
	toasts.release();
	pass(TOAST_SECONDS);
	expect(texts(toasts)).toEqual([]);
});

test('time runs for new toasts after the held one was dismissed', () => {
	const { toasts } = toastsThatAreHeard();
	const id = toasts.show({ text: 'Een' });
	toasts.hold();
	toasts.dismiss(id);
	toasts.show({ text: 'Twee' });
	pass(TOAST_SECONDS);
	expect(texts(toasts)).toEqual([]);
});

test('the action runs once and takes the toast away', () => {
	const { toasts } = toastsThatAreHeard();
	let undone = 0;
	const id = toasts.show({
		text: 'Stapel gemaakt.',
		action: { label: 'Maak ongedaan', run: () => undone++ }
	});
	toasts.act(id);
	toasts.act(id);
	expect(undone).toBe(1);
	expect(texts(toasts)).toEqual([]);
});

test('when there are too many, the oldest without an action goes and those with one stay', () => {
	const { toasts } = toastsThatAreHeard();
	const action = { label: 'Maak ongedaan', run: (): void => undefined };
	toasts.show({ text: 'met actie', action });
	for (let n = 1; n <= TOASTS_MAX; n += 1) toasts.show({ text: `bericht ${n}` });
	expect(texts(toasts)).toEqual(['met actie', 'bericht 2', 'bericht 3', 'bericht 4']);
});
