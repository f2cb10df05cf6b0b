import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Menu from './Menu.svelte';
import { isTaken } from './single-key.ts';

const STACKS = [
	'Regels',
	'Privacy',
	'Tijd',
	'Mensen',
	'Geld',
	'Systemen',
	'Durven',
	'Kennis',
	'Opdracht',
	'Eén loket'
];

/** Opens a menu of these by keyboard; the list gets what is chosen. */
async function opened(labels: readonly string[]): Promise<string[]> {
	const chosen: string[] = [];
	const items = labels.map((label) => ({ label, choose: () => chosen.push(label) }));
	await render(Menu, { label: 'Voeg bij stapel …', text: 'Voeg bij stapel …', items });
	await userEvent.tab();
	await userEvent.keyboard('{Enter}');
	return chosen;
}

test('a long menu is searched by typing, whatever the accents, and Enter takes the first', async () => {
	const chosen = await opened(STACKS);
	await expect.element(page.getByRole('searchbox')).toHaveFocus();
	await userEvent.keyboard('een');
	await expect.element(page.getByRole('menuitem')).toHaveTextContent('Eén loket');
	await userEvent.keyboard('{Enter}');
	expect(chosen).toEqual(['Eén loket']);
	await expect.element(page.getByRole('button', { name: 'Voeg bij stapel …' })).toHaveFocus();
});

test('arrows go from the field to what is found and back', async () => {
	await opened(STACKS);
	await userEvent.keyboard('e{ArrowDown}');
	await expect.element(page.getByRole('menuitem', { name: 'Regels' })).toHaveFocus();
	await userEvent.keyboard('{ArrowUp}');
	await expect.element(page.getByRole('searchbox')).toHaveFocus();
	await userEvent.keyboard('xyz');
	await expect.element(page.getByRole('status')).toHaveTextContent('Niets gevonden.');
});

test('a short menu has no field', async () => {
	await opened(STACKS.slice(0, 9));
	await expect.element(page.getByRole('menuitem', { name: 'Regels' })).toHaveFocus();
	expect(page.getByRole('searchbox').elements()).toEqual([]);
});

test('the keys are for a menu as soon as it shows, though focus comes to it a moment later', async () => {
	await render(Menu, {
		label: 'Zet bij stap',
		text: 'Zet bij stap',
		items: [{ label: 'Melden', choose: () => {} }]
	});
	const opener = page.getByRole('button', { name: 'Zet bij stap' }).element() as HTMLElement;
	opener.focus();
	expect(isTaken(opener)).toBe(false);
	opener.click();
	expect(document.activeElement).toBe(opener);
	expect(isTaken(opener)).toBe(true);
});

test('an arrow right after opening goes into the menu, and does not close it', async () => {
	await opened(STACKS.slice(0, 3));
	const opener = page.getByRole('button', { name: 'Voeg bij stapel …' });
	await expect.element(page.getByRole('menuitem', { name: 'Regels' })).toHaveFocus();
	(opener.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(page.getByRole('menuitem', { name: 'Regels' })).toHaveFocus();
});
