import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Timer } from '#lib/domain/day/timer.ts';
import { Announcer, POLITE_GAP_MS } from '../primitives/announcer.svelte.ts';
import { browserTimers } from '../primitives/timers.ts';
import { tellTime, timeWords } from './tell-time.svelte.ts';

const START = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A page on which the time runs, with its one polite line. */
class Page {
	readonly announcer = new Announcer(browserTimers);
	readonly heard: string[] = [];
	now = $state(START);
	timer: Timer = $state.raw({ kind: 'running', endsAt: START + 6 * MINUTE_MS, lengthMs: 10 * MINUTE_MS });
	readonly leave: () => void;

	constructor(isWriting: boolean) {
		this.leave = $effect.root(() => {
			tellTime(this, (mark) => this.announcer.polite(timeWords(mark, isWriting), 'time'));
			$effect(() => {
				if (this.announcer.politeText !== '') this.heard.push(this.announcer.politeText.trim());
			});
		});
		flushSync();
	}

	get shared() {
		return { timer: this.timer, currentItemId: 'round-1', rounds: {} };
	}

	pass(ms: number): void {
		for (let passed = 0; passed < ms; passed += SECOND_MS) {
			this.now += SECOND_MS;
			flushSync();
			vi.advanceTimersByTime(SECOND_MS);
			flushSync();
		}
	}
}

test('who writes hears five minutes, one minute and the end, each once', () => {
	const page = new Page(true);
	page.pass(8 * MINUTE_MS);
	expect(page.heard).toEqual(['Nog 5 minuten.', 'Nog 1 minuut.', 'De tijd is om. Je kunt je zin afmaken.']);
	page.leave();
});

test('where nobody writes, only the end is told', () => {
	const page = new Page(false);
	page.pass(7 * MINUTE_MS);
	expect(page.heard.at(-1)).toBe('De tijd is om.');
	page.leave();
});

test('a minute that is added after the end is told when it runs out', () => {
	const page = new Page(false);
	page.pass(6 * MINUTE_MS + 10 * SECOND_MS);
	page.heard.length = 0;
	page.timer = { kind: 'running', endsAt: page.now + 50 * SECOND_MS, lengthMs: 11 * MINUTE_MS };
	page.pass(MINUTE_MS);
	expect(page.heard).toEqual(['De tijd is om.']);
	page.leave();
});

test('what is said goes over the one polite line, after what is being said', () => {
	const page = new Page(false);
	page.pass(MINUTE_MS - 2 * SECOND_MS);
	page.announcer.polite('Kaart bewaard.');
	page.pass(2 * SECOND_MS);
	expect(page.heard).toEqual(['Kaart bewaard.']);
	page.pass(POLITE_GAP_MS);
	expect(page.heard).toEqual(['Kaart bewaard.', 'Nog 5 minuten.']);
	page.leave();
});
