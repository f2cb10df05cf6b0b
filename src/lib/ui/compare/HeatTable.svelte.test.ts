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
	const rows = [{ category: 'juridisch-privacy', cells: columns.map(() => cell), terms: [] }] as const;
	await render(HeatTable, { kind: 'bottlenecks', columns, rows, day: '2026-11-23' });
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a category opens into its own terms, each with numbers that open their cards, and closes again', async () => {
	const columns = [
		{ theme: 'ondermijning', group: 'follower', sessions: 1, municipalities: ['GM0014'] }
	] as const;
	const cell = { municipalities: ['GM0014'], cards: 1, cardsWithoutOrigin: 0, dots: 0 };
	const terms = [{ id: 't1', label: 'Convenanten', cells: [cell] }];
	const rows = [{ category: 'juridisch-privacy', cells: [{ ...cell, cards: 2 }], terms }] as const;
	const shown = await render(HeatTable, { kind: 'bottlenecks', columns, rows, day: '2026-11-23' });
	const opener = shown.getByRole('button', { name: '1 eigen term onder Privacy en wet' });
	await expect.element(opener).toHaveAttribute('aria-expanded', 'false');
	await opener.click();
	await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
	const number = shown.getByRole('row', { name: /^Convenanten/ }).getByRole('link', { name: /1 kaart/ });
	await expect
		.element(number)
		.toHaveAttribute('href', expect.stringMatching(/soort=juridisch-privacy.*term=t1$/));
	await opener.click();
	await expect.element(shown.getByRole('row', { name: /^Convenanten/ })).not.toBeInTheDocument();
});
