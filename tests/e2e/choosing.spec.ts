import { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { keepDays } from '../kit/closed-days.ts';
import { fourDaysWithIdeas } from '../kit/programme.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { expect, test as base } from './people/organised.ts';
import { isAccessible, newPage, pageFor } from './people/pages.ts';

interface Afterwards {
	/** Who organised four days that are closed, on a server of their own. */
	readonly afterwards: WebVisitor;
	/** A one-time link that signs in there. */
	readonly link: string;
}

const test = base.extend<object, Afterwards & { readonly four: TestServer }>({
	four: [
		async ({ browserName }, use) => {
			void browserName;
			const server = await startServer();
			await server.stop();
			await keepDays(server.dataDir, fourDaysWithIdeas());
			await server.restart();
			await use(server);
			await server.dispose();
		},
		{ scope: 'worker' }
	],
	afterwards: [
		async ({ four }, use) => {
			const organiser = new WebVisitor(four.url);
			await organiser.signIn(four.organiserLink ?? '', 'Femke Bos');
			await use(organiser);
		},
		{ scope: 'worker' }
	],
	link: [
		async ({ four, afterwards }, use) => {
			void afterwards;
			const links = [...four.output.matchAll(/^Organisator: (\S+)$/gm)];
			await use(links.at(-1)?.[1] ?? '');
		},
		{ scope: 'worker' }
	]
});

/** From the one-time link on. */
const CLICKS_MAX = 6;

test('[A1] from sign-in to a number with its cards takes at most six clicks', async ({
	browser,
	four,
	link
}) => {
	const page = await newPage(browser, four.url);
	let clicks = 0;
	await page.exposeFunction('countClick', () => (clicks += 1));
	await page.addInitScript("addEventListener('click', () => countClick(), true)");
	await page.goto(link);
	await page.getByRole('button', { name: 'Log in' }).click();
	await page.getByRole('link', { name: 'Vergelijken' }).click();
	await page.getByRole('link', { name: /^5 van 6 gemeenten, 1 kaart/ }).click();
	await expect(page.getByText('Kaart b1')).toBeVisible();
	expect(clicks).toBeGreaterThan(0);
	expect(clicks).toBeLessThanOrEqual(CLICKS_MAX);
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
	const circle = rows.filter({ hasText: 'Waar Leerkring op rust' });
	const loose = rows.filter({ hasText: 'Waar Los op rust' });
	await expect(circle.getByText('6 van 8')).toBeVisible();
	await circle.getByText('Waar Leerkring op rust').click();
	await circle.getByText('2 kaarten', { exact: true }).click();
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

	const check = rows.filter({ hasText: 'Waar Toets op rust' });
	await check.getByText('Waar Toets op rust').click();
	await check.getByRole('button', { name: 'Is dit hetzelfde als een ander idee?' }).click();
	await check.getByLabel('Is hetzelfde idee als').selectOption('Leerkring (Dag w2)');
	await check.getByRole('button', { name: 'Tel samen' }).click();
	await expect(check).toHaveCount(0);
	await expect(circle.getByText('7 van 8')).toBeVisible();
	await expect(circle.getByRole('button', { name: 'Tel Toets (Dag w1) weer apart' })).toBeVisible();
	await isAccessible(page);
});
