import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { axeFaults, bringAxe } from './axe.ts';
import { expect, lendCookies } from './organised.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NARROW = { width: 320, height: 800 };

/** A page of a browser that nobody used before. */
export async function newPage(
	browser: Browser,
	baseURL: string,
	options: BrowserContextOptions = {}
): Promise<Page> {
	const context = await browser.newContext({ baseURL, ...options });
	await bringAxe(context);
	return context.newPage();
}

/** A page of a browser in which this visitor is known. */
export async function pageFor(
	browser: Browser,
	visitor: WebVisitor,
	options: BrowserContextOptions = {}
): Promise<Page> {
	const page = await newPage(browser, visitor.origin, options);
	await lendCookies(visitor, page.context());
	return page;
}

/**
 * Nothing for axe to find and nothing beyond the edge: as wide as it is in the light, and narrow in the dark. What depends on the width
 * is seen at both widths, what depends on the colours in both; a11y.spec.ts looks at every pair.
 */
export async function isAccessible(page: Page): Promise<void> {
	const before = page.viewportSize();
	for (const [size, colorScheme] of [
		[NARROW, 'dark'],
		[before, 'light']
	] as const) {
		if (size) await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		expect(await axeFaults(page)).toEqual([]);
		const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(beyond, `beyond the edge at ${size?.width}`).toBeLessThanOrEqual(0);
	}
}
