import type { Locator, Page } from '@playwright/test';
import { Keyboard } from './people/keyboard.ts';
import { expect, lendCookies, RunHall, test } from './people/organised.ts';

/** The rows of the day: name and the time at which each starts. */
function rows(page: Page): Locator {
	return page.locator('#dag ol.items > li');
}

/** "09:30 Welkom", row for row, as somebody reads it. */
async function day(page: Page): Promise<readonly string[]> {
	return rows(page).evaluateAll((items) =>
		items.map((item) => {
			const name = item.querySelector<HTMLInputElement>('input.title')?.value;
			return `${item.querySelector('time')?.textContent} ${name ?? item.querySelector('.name b')?.textContent}`;
		})
	);
}

const STANDARD = [
	'09:30 Welkom',
	'09:50 Proces',
	'10:45 Pauze',
	'11:00 Wat ging goed',
	'11:45 Lunch',
	'12:30 Knelpunten',
	'13:29 Pauze',
	'13:44 Behoeften',
	'14:59 Afsluiting'
];

test.beforeEach(async ({ context, organiser }) => {
	await lendCookies(organiser, context);
});

async function openDay(page: Page, hall: RunHall): Promise<void> {
	await page.goto(`/sessies/${hall.id}`);
	await expect.poll(() => day(page)).toEqual(STANDARD);
	await expect(page.getByText('Alles bewaard')).toBeVisible();
}

/** A browser opens a menu a moment after the key; whatever is pressed before that is for its button. */
async function openMenu(keyboard: Keyboard, page: Page, button: string): Promise<void> {
	await keyboard.enter(page.getByRole('button', { name: button }));
	await expect(page.getByRole('menuitem').and(page.locator(':focus'))).toBeVisible();
}

test('a day is composed by keyboard alone, kept as a template, and begun with again', async ({
	page,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await openDay(page, hall);
	const keyboard = new Keyboard(page);
	const spoken = page.locator('[role="alert"][aria-live="assertive"]');

	await test.step('a round is added at the end, and focus is on its grip', async () => {
		await keyboard.enter(page.getByRole('link', { name: 'Naar de dag' }));
		await openMenu(keyboard, page, 'Ronde toevoegen');
		await expect(page.getByRole('menuitem', { name: 'Kennismaken' })).toBeFocused();
		await keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Verplaats Kennismaken' })).toBeFocused();
		await expect(spoken).toHaveText(/Kennismaken staat op plek 10 van 10, om 15:24/);
	});

	await test.step('Space lifts it, arrows move it, Escape puts it back, Space drops it', async () => {
		await keyboard.press('Space');
		await expect(spoken).toHaveText(/Kennismaken opgepakt, plek 10 van 10/);
		await keyboard.press('ArrowUp');
		await expect(spoken).toHaveText(/Plek 9 van 10, om 14:59/);
		await keyboard.press('Escape');
		await expect(spoken).toHaveText(/Kennismaken staat terug op plek 10 van 10/);
		await keyboard.press('Space', 'Home', 'ArrowDown');
		await expect(spoken).toHaveText(/Plek 2 van 10, om 09:50/);
		await keyboard.press('Space');
		await expect(spoken).toHaveText(/Kennismaken staat nu op plek 2 van 10, om 09:50/);
		await expect(page.getByRole('button', { name: 'Verplaats Kennismaken' })).toBeFocused();
		await hall.when(({ agenda }) => agenda[1]?.kind === 'round' && agenda.length === 10);
		expect(await day(page)).toEqual([
			'09:30 Welkom',
			'09:50 Kennismaken',
			...['10:05 Proces', '11:00 Pauze', '11:15 Wat ging goed', '12:00 Lunch'],
			...['12:45 Knelpunten', '13:44 Pauze', '13:59 Behoeften', '15:14 Afsluiting']
		]);
	});

	await test.step('a second round of a kind gets its number, and goes again with a way back', async () => {
		await openMenu(keyboard, page, 'Meer over Behoeften');
		await keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Verplaats Behoeften (2)' })).toBeFocused();
		await openMenu(keyboard, page, 'Meer over Behoeften (2)');
		await keyboard.press('End', 'Enter');
		await expect(rows(page)).toHaveCount(10);
		await expect(page.getByRole('button', { name: 'Verplaats Afsluiting' })).toBeFocused();
		await keyboard.enter(page.getByRole('button', { name: 'Zet terug' }));
		await expect(page.getByRole('button', { name: 'Verplaats Behoeften (2)' })).toBeFocused();
		expect((await day(page)).slice(8)).toEqual([
			'13:59 Behoeften',
			'15:14 Behoeften (2)',
			'16:29 Afsluiting'
		]);
	});

	const composed = await day(page);
	await test.step('it is kept as a template', async () => {
		await keyboard.enter(page.getByRole('button', { name: 'Bewaar als sjabloon' }));
		await keyboard.type(page.getByLabel('Naam van het sjabloon'), 'Lange dag');
		await keyboard.press('Enter');
		await expect(page.getByText('Bewaard als sjabloon Lange dag.').first()).toBeVisible();
	});

	await test.step('a new session begins with the same day', async () => {
		await page.goto('/sessies/nieuw');
		await keyboard.to(page.getByRole('radio', { name: /^Sjabloon voor koplopers/ }));
		// Templates of other days stand between.
		const kept = page.getByRole('radio', { name: /^Lange dag/ });
		for (let row = await page.getByRole('radio').count(); row > 0 && !(await kept.isChecked()); row -= 1)
			await keyboard.press('ArrowDown');
		await expect(kept).toBeChecked();
		await keyboard.enter(page.getByRole('button', { name: 'Maak de sessie' }));
		await expect.poll(() => day(page)).toEqual(composed);
		await expect(page.getByText(/van de.*|Nog niemand/).first()).toBeVisible();
	});
	hall.leave();
});

test('a row is dragged by its grip, with a mouse and with a finger; what has begun stays', async ({
	browser,
	page,
	server,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await openDay(page, hall);
	const dragged = ['10:45 Pauze', '11:00 Pauze', '11:15 Wat ging goed'];

	await test.step('with a mouse', async () => {
		await drag(page, rows(page).nth(6), rows(page).nth(3));
		await hall.when(({ agenda }) => agenda[3]?.kind === 'break');
		expect((await day(page)).slice(2, 5)).toEqual(dragged);
	});

	await test.step('Escape gives it up', async () => {
		const grip = rows(page).nth(3).locator('button.grip');
		await grip.hover();
		await page.mouse.down();
		await page.mouse.move(400, 0, { steps: 6 });
		expect(await day(page)).not.toContain(dragged[0]);
		await page.keyboard.press('Escape');
		await page.mouse.up();
		expect((await day(page)).slice(2, 5)).toEqual(dragged);
	});

	await test.step('with a finger on a phone, and the page does not scroll under it', async () => {
		const phone = await browser.newContext({
			baseURL: server.url,
			viewport: { width: 390, height: 844 },
			hasTouch: true
		});
		await lendCookies(organiser, phone);
		const small = await phone.newPage();
		await small.goto(`/sessies/${hall.id}`);
		await expect(small.getByText('Alles bewaard')).toBeVisible();
		await swipe(small, rows(small).nth(3), rows(small).nth(6));
		await hall.when(({ agenda }) => agenda[3]?.kind === 'round');
		expect(await day(small)).toEqual(STANDARD);
		await phone.close();
	});

	await test.step('what has begun says why it stays', async () => {
		await hall.facilitate({ type: 'OpenDoors' });
		const first = hall.shared.agenda[0]?.id ?? '';
		await hall.facilitate({ type: 'StartItem', itemId: first });
		await expect(page.getByRole('button', { name: 'Verplaats Welkom' })).toBeHidden();
		await page.getByRole('button', { name: 'Meer over Welkom' }).click();
		await expect(page.getByRole('menuitem', { name: /^Verwijder/ })).toContainText('al begonnen');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Meer over Proces' }).click();
		await page.getByRole('menuitem', { name: 'Omlaag' }).click();
		await expect
			.poll(async () => (await day(page)).slice(0, 3))
			.toEqual(['09:30 Welkom', '09:50 Pauze', '10:05 Proces']);
		await expect(page.getByRole('button', { name: 'Meer over Proces' })).toBeFocused();
	});
	hall.leave();
});

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
	const box = await target.boundingBox();
	if (!box) throw new Error('What is dragged is on the page');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes a row by its grip to just above the middle of another. */
async function drag(page: Page, row: Locator, onto: Locator): Promise<void> {
	await onto.scrollIntoViewIfNeeded();
	await row.locator('button.grip').scrollIntoViewIfNeeded();
	const from = await middleOf(row.locator('button.grip'));
	const to = await middleOf(onto);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x, to.y - 4, { steps: 8 });
	await page.mouse.up();
}

/** The same with a finger, to just below the middle. Real touches: a finger that may scroll would end them. */
async function swipe(page: Page, row: Locator, onto: Locator): Promise<void> {
	await row.scrollIntoViewIfNeeded();
	await page.evaluate(() => window.scrollBy(0, 200));
	const from = await middleOf(row.locator('button.grip'));
	const to = await middleOf(onto);
	const before = await page.evaluate(() => window.scrollY);
	const touches = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
		touches.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: type === 'touchEnd' ? [] : [{ x: from.x, y }]
		});
	await touch('touchStart', from.y);
	for (let step = 1; step <= 8; step += 1)
		await touch('touchMove', from.y + ((to.y + 4 - from.y) * step) / 8);
	await touch('touchEnd', 0);
	expect(await page.evaluate(() => window.scrollY)).toBe(before);
}

test('a session is duplicated from the list and from its own page, without its date and people', async ({
	page,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({
		type: 'ChangeFacts',
		over: null,
		facts: { ...hall.shared.facts, title: 'Terugkomdag' }
	});
	await page.goto('/sessies');
	await page.getByRole('button', { name: 'Meer over Terugkomdag', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Dupliceer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terugkomdag (kopie)');
	expect(page.url()).not.toContain(hall.id);
	await expect.poll(() => day(page)).toEqual(STANDARD);
	await expect(page.getByText('Nog geen datum')).not.toHaveCount(0);
	await page.goto(`/sessies/${hall.id}`);
	await expect(page.getByText('Alles bewaard')).toBeVisible();
	await page.getByLabel('Naam van de sessie').fill('Terugkomdag in mei');
	await page.getByRole('button', { name: 'Meer over deze sessie' }).click();
	await page.getByRole('menuitem', { name: 'Dupliceer de sessie' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terugkomdag in mei (kopie)');
	hall.leave();
});

test('a template gets another name, and goes after a question', async ({ page, organiser }) => {
	const hall = await RunHall.prepare(organiser);
	await openDay(page, hall);
	await page.getByRole('button', { name: 'Bewaar als sjabloon' }).click();
	await page.getByLabel('Naam van het sjabloon').fill('Ochtend');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.goto('/sessies/nieuw');
	const own = page.getByRole('region', { name: 'Eigen sjablonen' });
	await own.getByRole('button', { name: 'Meer over sjabloon Ochtend' }).click();
	await page.getByRole('menuitem', { name: 'Andere naam' }).click();
	const name = own.getByLabel('Naam van het sjabloon');
	await expect(name).toBeFocused();
	await name.fill('   ');
	await page.keyboard.press('Enter');
	await expect(own.getByText('Geef het sjabloon een naam.')).toBeVisible();
	await name.fill('Middag');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('radio', { name: /^Middag/ })).toBeVisible();
	await own.getByRole('button', { name: 'Meer over sjabloon Middag' }).click();
	await page.getByRole('menuitem', { name: 'Verwijder' }).click();
	await expect(own.getByText('Sjabloon Middag voorgoed verwijderen?')).toBeVisible();
	await own.getByRole('button', { name: 'Verwijder', exact: true }).click();
	await expect(page.getByRole('radio', { name: /^Middag/ })).toBeHidden();
	hall.leave();
});
