import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import TitleDialog from './TitleDialog.svelte';

test('a proposed title goes when the text that it came from is taken away meanwhile, and what is typed then counts', async () => {
	const saved: string[] = [];
	const props = {
		title: 'Maak een stap',
		label: 'Titel',
		value: 'Mevrouw Kanarie',
		confirm: 'Bewaar',
		save: (text: string) => Promise.resolve(saved.push(text) > 0 ? null : ''),
		onclose: () => undefined
	};
	const { rerender } = await render(TitleDialog, props);
	const field = page.getByRole('textbox', { name: 'Titel' });
	await expect.element(field).toHaveValue('Mevrouw Kanarie');
	await rerender({ ...props, gone: true });
	await expect.element(field).toHaveValue('');
	await expect.element(page.getByText('voorgoed weggehaald', { exact: false })).toBeVisible();
	await field.fill('Aanvraag');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect.poll(() => saved).toEqual(['Aanvraag']);
});
