import { readFile } from 'node:fs/promises';
import { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { startServer } from '../kit/server.ts';
import { readXlsx } from '../kit/spreadsheets.ts';
import { heldDay } from './people/held-day.ts';
import { expect, test as base } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

/** On a server of its own: what others closed would be counted too. */
const test = base.extend<{ alone: WebVisitor }>({
	alone: async ({ browserName }, use) => {
		void browserName;
		const server = await startServer();
		const visitor = new WebVisitor(server.url);
		await visitor.signIn(server.organiserLink ?? '', 'Femke Bos');
		await use(visitor);
		await server.dispose();
	}
});

test('[A1] [A2] [A6] [P1] two closed days are compared, stand side by side, are searched, and tell who took part', async ({
	browser,
	alone: organiser
}) => {
	await heldDay(organiser, 'follower', [
		{ from: 'GM0014', text: 'Niemand durft te delen', about: 'juridisch-privacy' },
		{ from: 'GM0193', text: 'De jurist zegt nee', about: 'juridisch-privacy' },
		{ from: 'GM0193', text: 'Er is geen tijd', about: 'capaciteit-kennis' }
	]);
	await heldDay(organiser, 'frontrunner', [
		{ from: 'GM0034', text: 'De wet is niet duidelijk', about: 'juridisch-privacy' }
	]);
	const page = await pageFor(browser, organiser);
	await page.goto('/sessies');
	await page.getByRole('link', { name: 'Vergelijken' }).click();
	const stuck = page
		.getByRole('table')
		.filter({ has: page.getByRole('rowheader') })
		.first();
	const privacy = stuck.getByRole('row', { name: /^Privacy en wet/ });
	await expect(privacy.getByRole('link')).toHaveCount(2);
	await expect(page.getByText('2 sessies, 3 gemeenten')).toBeVisible();
	await isAccessible(page);

	await privacy
		.getByRole('link', { name: /^2 van 2 gemeenten, 2 kaarten ?, Privacy en wet, Ondermijning, volgers/ })
		.click();
	await expect(page.getByText('2 van 2 gemeenten, 2 kaarten, 0 stippen')).toBeVisible();
	for (const text of ['Niemand durft te delen', 'De jurist zegt nee'])
		await expect(page.getByText(text)).toBeVisible();
	for (const text of ['Er is geen tijd', 'De wet is niet duidelijk', 'Iemand uit'])
		await expect(page.getByText(text)).toBeHidden();
	await isAccessible(page);
	await page.getByRole('link', { name: 'Terug naar de vergelijking' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat hebben gemeenten nodig?');

	await page.getByRole('link', { name: 'Naast elkaar' }).click();
	const about = page.getByRole('region', { name: 'Privacy en wet' });
	await expect(about.getByText('2 van 2 gemeenten, 2 kaarten, 0 stippen')).toBeVisible();
	await expect(about.getByText('1 van 1 gemeenten, 1 kaart, 0 stippen').first()).toBeVisible();
	await page.getByLabel('Soort').selectOption('Mensen en kennis');
	await page.getByRole('button', { name: 'Zet naast elkaar' }).click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Mensen en kennis']);
	await expect(page.getByText('Niemand noemde dit.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Er is geen tijd' }).last()).toContainText(
		'Zwolle'
	);
	await isAccessible(page);

	await page.getByRole('link', { name: 'Zoeken' }).click();
	await page.getByLabel('Welke woorden zoek je?').fill('WET duid');
	await page.keyboard.press('Enter');
	await expect(page.locator('mark')).toHaveText(['wet', 'duidelijk']);
	await expect(page.getByText('1 keer gevonden.')).toBeVisible();
	await isAccessible(page);

	await page.getByRole('link', { name: 'Bestanden' }).click();
	await page.getByRole('checkbox', { name: /koplopers/i }).uncheck();
	await isAccessible(page);
	const arrives = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download als Excel' }).click();
	const file = await arrives;
	expect(file.suggestedFilename()).toBe('werksessies.xlsx');
	const [, ...cards] = readXlsx(await readFile(await file.path())).get('Kaarten') ?? [];
	expect(cards).toHaveLength(3);
	await expect(page.getByRole('status').filter({ hasText: 'Het bestand is klaar.' })).toBeVisible();
	await page.getByRole('checkbox', { checked: true }).uncheck();
	await page.getByRole('button', { name: 'Download als Excel' }).click();
	await expect(page.getByText('Kies minstens één sessie.')).toBeVisible();

	await page.getByRole('link', { name: 'Sessies', exact: true }).click();
	await page.getByRole('link', { name: 'Alle gemeenten en waar ze waren' }).click();
	await expect(page.getByText('3 van 342 gemeenten')).toBeVisible();
	await page.getByLabel('Zoek een gemeente of provincie').fill('overijssel');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Overijssel 1 van 25 gemeenten']);
	await isAccessible(page);
});
