import type { Locator, Page } from '@playwright/test';
import { Keyboard } from './people/keyboard.ts';
import { expect, insist, lendCookies, RunHall, test } from './people/organised.ts';

test('joining and writing go by keyboard alone, and it is always visible where you are', async ({
	page,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.moveTo('bottlenecks', 'writing');
	const keyboard = new Keyboard(page);
	await page.goto('/');
	await keyboard.type(page.getByLabel('Code van de sessie'), hall.code);
	await keyboard.press('Enter');
	await keyboard.type(page.getByLabel('Je naam'), 'Anna de Wit');
	await keyboard.type(page.getByRole('combobox', { name: 'Je gemeente' }), 'gronin');
	await keyboard.press('ArrowDown', 'ArrowUp', 'Enter');
	await expect(page.getByRole('button', { name: 'Haal Groningen weg' })).toBeVisible();
	await keyboard.type(page.getByLabel('Je functie'), 'Jurist');
	await keyboard.enter(page.getByRole('button', { name: 'Doe mee' }));
	await expect(page.getByText('Verbonden', { exact: true })).toBeVisible();
	await writeByKeyboard(page, keyboard);
	expect(keyboard.stops).toBeGreaterThan(8);
	hall.leave();
});

async function writeByKeyboard(page: Page, keyboard: Keyboard): Promise<void> {
	const composer = page.getByLabel('Jouw kaart', { exact: true });
	const card = (text: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: text });
	await keyboard.type(composer, 'Geen grondslag');
	await keyboard.press('Enter');
	await expect(composer).toBeFocused();
	await keyboard.type(composer, 'Te weinig tijdt');
	await keyboard.press('Enter');
	for (const text of ['Geen grondslag', 'Te weinig tijdt']) await expect(card(text)).toContainText('Bewaard');

	await keyboard.press('ArrowUp');
	await expect(page.getByLabel('Pas je kaart aan')).toBeFocused();
	await keyboard.press('Backspace', 'Enter');
	await expect(card('Te weinig tijd')).toContainText('Bewaard');
	await expect(card('Te weinig tijdt')).toBeHidden();

	await keyboard.enter(page.getByRole('button', { name: 'Kaart aanpassen of weghalen: Geen grondslag' }));
	await expect(page.getByRole('menuitem', { name: 'Pas aan' })).toBeFocused();
	await keyboard.press('ArrowDown', 'Enter');
	await expect(card('Geen grondslag')).toBeHidden();
	await expect(page.locator('main :focus')).toBeVisible();
}

test('a round goes from the closed doors to its result by keyboard alone', async ({ page, organiser }) => {
	const hall = await RunHall.prepare(organiser);
	await lendCookies(organiser, page.context());
	await page.goto(`/sessies/${hall.id}/regie`);
	await expect(page.getByText('Verbonden, alles bewaard')).toBeVisible();
	const keyboard = new Keyboard(page);
	const next = page.locator('[data-next-action]');
	await keyboard.to(next);
	await goOn(next, 'Open de zaal', keyboard);
	const { socket: voter } = await hall.join('Bram Öztürk', 'GM0193');
	await hall.moveTo('bottlenecks', 'writing');
	const roundId = hall.round('bottlenecks').id;
	for (const text of ['Te weinig tijd', 'Te weinig mensen', 'Geen grondslag'])
		await insist(voter, { type: 'PostCard', roundId, text, stepId: null });
	await goOn(next, 'Laat kaarten zien', keyboard);
	await goOn(next, 'Start ordenen', keyboard);
	await stackByKeyboard(page, keyboard);
	await goOn(next, 'Start stemmen', keyboard);
	const { shared } = await voter.when(({ shared }) => shared.rounds[roundId]?.stage === 'voting');
	for (const id of Object.keys(shared.rounds[roundId]?.clusters ?? {}))
		await insist(voter, { type: 'PlaceDot', roundId, item: { kind: 'cluster', id } });
	await goOn(next, 'Toon uitslag', keyboard);
	await expect(
		page
			.getByRole('list', { name: /^Uitslag/ })
			.getByRole('listitem')
			.first()
	).toContainText('1 stip');
	expect(keyboard.stops).toBeGreaterThan(8);
	hall.leave();
});

/** N goes to the yellow button from anywhere, Enter presses it; a press too soon after another is ignored. */
async function goOn(next: Locator, label: string, keyboard: Keyboard): Promise<void> {
	const button = next.filter({ hasText: label });
	await expect(button).toBeVisible();
	await keyboard.press('n');
	await expect(button).toBeFocused();
	await expect(async () => {
		if (await button.isVisible()) await keyboard.press('Enter');
		await expect(button).toBeHidden({ timeout: 500 });
	}).toPass({ intervals: [100] });
}

async function stackByKeyboard(page: Page, keyboard: Keyboard): Promise<void> {
	const list = page.getByRole('listbox', { name: 'Alle kaarten' });
	const options = list.getByRole('option');
	await expect(options).toHaveCount(3);
	await keyboard.to(options.first());
	await keyboard.press('Space', 'ArrowRight', 'Space');
	await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
	await keyboard.press('s');
	await expect(page.getByRole('dialog', { name: 'Maak stapel' })).toBeVisible();
	await keyboard.type(page.getByLabel('Titel van de stapel'), 'Tijd en mensen');
	await keyboard.press('Enter');
	await expect(options.filter({ hasText: 'Tijd en mensen' })).toBeVisible();
	await expect(options).toHaveCount(2);
}
