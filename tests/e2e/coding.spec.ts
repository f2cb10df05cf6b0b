import { heldDay } from './people/held-day.ts';
import { expect, test } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

test('[A4] who led the day says by keys alone what each card is about, takes it back, and the comparison counts it', async ({
	browser,
	organiser
}) => {
	const id = await heldDay(organiser, 'follower', [
		{ from: 'GM0014', text: 'De FG zegt altijd nee', about: 'juridisch-privacy' },
		{ from: 'GM0193', text: 'De FG zegt te vaak nee', about: null },
		{ from: 'GM0193', text: 'Wij rekenen op één collega', about: null }
	]);
	const page = await pageFor(browser, organiser);
	await page.goto(`/sessies/${id}/verslag`);
	await page.getByRole('link', { name: 'Kies soorten' }).click();
	const queue = page.getByRole('navigation', { name: 'Stapels en kaarten' });
	await expect(queue.getByText('1 van 3')).toBeVisible();
	await queue.getByRole('button', { name: 'De FG zegt te vaak nee' }).click();
	await page.keyboard.press('=');
	const codes = page.getByRole('listbox', { name: 'Welke soort?' });
	await expect(codes.getByRole('option', { name: 'Privacy en wet' })).toHaveAttribute(
		'aria-selected',
		'true'
	);
	await page.keyboard.press('Shift+D');
	await page.keyboard.press('4');
	await page.keyboard.press('t');
	await expect(queue.getByText('1 met twijfel.')).toBeVisible();
	await isAccessible(page);

	await queue.getByRole('button', { name: 'Wij rekenen op één collega' }).click();
	await page.keyboard.press('g');
	await expect(queue.getByText('3 van 3')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(queue.getByText('2 van 3')).toBeVisible();
	await page.context().setOffline(true);
	await page.keyboard.press('m');
	await expect(page.getByText('Niet bewaard')).toBeVisible();
	await page.context().setOffline(false);
	await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
	await expect(page.getByText('Alles bewaard')).toBeVisible();

	await page.reload();
	await expect(queue.getByText('3 van 3')).toBeVisible();
	await page.goto('/vergelijken?thema=ondermijning');
	const row = page.getByRole('row', { name: /^Mensen en kennis/ }).first();
	await expect(row.getByRole('link', { name: /1 kaart/ })).toBeVisible();
});

test('[A4] an organiser adds a term below a category, which is chosen beside it, and ends it', async ({
	browser,
	organiser
}) => {
	const id = await heldDay(organiser, 'follower', [
		{ from: 'GM0014', text: 'Elk convenant is anders', about: 'juridisch-privacy' }
	]);
	const page = await pageFor(browser, organiser);
	await page.goto('/codeboek');
	await page.getByRole('button', { name: 'Eigen term' }).click();
	await page.getByLabel('Naam').fill('Convenanten');
	await page.getByLabel('Onder welke soort?').selectOption('Privacy en wet');
	await isAccessible(page);
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByText('Femke Bos voegde “Convenanten” toe.')).toBeVisible();
	await isAccessible(page);

	await page.goto(`/sessies/${id}/soorten`);
	await page.getByRole('checkbox', { name: 'Convenanten' }).check();
	await expect(page.getByText('Alles bewaard')).toBeVisible();
	await page.getByRole('link', { name: 'codeboek versie 2' }).click();
	await page.getByRole('button', { name: 'Stop met: Convenanten' }).click();
	await page.getByRole('button', { name: 'Stop met deze term' }).click();
	await expect(page.getByText('Versie 3', { exact: true })).toBeVisible();
	await page.goto(`/sessies/${id}/soorten`);
	await expect(page.getByRole('checkbox', { name: 'Convenanten' })).toBeChecked();
});
