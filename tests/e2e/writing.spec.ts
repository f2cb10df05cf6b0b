import type { Page } from '@playwright/test';
import { axeFaults, bringAxe } from './people/axe.ts';
import { Participant } from './people/participant.ts';
import { expect, lendCookies, RunHall, test } from './people/organised.ts';

const LIST = '• Te weinig tijd\n• Niemand weet wat mag\n• Eén collega kan dit';

/** As somebody does: the clipboard holds the list, and the keys for pasting are pressed. */
async function paste(page: Page, text: string): Promise<void> {
	await page.evaluate(async (list) => navigator.clipboard.writeText(list), text);
	await page.keyboard.press('ControlOrMeta+V');
}

test('somebody pastes a list without a connection, chooses a step by a digit and is asked about a telephone number', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	for (const title of ['Signaal', 'Gegevens opvragen'])
		await hall.facilitate({ type: 'AddStep', tableId: null, title, roundId: null, cardIds: [] });
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.moveTo('bottlenecks', 'writing');
	const { web } = await hall.join('Anna de Wit', 'GM0014');
	const context = await browser.newContext({
		baseURL: web.origin,
		permissions: ['clipboard-read', 'clipboard-write']
	});
	await bringAxe(context);
	await lendCookies(web, context);
	const page = await context.newPage();
	await page.goto(`/sessie/${hall.id}`);
	const anna = new Participant(page);
	await anna.isConnected();

	await test.step('the digit chooses the step, and the list becomes three cards at it', async () => {
		await page.keyboard.press('2');
		await expect(page.getByRole('radio', { name: 'Stap 2, Gegevens opvragen' })).toBeChecked();
		await context.setOffline(true);
		await anna.composer.focus();
		await paste(page, LIST);
		const question = page.getByRole('dialog', { name: '3 kaarten maken?' });
		await expect(question.getByRole('listitem')).toHaveText(LIST.replaceAll('• ', '').split('\n'));
		expect(await axeFaults(page)).toEqual([]);
		await question.getByRole('button', { name: '3 kaarten' }).click();
		await expect(anna.composer).toBeFocused();
		await expect(anna.card('Eén collega kan dit')).toBeVisible();
	});

	await test.step('they arrive once, in their order, when the connection is back', async () => {
		await context.setOffline(false);
		await hall.when(({ rounds }) => rounds[hall.round('bottlenecks').id]?.cardCount === 3);
		for (const card of await page.getByRole('list', { name: 'Jouw kaarten' }).getByRole('listitem').all()) {
			await expect(card).toContainText('Bewaard');
			await expect(card).toContainText('Stap 2');
		}
	});

	await test.step('a telephone number is asked about, said once, and holds nothing back', async () => {
		await anna.composer.fill('Bel 06-12345678');
		const question = 'Staat hier een telefoonnummer?';
		await expect(page.getByText(question).and(page.locator(':visible')).first()).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: question })).toHaveCount(1);
		expect(await axeFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Het is geen persoon' }).click();
		await expect(anna.composer).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(anna.card('Bel 06-12345678')).toContainText('Bewaard');
	});
	hall.leave();
});
