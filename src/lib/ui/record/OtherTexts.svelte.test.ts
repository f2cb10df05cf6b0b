import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import OtherTextsInRecord from '../../../../tests/kit/OtherTextsInRecord.svelte';
import { TakingAway } from './taking-away.svelte.ts';

test('[X12] what stands in no record has a button each while somebody takes texts away, and is not shown before', async () => {
	const pause = { kind: 'break', id: 'p' } as const;
	const taking = new TakingAway();
	const texts = [
		{ target: { kind: 'message', id: 'm' } as const, texts: [] },
		{ target: pause, texts: ['Taart van Truus'] }
	];
	await render(OtherTextsInRecord, { texts, taking });
	expect(page.getByText('Taart van Truus').query()).toBeNull();
	taking.isOn = true;
	await expect.element(page.getByRole('heading', { name: 'Andere teksten van de dag' })).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Geef een andere reden' })).toBeVisible();
	await page.getByRole('button', { name: 'Haal tekst weg: Taart van Truus' }).click();
	expect(taking.asked).toEqual({ target: pause, text: 'Taart van Truus' });
});
