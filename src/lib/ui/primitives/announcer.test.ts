import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer, POLITE_GAP_MS } from './announcer.svelte.ts';
import { browserTimers } from './timers.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('the first sentence is said at once', () => {
	const announcer = new Announcer(browserTimers);
	announcer.polite('Kaart bewaard.');
	expect(announcer.politeText).toBe('Kaart bewaard.');
});

test('what comes within five seconds is said together, once', () => {
	const announcer = new Announcer(browserTimers);
	announcer.polite('Kaart bewaard.');
	announcer.polite('Nog 5 minuten.');
	announcer.polite('Weer verbonden.');
	vi.advanceTimersByTime(POLITE_GAP_MS - 1);
	expect(announcer.politeText).toBe('Kaart bewaard.');
	vi.advanceTimersByTime(1);
	expect(announcer.politeText).toBe('Nog 5 minuten. Weer verbonden.');
});

test('a thousand new cards in twenty seconds give five sentences, the last with the last count', () => {
	const announcer = new Announcer(browserTimers);
	const heard = new Set<string>();
	for (let card = 1; card <= 1_000; card += 1) {
		announcer.polite(`${card} kaarten.`, 'cards');
		heard.add(announcer.politeText);
		vi.advanceTimersByTime(20);
		heard.add(announcer.politeText);
	}
	expect(heard.size).toBe(5);
	expect(announcer.politeText).toBe('1000 kaarten.');
});

test('the quiet time ends: a later sentence is said at once again', () => {
	const announcer = new Announcer(browserTimers);
	announcer.polite('Een.');
	vi.advanceTimersByTime(POLITE_GAP_MS);
	announcer.polite('Twee.');
	expect(announcer.politeText).toBe('Twee.');
});

test('a sentence that is said twice changes the text, so that it is read twice', () => {
	const announcer = new Announcer(browserTimers);
	announcer.assertive('Geen verbinding.');
	const first = announcer.assertiveText;
	announcer.assertive('Geen verbinding.');
	expect(announcer.assertiveText).not.toBe(first);
	expect(announcer.assertiveText.trim()).toBe('Geen verbinding.');
});

test('an assertive sentence does not wait for polite ones', () => {
	const announcer = new Announcer(browserTimers);
	announcer.polite('Kaart bewaard.');
	announcer.assertive('Geen verbinding.');
	expect(announcer.assertiveText).toBe('Geen verbinding.');
});
