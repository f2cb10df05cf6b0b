import type { BrowserContext, Page } from '@playwright/test';

/** When a page first drew these digits, in epoch milliseconds of the machine, whatever the page's own clocks say. */
export type Turns = Readonly<Record<string, number>>;

declare global {
	interface Window {
		/** Lets the page's monotonic clock stand still for so long, as sleep does on some systems. */
		sleepFor(ms: number): void;
		turns: Record<string, number>;
	}
}

/** A device whose clock is wrong by so much, and which can sleep. For all pages of a context, before they open. */
export async function withClock(context: BrowserContext, wrongByMs: number): Promise<void> {
	await context.addInitScript((wrongBy) => {
		const RealDate = Date;
		const realMonotonic = performance.now.bind(performance);
		let slept = 0;
		class WrongDate extends RealDate {
			constructor(...parts: [] | [number]) {
				if (parts.length === 0) super(RealDate.now() + wrongBy);
				else super(...parts);
			}
			static override now(): number {
				return RealDate.now() + wrongBy;
			}
		}
		globalThis.Date = WrongDate as DateConstructor;
		performance.now = () => realMonotonic() - slept;
		window.sleepFor = (ms) => (slept += ms);
		window.turns = {};
		const look = () => {
			const digits = document.querySelector('.timer__digits')?.textContent.trim();
			if (digits) window.turns[digits] ??= performance.timeOrigin + realMonotonic();
		};
		new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
	}, wrongByMs);
}

/** The digits that a page drew for the first time from this moment on. */
export function turnsSince(page: Page, since: number): Promise<Turns> {
	return page.evaluate((from) => {
		return Object.fromEntries(Object.entries(window.turns).filter(([, at]) => at >= from));
	}, since);
}

/** How far pages are apart: per digits that all of them drew, the last page after the first, in milliseconds. */
export function spread(pages: readonly Turns[]): readonly number[] {
	const [first = {}, ...rest] = pages;
	return Object.entries(first).flatMap(([digits, at]) => {
		const others = rest.flatMap((turns) => turns[digits] ?? []);
		if (others.length < rest.length) return [];
		return [Math.max(at, ...others) - Math.min(at, ...others)];
	});
}
