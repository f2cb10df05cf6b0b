import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** What runs in the page: axe puts itself on `window`. */
declare const axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> };

const AXE = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core');

const OPTIONS: RunOptions = {
	resultTypes: ['violations'],
	runOnly: {
		type: 'tag',
		values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
	}
};

/**
 * Once per context, before its pages load: it then stands in every page without a hole in the content policy. Colours do not fade
 * there, or axe would judge them halfway.
 */
export async function bringAxe(context: BrowserContext): Promise<void> {
	await context.addInitScript({ path: AXE });
	await context.addInitScript(() => {
		const still = new CSSStyleSheet();
		still.replaceSync('*, ::before, ::after { transition: none !important; }');
		document.adoptedStyleSheets.push(still);
	});
}

/** What axe finds on a page as it is now, one line per element; empty when nothing. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
	const { violations } = await page.evaluate((options) => axe.run(document, options), OPTIONS);
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`)
	);
}
