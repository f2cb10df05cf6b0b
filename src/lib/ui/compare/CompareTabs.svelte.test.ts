import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import CompareTabs from './CompareTabs.svelte';

afterEach(() => page.viewport(1280, 800));

test('on a phone the tabs are one row within the page, which begins with the tab one is at', async () => {
	await page.viewport(320, 640);
	await render(CompareTabs, { current: 'files' });
	const tabs = [...document.querySelectorAll<HTMLElement>('.tabs a')];
	expect(new Set(tabs.map(({ offsetTop }) => offsetTop)).size).toBe(1);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
	const { left, right } = tabs.at(-1)?.getBoundingClientRect() ?? { left: -1, right: Infinity };
	expect(left).toBeGreaterThanOrEqual(0);
	expect(Math.floor(right)).toBeLessThanOrEqual(320);
});
