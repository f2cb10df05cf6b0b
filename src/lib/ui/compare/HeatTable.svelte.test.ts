import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { GROUPS, THEMES } from '#lib/domain/vocabulary.ts';
import HeatTable from './HeatTable.svelte';

afterEach(() => {
	document.body.style.margin = '';
	return page.viewport(1280, 800);
});

test('on a phone the table scrolls within the page, with all it says to a screen reader', async () => {
	await page.viewport(320, 640);
	document.body.style.margin = '16px';
	const columns = THEMES.flatMap((theme) =>
		GROUPS.map((group) => ({ theme, group, sessions: 1, municipalities: ['GM0014'] }))
	);
	const cell = { municipalities: ['GM0014'], cards: 1, cardsWithoutOrigin: 0, dots: 0 };
	const rows = [{ category: 'juridisch-privacy', cells: columns.map(() => cell) }] as const;
	await render(HeatTable, { kind: 'bottlenecks', columns, rows, day: '2026-11-23' });
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
