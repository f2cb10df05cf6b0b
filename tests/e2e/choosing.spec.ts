import type { Page } from '@playwright/test';
import { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { keepDays } from '../kit/closed-days.ts';
import { fourDays } from '../kit/programme.ts';
import { startServer } from '../kit/server.ts';
import { expect, test as base } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

/** Four closed days, and an organiser who looks at them. */
const test = base.extend<{ page: Page }>({
	page: async ({ browser }, use) => {
		const server = await startServer();
		await server.stop();
		await keepDays(server.dataDir, fourDays());
		await server.restart();
		const organiser = new WebVisitor(server.url);
		await organiser.signIn(server.organiserLink ?? '', 'Femke Bos');
		await use(await pageFor(browser, organiser));
		await server.dispose();
	}
});

test('[A3] a follower and a frontrunner are linked or not, with a reason that stays', async ({ page }) => {
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
