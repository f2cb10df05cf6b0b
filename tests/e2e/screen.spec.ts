import type { Page } from '@playwright/test';
import { axeFaults, bringAxe } from './people/axe.ts';
import { expect, RunHall, test } from './people/organised.ts';

/** The projector of most halls. */
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

/** What the hall can see, on dark and on light, without a fault; it ends on dark. */
async function looksRight(page: Page): Promise<void> {
	for (const theme of ['dark', 'light']) {
		await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
		expect(await axeFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Licht scherm' }).press('Enter');
	}
}

test('the hall finds its tables, is told that the door is shut, and reads in a break what comes', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const example = { name: 'Adresfraude in beeld', summary: '', municipalities: [] };
	await hall.facilitate({ type: 'AddExample', example });
	await hall.when(({ examples }) => examples.length === 1);
	const exampleId = hall.shared.examples[0]?.id ?? null;
	await hall.facilitate({ type: 'AddTable', table: { name: 'De brug', exampleId } });
	await hall.facilitate({ type: 'AddTable', table: { name: 'De haven', exampleId: null } });
	await hall.join('Anna de Wit', 'GM0014');
	await hall.join('Bram Smit', 'GM0193');
	await hall.facilitate({ type: 'SpreadPeople', whom: 'everybody' });
	const context = await browser.newContext({ baseURL: organiser.origin, ...PROJECTOR });
	await bringAxe(context);
	const page = await context.newPage();
	await page.goto(hall.screenPath);
	const main = page.getByRole('main');

	await test.step('in the lobby each table stands with its example and its people', async () => {
		await expect(page.getByRole('heading', { name: 'Ga aan je tafel zitten' })).toBeVisible();
		await expect(main.getByRole('listitem').filter({ hasText: 'De brug' })).toContainText(
			/1 mens\s*Adresfraude/
		);
		await expect(main).toContainText(hall.code);
		await looksRight(page);
	});
	await test.step('a locked lobby says so, and shows no code', async () => {
		await hall.facilitate({ type: 'SetLobbyLocked', isLocked: true });
		await expect(main).toContainText('De deur is dicht');
		await expect(main).not.toContainText(hall.code);
		await expect(page.getByRole('img', { name: 'QR-code' })).toHaveCount(0);
		await looksRight(page);
		await hall.facilitate({ type: 'SetLobbyLocked', isLocked: false });
	});
	await test.step('cards of a round at tables stand under the name of their table', async () => {
		await hall.moveTo('strengths', 'writing');
		const { socket } = await hall.join('Chris Bos', 'GM0518');
		const { id } = hall.round('strengths');
		await expect(main).toContainText('1 mens heeft nog geen tafel');
		const tableId = hall.shared.tables[1]?.id ?? null;
		await socket.send({ type: 'TakeSeat', tableId });
		await socket.send({ type: 'PostCard', roundId: id, text: 'Korte lijnen', stepId: null });
		await hall.moveTo('strengths', 'sharing');
		await expect(page.getByRole('heading', { level: 2 })).toHaveText('De haven');
		await expect(main).toContainText('Korte lijnen');
		await looksRight(page);
	});
	await test.step('a break says until when, and what comes then', async () => {
		const pause = hall.shared.agenda.find((item) => item.kind === 'break' && item.title === 'Lunch');
		await hall.facilitate({ type: 'StartItem', itemId: pause?.id ?? '' });
		await expect(main).toContainText(/We gaan verder om\s*\d\d:\d\d/);
		await expect(main).toContainText('Daarna: ronde 3, Knelpunten');
		await looksRight(page);
	});
	await context.close();
	hall.leave();
});
