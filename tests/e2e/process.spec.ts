import { expect, test } from '../kit/e2e.ts';

test('the start page works under its own content policy, on the address of a laptop in the room too', async ({
	page,
	server
}) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	for (const host of ['127.0.0.1', 'waaier.test']) {
		await page.goto(`http://${host}:${server.port}/`);
		await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
		await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
	}
	expect(complaints).toEqual([]);
});

test('a page that does not exist says so in words and leads back to the start', async ({ page }) => {
	const response = await page.goto('/bestaat-niet');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet');
	await page.getByRole('link', { name: 'Naar de start' }).click();
	await expect(page).toHaveURL(/\/$/);
});
