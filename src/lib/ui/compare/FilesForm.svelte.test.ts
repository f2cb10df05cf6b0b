import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { FRAMED_TYPE, frameOf } from '#lib/export/framed.ts';
import FilesForm from './FilesForm.svelte';

const choices = [
	{ id: 'w1', title: 'Opvallende adressen', date: null, theme: 'ondermijning', group: 'frontrunner' }
] as const;

afterEach(() => vi.restoreAllMocks());

/** A server that sends what the test hands it, until somebody stops. */
function aServer() {
	const sent = new TransformStream<Uint8Array<ArrayBuffer>>();
	const asked: { accept: string | null; signal: AbortSignal | null }[] = [];
	vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
		const { headers, signal = null } = init ?? {};
		asked.push({ accept: new Headers(headers).get('accept'), signal });
		signal?.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => undefined));
		return Promise.resolve(new Response(sent.readable));
	});
	const writer = sent.writable.getWriter();
	return { asked, writer };
}

test('who waits for a file hears how far it is and can stop it', async () => {
	const { asked, writer } = aServer();
	await render(FilesForm, { choices, day: '2026-11-23' });
	await page.getByRole('button', { name: 'Download als Excel' }).click();
	await writer.write(frameOf(0.437, new Uint8Array(1_200_000)));
	const bar = page.getByRole('progressbar', { name: 'Het bestand wordt gemaakt.' });
	await expect.element(bar).toHaveAttribute('aria-valuetext', '43 procent, 1,2 MB');
	expect(bar.element()).toHaveProperty('value', 0.437);
	await expect.element(page.getByText('43 procent, 1,2 MB')).toBeVisible();
	expect(asked[0]).toMatchObject({ accept: FRAMED_TYPE });
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect.element(page.getByText('Gestopt. Er is niets bewaard.')).toBeVisible();
	expect(asked[0]?.signal?.aborted).toBe(true);
});

test('a file that ends halfway is no file', async () => {
	const { writer } = aServer();
	await render(FilesForm, { choices, day: '2026-11-23' });
	await page.getByRole('button', { name: 'Download als Excel' }).click();
	await writer.write(frameOf(0.5, new Uint8Array(10)));
	await writer.close();
	await expect.element(page.getByText('Het bestand is niet gelukt. Probeer het nog een keer.')).toBeVisible();
});
