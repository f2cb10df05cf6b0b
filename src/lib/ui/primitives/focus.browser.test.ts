import '../../../app.css';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import Button from './Button.svelte';
import Dialog from './Dialog.svelte';
import Menu from './Menu.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

test('a dialog takes focus to its heading and gives it back to the opener on Escape', async () => {
	const opener = await render(Button, { children: words('Open') });
	const openButton = opener.getByRole('button', { name: 'Open' });
	(openButton.element() as HTMLElement).focus();
	const closed = vi.fn();
	await render(Dialog, { open: true, title: 'Kaart weggooien?', children: words('Weg'), onclose: closed });
	await expect.poll(() => document.activeElement?.textContent).toBe('Kaart weggooien?');
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => document.activeElement).toBe(openButton.element());
	expect(closed).toHaveBeenCalledOnce();
});

test('a menu opens by arrow, moves by keys, and gives focus back before it does what was chosen', async () => {
	const focusedAtChoice: (Element | null)[] = [];
	const items = [
		{ label: 'Pas aan', choose: vi.fn() },
		{ label: 'Verberg', choose: () => focusedAtChoice.push(document.activeElement) }
	];
	const screen = await render(Menu, { label: 'Meer over de kaart', items });
	const button = screen.getByRole('button', { name: 'Meer over de kaart' });
	(button.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.poll(() => document.activeElement?.textContent?.trim()).toBe('Pas aan');
	await userEvent.keyboard('{ArrowDown}{Enter}');
	expect(focusedAtChoice).toEqual([button.element()]);
	expect(button.element().getAttribute('aria-expanded')).toBe('false');
	expect(items[0]?.choose).not.toHaveBeenCalled();
});

test('an item that cannot be chosen says why and does nothing', async () => {
	const choose = vi.fn();
	const screen = await render(Menu, {
		label: 'Meer',
		items: [{ label: 'Verberg', unavailable: 'Alleen de gespreksleider kan dit', choose }]
	});
	await screen.getByRole('button', { name: 'Meer' }).click();
	const item = screen.getByRole('menuitem', { name: 'Verberg Alleen de gespreksleider kan dit' });
	(item.element() as HTMLElement).click();
	expect(choose).not.toHaveBeenCalled();
});

test.each([{ busy: 'Bezig met bewaren …' }, { unavailable: 'Er zijn nog geen kaarten.' }])(
	'a button with %o keeps focus, ignores presses and does not send its form',
	async (state) => {
		const pressed = vi.fn();
		const sent = vi.fn((event: Event) => event.preventDefault());
		const form = document.createElement('form');
		form.addEventListener('submit', sent);
		document.body.append(form);
		const props = { children: words('Plaats'), type: 'submit' as const, onclick: pressed };
		const screen = await render(Button, { ...props, ...state }, { baseElement: form });
		const button = screen.getByRole('button').element() as HTMLElement;
		button.focus();
		await userEvent.keyboard('{Enter}');
		expect(document.activeElement).toBe(button);
		expect(pressed).not.toHaveBeenCalled();
		expect(sent).not.toHaveBeenCalled();
		await screen.rerender({ ...props, busy: undefined, unavailable: undefined });
		(form.querySelector('button') as HTMLElement).focus();
		await userEvent.keyboard('{Enter}');
		expect(pressed).toHaveBeenCalledOnce();
		expect(sent).toHaveBeenCalledOnce();
		form.remove();
	}
);

test('a button that becomes unavailable while it has focus keeps it', async () => {
	const props = { children: words('Geef een stip') };
	const screen = await render(Button, props);
	const button = screen.getByRole('button').element() as HTMLElement;
	button.focus();
	await screen.rerender({ ...props, unavailable: 'Je stippen zijn op. Haal er eerst één weg.' });
	expect(document.activeElement).toBe(button);
	expect(button.isConnected).toBe(true);
	expect(button).toHaveAccessibleDescription('Je stippen zijn op. Haal er eerst één weg.');
});
