import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** What runs in the page: axe puts itself on `window`. */
declare const axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> };

const AXE = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core');

const OPTIONS: RunOptions = {
	resultTypes: ['violations', 'incomplete'],
	runOnly: {
		type: 'tag',
		values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
	}
};

/**
 * Once per context, before its pages load: it then stands in every page without a hole in the content policy. Nothing fades or
 * moves there, or axe would judge it halfway.
 */
export async function bringAxe(context: BrowserContext): Promise<void> {
	await context.addInitScript({ path: AXE });
	await context.addInitScript(() => {
		const still = new CSSStyleSheet();
		still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
		document.adoptedStyleSheets.push(still);
	});
}

/** Where axe does not tell: a slanted shape behind the words, a bar over part of them, a sign that is no letter, or a field that is empty. */
const UNTOLD = [
	'nonBmp',
	'pseudoContent',
	'emptyValue',
	'bgOverlap',
	'elmPartiallyObscured',
	'elmPartiallyObscuring'
];

/**
 * What axe finds on a page as it is now, one line per element; empty when nothing. What axe leaves open is a fault too, unless it is
 * a contrast that can be measured here.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
	const { violations, incomplete } = await page.evaluate((options) => axe.run(document, options), OPTIONS);
	const open: string[] = [];
	for (const result of incomplete)
		for (const node of result.nodes) {
			const reason = String((node.any[0]?.data as { messageKey?: unknown } | undefined)?.messageKey);
			const contrast =
				result.id === 'color-contrast' && UNTOLD.includes(reason)
					? await page.evaluate(measuredContrast, node.target.map(String))
					: null;
			if (contrast === null || !contrast.isEnough)
				open.push(`${result.id} left open (${reason}, ${contrast?.ratio}): ${node.target.join(' ')}`);
		}
	return violations
		.flatMap(({ id, help, nodes }) =>
			nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.failureSummary ?? ''}`)
		)
		.concat(open);
}

/**
 * Runs in the page. The contrast (WCAG 2.2, 1.4.3) of an element's words with what is painted behind them by itself, its ancestors and
 * their shapes before and after their content, nearest first.
 */
function measuredContrast(target: readonly string[]): { ratio: number; isEnough: boolean } | null {
	const element = document.querySelector(target.at(-1) ?? '');
	const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	if (!element || !canvas) return null;
	const layers: string[] = [getComputedStyle(element).color];
	for (let at: Element | null = element; at; at = at.parentElement)
		for (const part of ['::after', '::before', undefined]) {
			const style = getComputedStyle(at, part);
			if (part === undefined || !['none', 'normal'].includes(style.content))
				layers.push(style.backgroundColor);
		}
	const luminanceOf = (colours: readonly string[]) => {
		canvas.fillStyle = '#fff';
		canvas.fillRect(0, 0, 1, 1);
		for (const colour of colours.toReversed()) {
			canvas.fillStyle = colour;
			canvas.fillRect(0, 0, 1, 1);
		}
		const [r = 0, g = 0, b = 0] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (byte) =>
			byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4
		);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [light = 0, dark = 0] = [luminanceOf(layers), luminanceOf(layers.slice(1))].sort((a, b) => b - a);
	const { fontSize, fontWeight } = getComputedStyle(element);
	const size = Number.parseFloat(fontSize);
	const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
	const ratio = (light + 0.05) / (dark + 0.05);
	return { ratio, isEnough: ratio >= (isLarge ? 3 : 4.5) };
}
