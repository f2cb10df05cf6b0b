import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Combobox from './Combobox.svelte';
import type { ComboboxOption, ComboboxWords } from './combobox.ts';

const FRUIT = ['Appel', 'Banaan', 'Braam', 'Citroen'];

const words: ComboboxWords = {
	list: 'Fruit',
	chosen: 'Gekozen fruit',
	toggle: 'Toon fruit',
	count: (count) => `${count} soorten`,
	none: 'Geen fruit gevonden',
	full: (max) => `Niet meer dan ${max}`,
	remove: (label) => `${label} weghalen`,
	added: (label) => `${label} gekozen`,
	removed: (label) => `${label} weggehaald`
};

function search(query: string): ComboboxOption[] {
	const typed = query.toLowerCase();
	return FRUIT.filter((label) => label.toLowerCase().startsWith(typed)).map((label) => ({
		value: label.toLowerCase(),
		label,
		mark: [0, query.length],
		exact: label.toLowerCase() === typed
	}));
}

function labelOf(value: string): string {
	return FRUIT.find((label) => label.toLowerCase() === value) ?? value;
}

async function show(more: { max?: number; values?: string[]; error?: string } = {}) {
	const { container } = await render(Combobox, {
		id: 'fruit',
		label: 'Je fruit',
		hint: 'Kies ze na elkaar',
		name: 'fruit',
		search,
		labelOf,
		words,
		...more
	});
	const posted = () =>
		[...container.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map(({ value }) => value);
	const active = () => {
		const id = page.getByRole('combobox').element().getAttribute('aria-activedescendant');
		return id === null ? undefined : document.getElementById(id)?.textContent.trim();
	};
	return { field: page.getByRole('combobox', { name: 'Je fruit' }), posted, active };
}

describe('a combobox', () => {
	it('opens while typing, with the first option ready for Enter', async () => {
		const { field, posted, active } = await show();
		await userEvent.type(field, 'b');
		await expect.element(field).toHaveAttribute('aria-expanded', 'true');
		expect(active()).toBe('Banaan');
		await expect.element(page.getByRole('status')).toHaveTextContent('2 soorten');
		await userEvent.keyboard('{ArrowDown}');
		expect(active()).toBe('Braam');
		await userEvent.keyboard('{Enter}');
		expect(posted()).toEqual(['braam']);
		await expect.element(field).toHaveValue('');
		await expect.element(field).toHaveAttribute('aria-expanded', 'false');
		await expect.element(page.getByRole('status')).toHaveTextContent('Braam gekozen');
	});

	it('keeps several choices as chips, each with a button that takes it away', async () => {
		const { field, posted } = await show({ values: ['appel', 'banaan', 'braam'] });
		await page.getByRole('button', { name: 'Banaan weghalen' }).click();
		expect(posted()).toEqual(['appel', 'braam']);
		await expect.element(page.getByRole('button', { name: 'Braam weghalen' })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		await userEvent.keyboard('{Enter}');
		expect(posted()).toEqual([]);
		await expect.element(field).toHaveFocus();
	});

	it('chooses by click and keeps the focus in the text', async () => {
		const { field, posted } = await show();
		await field.click();
		await page.getByRole('option', { name: 'Citroen' }).click();
		await expect.element(field).toHaveFocus();
		await page.getByRole('button', { name: 'Toon fruit' }).click();
		await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('Citroen');
		await page.getByRole('option', { name: 'Appel' }).click();
		expect(posted()).toEqual(['citroen', 'appel']);
	});

	it('takes the last choice away with Backspace in an empty text only', async () => {
		const { field, posted } = await show({ values: ['appel', 'banaan'] });
		await userEvent.type(field, 'c{Backspace}');
		expect(posted()).toEqual(['appel', 'banaan']);
		await userEvent.keyboard('{Backspace}');
		expect(posted()).toEqual(['appel']);
	});

	it('closes with Escape, and empties the text with the next', async () => {
		const { field } = await show();
		await userEvent.type(field, 'b{Escape}');
		await expect.element(field).toHaveAttribute('aria-expanded', 'false');
		await expect.element(field).toHaveValue('b');
		await userEvent.keyboard('{Escape}');
		await expect.element(field).toHaveValue('');
	});

	it('says so when nothing fits, and then offers no list', async () => {
		const { field, active } = await show();
		await userEvent.type(field, 'x');
		await expect.element(page.getByRole('status')).toHaveTextContent('Geen fruit gevonden');
		await expect.element(field).toHaveAttribute('aria-expanded', 'false');
		expect(active()).toBeUndefined();
	});

	it('does not choose beyond the maximum, and says why', async () => {
		const { field, posted } = await show({ max: 2, values: ['appel', 'banaan'] });
		await userEvent.type(field, 'citr{Enter}');
		expect(posted()).toEqual(['appel', 'banaan']);
		await expect.element(page.getByRole('status')).toHaveTextContent('Niet meer dan 2');
	});

	it('replaces the choice when only one is allowed', async () => {
		const { field, posted } = await show({ max: 1, values: ['appel'] });
		await userEvent.type(field, 'citr{Enter}');
		expect(posted()).toEqual(['citroen']);
	});

	it('posts what was typed in full without being confirmed, and chooses it on Tab', async () => {
		const { field, posted } = await show();
		await userEvent.type(field, 'citroe');
		expect(posted()).toEqual([]);
		await userEvent.keyboard('n');
		expect(posted()).toEqual(['citroen']);
		await userEvent.keyboard('{Tab}');
		expect(posted()).toEqual(['citroen']);
		await expect.element(page.getByRole('button', { name: 'Citroen weghalen' })).toBeInTheDocument();
	});

	it('leaves Enter to the form when the list is closed', async () => {
		const { field } = await show({ values: ['appel'] });
		await field.click();
		await userEvent.keyboard('{Escape}');
		let isPrevented: boolean | undefined;
		document.addEventListener('keydown', (event) => (isPrevented = event.defaultPrevented), { once: true });
		await userEvent.keyboard('{Enter}');
		expect(isPrevented).toBe(false);
	});

	it('ties its hint and its error to the field', async () => {
		const { field } = await show({ error: 'Kies fruit' });
		await expect.element(field).toHaveAccessibleDescription('Kies ze na elkaar Kies fruit');
		await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	});
});
