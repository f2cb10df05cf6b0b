import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import OutcomeForm from './OutcomeForm.svelte';

const field = (name: string) =>
	createRawSnippet(() => ({ render: () => `<label>${name} <input /></label>` }));

test('after it is saved the next begins in the first field, and nobody who went on elsewhere is called back', async () => {
	const first = Promise.withResolvers<void>();
	const second = Promise.withResolvers<void>();
	const saves = [first.promise, second.promise];
	const save = () => saves.shift() ?? Promise.resolve();
	await render(OutcomeForm, { label: 'Besluit', isChange: false, save, children: field('Besluit') });
	await render(OutcomeForm, { label: 'Actie', isChange: false, save, children: field('Actie') });
	const [decision, action] = [
		page.getByRole('textbox', { name: 'Besluit' }),
		page.getByRole('textbox', { name: 'Actie' })
	];
	const add = page.getByRole('form', { name: 'Besluit' }).getByRole('button');
	await add.click();
	first.resolve();
	await expect.element(decision).toHaveFocus();
	await add.click();
	await action.click();
	second.resolve();
	await second.promise;
	await userEvent.keyboard('door');
	await expect.element(action).toHaveValue('door');
	await expect.element(action).toHaveFocus();
});
