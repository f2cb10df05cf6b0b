import type { Locator, Page } from '@playwright/test';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
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

test(
	'minutes that the day runs late are found, planned and taken back by keyboard alone',
	{ tag: '@release' },
	async ({ page, organiser }) => {
		const hall = await RunHall.prepare(organiser);
		await hall.facilitate({ type: 'OpenDoors' });
		await hall.moveTo('process', 'writing');
		await hall.facilitate({ type: 'AdjustTimer', deltaMs: 12 * 60_000 });
		const keyboard = await lead(page, organiser, hall);
		await expect(page.getByText('12 minuten achter op plan')).toBeVisible();

		await keyboard.enter(page.getByRole('button', { name: 'Haal tijd in' }));
		const dialog = page.getByRole('dialog', { name: 'Haal tijd in' });
		await expect(dialog.getByRole('status')).toContainText('Je haalt 0 van 12 minuten in.');
		await keyboard.enter(dialog.getByRole('button', { name: 'Vul een voorstel in' }));
		await expect(dialog.getByRole('status')).toContainText('Je haalt 12 van 12 minuten in.');
		await keyboard.to(dialog.getByRole('spinbutton').first());
		await keyboard.press('ArrowDown');
		await expect(dialog.getByRole('status')).toContainText('Je haalt 11 van 12 minuten in.');
		await keyboard.enter(dialog.getByRole('button', { name: 'Haal 11 minuten in' }));
		await expect(dialog).toBeHidden();
		await expect(page.getByText('1 minuut achter op plan')).toBeVisible();

		await keyboard.enter(page.getByRole('button', { name: /^Zet terug/ }));
		await expect(page.getByText('12 minuten achter op plan')).toBeVisible();
		hall.leave();
	}
);

test('F6 goes round the parts of the regie and back, and a card goes to a step without a mouse', async ({
	page,
	organiser
}) => {
	const hall = await arranging(organiser);
	const keyboard = await lead(page, organiser, hall);
	const part = (name: string) => page.locator(`${name}[data-region]:focus-within`);
	const parts = ['nav', 'main', '[role=toolbar]', '.tray', 'aside', 'footer'];
	await keyboard.press('F6', 'F6', 'F6');
	const tray = page.getByRole('listbox', { name: 'Nog zonder stap' });
	await expect(tray.getByRole('option').first()).toBeFocused();
	const text = (await tray.locator('.card__text').first().textContent()) ?? '';
	const card = page.getByRole('option', { name: text.trim() });
	await keyboard.press('Space');
	await keyboard.press('F6', 'F6', 'F6');
	for (const name of parts) {
		await expect(part(name).last()).toBeVisible();
		await keyboard.press('F6');
	}
	for (const name of ['footer', ...parts.toReversed().slice(1)]) {
		await keyboard.press('Shift+F6');
		await expect(part(name).last()).toBeVisible();
	}

	await keyboard.to(card);
	await keyboard.press('m', 'ArrowLeft', 'ArrowLeft', 'Escape');
	await expect(tray.getByRole('option')).toHaveCount(2);
	await keyboard.press('m', 'ArrowLeft', 'ArrowLeft');
	await expect(page.getByText('Boven stap 1: Signaal')).toBeVisible();
	await keyboard.press('Enter');
	await expect(page.getByRole('listbox', { name: /^Stap 1/ }).getByRole('option')).toContainText(text.trim());
	await expect(card).toBeFocused();
	hall.leave();
});

test('in a small window, as at 200 %, the card with focus never lies behind the bars', async ({
	page,
	organiser
}) => {
	const hall = await arranging(organiser);
	await page.setViewportSize({ width: 720, height: 450 });
	const keyboard = await lead(page, organiser, hall);
	await keyboard.to(page.getByRole('listbox').getByRole('option').first());
	await keyboard.press('Space');
	const bar = page.getByRole('toolbar', { name: 'Gekozen kaarten' });
	await expect(bar).toBeVisible();
	for (const key of ['End', 'Home']) {
		await page.evaluate(() => scrollTo(0, 0));
		await keyboard.press(key);
		const card = await page.locator('[role=option]:focus').boundingBox();
		const edge = await bar.boundingBox();
		expect((card?.y ?? Infinity) + (card?.height ?? 0)).toBeLessThanOrEqual(edge?.y ?? 0);
	}
	hall.leave();
});

test('single keys act until they are switched off, which this browser remembers', async ({
	page,
	organiser
}) => {
	const hall = await arranging(organiser);
	const keyboard = await lead(page, organiser, hall);
	const pause = page.getByRole('button', { name: 'Pauzeer de tijd' });
	const resume = page.getByRole('button', { name: 'Laat de tijd lopen' });
	await keyboard.press('p');
	await expect(resume).toBeVisible();
	await keyboard.press('p');
	await expect(pause).toBeVisible();
	await keyboard.press('t');
	await expect(pause).toBeFocused();
	await keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Toetsen' });
	await keyboard.to(sheet.getByRole('checkbox', { name: 'Losse toetsen aan' }));
	await keyboard.press('Space');
	await keyboard.enter(sheet.getByRole('button', { name: 'Sluit' }));
	await expect(sheet).toBeHidden();

	await page.reload();
	await expect(page.getByText('Verbonden, alles bewaard')).toBeVisible();
	await keyboard.press('?', 'p', 'n', 'F6');
	await expect(page.locator('nav[data-region]:focus-within')).toBeVisible();
	await expect(sheet).toBeHidden();
	await expect(pause).toBeVisible();
	hall.leave();
});

/** A round with two cards and two steps at which nothing stands yet. */
async function arranging(organiser: WebVisitor): Promise<RunHall> {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	for (const title of ['Signaal', 'Actie'])
		await hall.facilitate({ type: 'AddStep', title, tableId: null, roundId: null, cardIds: [] });
	const { socket: writer } = await hall.join('Bram Öztürk', 'GM0193');
	await hall.moveTo('bottlenecks', 'writing');
	const roundId = hall.round('bottlenecks').id;
	for (const text of ['Te weinig tijd', 'Geen grondslag'])
		await insist(writer, { type: 'PostCard', roundId, text, stepId: null });
	await hall.moveTo('bottlenecks', 'arranging');
	return hall;
}

async function lead(page: Page, organiser: WebVisitor, hall: RunHall): Promise<Keyboard> {
	await lendCookies(organiser, page.context());
	await page.goto(`/sessies/${hall.id}/regie`);
	await expect(page.getByText('Verbonden, alles bewaard')).toBeVisible();
	return new Keyboard(page);
}
