import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Tekst</p>' }));

/** What is told of the closing of a dialog, once the browser has had time to tell it. */
async function toldAfter(
	end: (dialog: HTMLDialogElement, unmount: () => Promise<void>) => unknown
): Promise<number> {
	let told = 0;
	const onclose = () => (told += 1);
	const { unmount } = await render(Dialog, { open: true, title: 'Soort', children, onclose });
	const dialog = page.getByRole('dialog').element() as HTMLDialogElement;
	const closed = new Promise((resolve) => dialog.addEventListener('close', resolve));
	await end(dialog, unmount);
	await closed;
	return told;
}

test('a dialog tells that it closed', async () => {
	expect(await toldAfter((dialog) => dialog.close())).toBe(1);
});

test('a dialog that made place for the next one tells nothing more: its closing comes a moment later', async () => {
	const told = await toldAfter((dialog, unmount) => {
		dialog.close();
		return unmount();
	});
	expect(told).toBe(0);
});
