import { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { keepDays } from '../kit/closed-days.ts';
import { fourDaysWithIdeas } from '../kit/programme.ts';
import { startServer } from '../kit/server.ts';
import { expect, test as base } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

/** Who organised four days that are closed, on a server of their own. */
const test = base.extend<object, { afterwards: WebVisitor }>({
	afterwards: [
		async ({ browserName }, use) => {
			void browserName;
			const server = await startServer();
			await server.stop();
			await keepDays(server.dataDir, fourDaysWithIdeas());
			await server.restart();
			const organiser = new WebVisitor(server.url);
			await organiser.signIn(server.organiserLink ?? '', 'Femke Bos');
			await use(organiser);
			await server.dispose();
		},
		{ scope: 'worker' }
	]
});

test('[A3] a follower and a frontrunner are linked or not, with a reason that stays', async ({
	browser,
	afterwards
}) => {
	const page = await pageFor(browser, afterwards);
	await page.goto('/vergelijken/wie-helpt-wie');
	const proposals = page.getByRole('region', { name: 'Voorstellen' }).getByRole('listitem');
	const [widest, other] = ['Kaart b1', 'Kaart b4'].map((text) => proposals.filter({ hasText: text }).first());
	await widest?.getByText('Wie kan bij wie op bezoek: 5 gemeenten').click();
	await expect(page.getByText('Zwolle kan op bezoek bij Groningen.')).toBeVisible();
	await isAccessible(page);

	await widest?.getByRole('button', { name: 'Koppel ze' }).click();
	await page.getByLabel('Waarom koppel je ze?').fill('Zelfde jurist');
	await page.getByRole('button', { name: 'Koppel ze' }).first().click();
	const linked = page.getByRole('region', { name: 'Gekoppeld' });
	await expect(linked).toContainText('Reden: Zelfde jurist');

	await other?.getByRole('button', { name: 'Klopt niet' }).click();
	await page.getByRole('button', { name: 'Klopt niet' }).click();
	await expect(page.getByText('Schrijf op waarom.')).toBeVisible();
	await page.getByLabel('Waarom klopt het niet?').fill('Ander systeem');
	await page.getByRole('button', { name: 'Klopt niet' }).click();
	await expect(page.getByRole('region', { name: 'Klopt niet' })).toContainText('Reden: Ander systeem');
	await page.reload();
	await expect(linked).toContainText('Kaart b1');
	await isAccessible(page);
});

test('[A5] ideas go from the long list to a choice with a reason, and why not stays on the sheet', async ({
	browser,
	afterwards
}) => {
	const page = await pageFor(browser, afterwards);
	await page.goto('/vergelijken/kandidaten');
	const rows = page.getByRole('rowgroup');
	const circle = rows.filter({ hasText: 'Leerkring' });
	const loose = rows.filter({ hasText: 'Waar Los op rust' });
	await expect(circle.getByText('6 van 8')).toBeVisible();
	await circle.getByText('Waar Leerkring op rust').click();
	await circle.getByText('2 kaarten').click();
	await expect(circle.getByText('3 stippen')).toBeVisible();

	await circle.getByRole('button', { name: 'Zet op de korte lijst' }).click();
	await circle.getByRole('button', { name: 'Kiezen' }).click();
	await circle.getByLabel('Waarom kiezen we dit?').fill('Zes gemeenten vragen erom');
	await circle.getByRole('button', { name: 'Kiezen' }).click();
	await expect(circle.getByText('Gekozen', { exact: true })).toBeVisible();
	await loose.getByRole('button', { name: 'Niet doen' }).click();
	await loose.getByRole('button', { name: 'Niet doen' }).click();
	await expect(loose.getByText('Schrijf op waarom.')).toBeVisible();
	await loose.getByLabel('Waarom doen we dit niet?').fill('Niemand vraagt erom');
	await loose.getByRole('button', { name: 'Niet doen' }).click();
	await expect(loose).toContainText('Waarom niet: Niemand vraagt erom');
	await expect(page.getByRole('region', { name: 'Samen bereikt deze keuze' })).toContainText('6 van 8');
	await isAccessible(page);
});
