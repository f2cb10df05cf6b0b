import { Screen } from './people/screen.ts';
import { expect, lendCookies, RunHall, test } from './people/organised.ts';

test('one click starts a trial session that runs by itself, on the regie and on the screen', async ({
	browser,
	page,
	organiser
}) => {
	await lendCookies(organiser, page.context());
	await page.goto('/sessies');
	await page.getByRole('radio', { name: '20×' }).check();
	await page.getByRole('button', { name: 'Start proefsessie' }).click();
	await expect(page.getByText('Proefsessie', { exact: true })).toBeVisible();

	const screen = new Screen(await browser.newPage());
	const link = page.getByRole('link', { name: /Zaalscherm/ });
	await screen.open(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
	// At 20× a round is written within seconds: what is told only meanwhile may be over before a busy machine has drawn the page.
	await expect(screen.page.getByRole('main')).toContainText(/[1-9]\d*\s*kaart/, { timeout: 60_000 });
	await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Ik doe het zelf' }).click();
	await screen.page.close();
});

test('a prepared day is rehearsed from its own page, goes on without its people, and is cleared', async ({
	page,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({
		type: 'ChangeFacts',
		over: null,
		facts: { ...hall.shared.facts, title: 'Terugkomdag' }
	});
	await lendCookies(organiser, page.context());
	await page.goto(`/sessies/${hall.id}`);
	await expect(page.getByText('Alles bewaard')).toBeVisible();
	await page.getByLabel('Naam van de sessie').fill('Terugkomdag na de proef');
	await page.getByRole('button', { name: 'Start proefsessie' }).click();
	await expect(page).toHaveURL(/\/regie$/);
	expect(page.url()).not.toContain(hall.id);
	await expect(page.getByText('Terugkomdag na de proef').first()).toBeVisible();

	const strip = page.getByRole('region', { name: 'Proefsessie' });
	await expect(strip.getByText('Deelnemers zijn nagebootst.')).toBeVisible();
	await strip.getByRole('button', { name: 'Laat mensen weggaan' }).click();
	await expect(strip.getByText('Hier zijn geen nagebootste mensen meer.')).toBeVisible();
	await expect(strip.getByRole('button', { name: 'Pauzeer' })).toBeHidden();

	await strip.getByRole('button', { name: 'Wis proefsessie' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Wis alles' }).click();
	await expect(page).toHaveURL(/\/sessies$/);
	// The day itself stays, and nothing of the rehearsal.
	await expect(page.getByRole('link', { name: 'Terugkomdag na de proef', exact: true })).toHaveCount(1);
	await expect.poll(() => hall.shared.doors).toBe('prepared');
	hall.leave();
});
