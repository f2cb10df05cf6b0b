import { Screen } from './people/screen.ts';
import { expect, lendCookies, test } from './people/organised.ts';

test('one click starts a trial session that runs by itself, on the regie and on the screen', async ({
	browser,
	page,
	organiser
}) => {
	await lendCookies(organiser, page.context());
	await page.goto('/sessies');
	await page.getByRole('radio', { name: '20×' }).check();
	await page.getByRole('button', { name: 'Start proefsessie' }).click();
	const written = page.getByRole('main').getByText(/^[1-9]\d*\s*kaarten? geschreven$/);
	await expect(written).toBeVisible();
	await expect(page.getByText('Proefsessie', { exact: true })).toBeVisible();

	const screen = new Screen(await browser.newPage());
	const link = page.getByRole('link', { name: /Zaalscherm/ });
	await screen.open(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
	await expect(screen.page.getByRole('main')).toContainText(/[1-9]\d*\s*kaart/);
	await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Ik doe het zelf' }).click();
	await screen.page.close();
});
