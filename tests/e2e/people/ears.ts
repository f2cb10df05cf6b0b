import type { BrowserContext, Page } from '@playwright/test';

/** What a screen reader would have been told. */
export interface Said {
	readonly politeness: string;
	/** Milliseconds since the page began. */
	readonly at: number;
	readonly text: string;
}

declare global {
	interface Window {
		saidAloud: Said[];
	}
}

/** From now on pages of this browser keep what their live regions say. */
export async function listenIn(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		window.saidAloud = [];
		const observer = new MutationObserver((changes) => {
			const regions = new Set(
				changes.map(({ target }) => {
					const element = target instanceof Element ? target : target.parentElement;
					return element?.closest('[aria-live]');
				})
			);
			for (const region of regions) {
				const text = region?.textContent?.trim() ?? '';
				const politeness = region?.getAttribute('aria-live') ?? '';
				if (text !== '') window.saidAloud.push({ politeness, at: performance.now(), text });
			}
		});
		observer.observe(document, { subtree: true, childList: true, characterData: true });
	});
}

export function said(page: Page): Promise<readonly Said[]> {
	return page.evaluate(() => window.saidAloud);
}
