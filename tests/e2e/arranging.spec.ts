import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { axeFaults } from './people/axe.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor, PHONE } from './people/pages.ts';

const CARDS = [
	'Te weinig tijd',
	'Geen grondslag',
	'Niemand weet wat mag',
	'Elk convenant is anders'
] as const;
const STACK = 'Onzeker over regels';

interface Desk {
	readonly hall: RunHall;
	readonly roundId: string;
	readonly anna: VisitorSocket;
	readonly page: Page;
}

/** A round with cards that is being arranged over two steps, and the regie of it. */
async function arrange(
	browser: Browser,
	organiser: Parameters<typeof RunHall.prepare>[0],
	options = {}
): Promise<Desk> {
	const hall = await RunHall.prepare(organiser);
	for (const title of ['Melding', 'Besluit'])
		await hall.facilitate({ type: 'AddStep', title, tableId: null, roundId: null, cardIds: [] });
	await hall.facilitate({ type: 'OpenDoors' });
	const { socket: anna } = await hall.join('Anna de Wit', 'GM0014');
	await hall.moveTo('bottlenecks', 'writing');
	const roundId = hall.round('bottlenecks').id;
	for (const text of CARDS) await insist(anna, { type: 'PostCard', roundId, text, stepId: null });
	await hall.moveTo('bottlenecks', 'arranging');
	const page = await pageFor(browser, organiser, options);
	await page.goto(`/sessies/${hall.id}/regie`);
	await expect(page.getByText('Verbonden, alles bewaard')).toBeVisible();
	return { hall, roundId, anna, page };
}

const piece = (page: Page, text: string) => page.getByRole('option').filter({ hasText: text });
const column = (page: Page, title: string) =>
	page.getByRole('list', { name: 'Stappen' }).getByRole('listitem').filter({ hasText: title });
const slot = (page: Page) => page.locator('[data-drop-slot]');

/** Holds it over the place with the mouse. */
async function holdOver(page: Page, from: Locator, to: Locator): Promise<void> {
	await from.hover();
	await page.mouse.down();
	await to.hover({ force: true });
}

test('cards are grouped and put at steps by hand, and nothing else comes of dragging', async ({
	browser,
	organiser
}) => {
	const desk = await arrange(browser, organiser);
	await test.step('what is in somebody’s hand is told with their name', () => tellHands(desk));
	await test.step('a card over a card asks for the title of their stack', () => group(desk));
	await test.step('over a column it goes to that step, over the tray to none', () => pin(desk));
	await test.step('Escape leaves everything where it was', () => giveUp(desk));
	await test.step('the hand is empty again when its writer takes the card away', () => lose(desk));
	desk.hall.leave();
});

async function group({ page }: Desk): Promise<void> {
	await holdOver(page, piece(page, CARDS[0]), piece(page, CARDS[1]));
	await expect(slot(page)).toHaveText('Laat hier los: maak een stapel');
	expect(await axeFaults(page)).toEqual([]);
	await page.mouse.up();
	await expect(page.getByLabel('Titel van de stapel')).toBeFocused();
	await page.keyboard.type(STACK);
	await page.keyboard.press('Enter');
	await expect(piece(page, STACK)).toContainText('2 kaarten');
	await holdOver(page, piece(page, CARDS[2]), piece(page, STACK));
	await page.mouse.up();
	await expect(piece(page, STACK)).toContainText('3 kaarten');
	await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
}

async function pin({ page }: Desk): Promise<void> {
	await holdOver(page, piece(page, STACK), column(page, 'Besluit'));
	await expect(slot(page)).toHaveText('Laat hier los: stap 2');
	await page.mouse.up();
	await expect(column(page, 'Besluit').getByRole('option')).toContainText(STACK);
	await holdOver(page, piece(page, CARDS[3]), column(page, 'Melding'));
	await page.mouse.up();
	await expect(column(page, 'Melding').getByRole('option')).toContainText(CARDS[3]);
	// The tray is empty, and there while something is held.
	const tray = page.getByRole('region', { name: 'Nog zonder stap' });
	await expect(tray).toHaveCount(0);
	await piece(page, CARDS[3]).hover();
	await page.mouse.down();
	await column(page, 'Besluit').hover({ force: true });
	await tray.hover({ force: true });
	await expect(slot(page)).toHaveText('Laat hier los: nog zonder stap');
	await page.mouse.up();
	await expect(tray.getByRole('option')).toContainText(CARDS[3]);
}

async function giveUp({ page }: Desk): Promise<void> {
	await holdOver(page, piece(page, CARDS[3]), column(page, 'Melding'));
	await expect(slot(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(slot(page)).toHaveCount(0);
	await page.mouse.up();
	await expect(column(page, 'Melding').getByRole('option')).toHaveCount(0);
}

async function lose({ hall, roundId, anna, page }: Desk): Promise<void> {
	await holdOver(page, piece(page, CARDS[3]), column(page, 'Melding'));
	await expect(slot(page)).toBeVisible();
	const late = { title: 'Afsluiting', tableId: null, roundId: null, cardIds: [] };
	await hall.facilitate({ type: 'AddStep', ...late });
	const { own } = await anna.when(({ shared }) => shared.steps.length === 3);
	const card = Object.values(own?.cards ?? {}).find(({ text }) => text === CARDS[3]);
	await expect(column(page, 'Afsluiting')).toHaveCount(0);
	await insist(anna, { type: 'WithdrawCard', roundId, cardId: card?.id ?? '' });
	await expect(page.getByText('Wat je vasthield, kun je niet meer verplaatsen.').first()).toBeVisible();
	await expect(slot(page)).toHaveCount(0);
	await expect(column(page, 'Afsluiting')).toBeVisible();
	await page.mouse.up();
}

/** The same facilitator on another device, and a finger on the keys here. */
async function tellHands({ hall, page, roundId }: Desk): Promise<void> {
	const [card] = Object.values(hall.round('bottlenecks').cards);
	const there = piece(page, card?.text ?? '');
	hall.lead.hold({ roundId, items: [{ kind: 'card', id: card?.id ?? '' }] });
	await expect(there).toContainText('bij Femke Bos');
	await isAccessible(page);
	hall.lead.hold(null);
	await expect(there).not.toContainText('bij Femke Bos');
	await there.focus();
	await page.keyboard.press('m');
	await expect
		.poll(() => hall.lead.held.flatMap(({ items }) => items))
		.toEqual([{ kind: 'card', id: card?.id }]);
	await page.keyboard.press('Escape');
	await expect.poll(() => hall.lead.held).toEqual([]);
	await page.keyboard.press('Escape');
}

test('what is looked for is found by key, and what is out of view is no part of a choice', async ({
	browser,
	organiser
}) => {
	const { hall, page } = await arrange(browser, organiser);
	const hidden = piece(page, CARDS[1]);
	await hidden.click();
	await piece(page, CARDS[0]).click();
	const bar = page.getByRole('toolbar', { name: 'Gekozen kaarten' });
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox', { name: 'Zoek in kaarten' })).toBeFocused();
	await page.keyboard.type('te WEINIG');
	await expect(page.getByRole('search')).toContainText('1 van 4');
	await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
	await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
	await expect(bar).toContainText('1 gekozen');
	await isAccessible(page);
	await page.getByRole('listbox').getByRole('option').focus();
	await page.keyboard.press('Control+a');
	await expect(bar, 'all is all that is in view').toContainText('1 gekozen');
	await page.keyboard.press('/');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(4);
	await expect(hidden).toHaveAttribute('aria-selected', 'false');
	hall.leave();
});

test('stacks are put together, split off, and added to one from a menu', async ({ browser, organiser }) => {
	const { hall, roundId, page } = await arrange(browser, organiser);
	const cards = Object.values(hall.round('bottlenecks').cards);
	const idOf = (text: string) => cards.find((card) => card.text === text)?.id ?? '';
	const stackOf = (title: string, texts: readonly string[]) =>
		hall.facilitate({
			type: 'MakeCluster',
			roundId,
			title,
			items: texts.map((text) => ({ kind: 'card', id: idOf(text) }))
		});
	await stackOf('Tijd', CARDS.slice(0, 2));
	await stackOf('Regels', CARDS.slice(2));
	for (const title of ['Tijd', 'Regels']) await piece(page, title).click();
	await page.getByRole('button', { name: 'Voeg samen' }).click();
	await page.getByLabel('Titel van de stapel').fill('Alles');
	await page.keyboard.press('Enter');
	await piece(page, 'Alles').dblclick();
	for (const text of CARDS.slice(0, 2)) await piece(page, text).click();
	await page.getByRole('button', { name: 'Splits' }).click();
	await page.getByLabel('Titel van de stapel').fill('Apart');
	await page.keyboard.press('Enter');
	await expect(piece(page, 'Apart')).toContainText('2 kaarten');
	await piece(page, 'Apart').click();
	await page.getByRole('button', { name: 'Voeg bij stapel …' }).click();
	await page.getByRole('menuitem', { name: 'Alles (2 kaarten)' }).click();
	await expect(page.getByRole('option').filter({ hasText: '4 kaarten' })).toContainText('Alles');
	hall.leave();
});

test('a finger that rests takes a card along, and one that moves scrolls', async ({ browser, organiser }) => {
	const { hall, page } = await arrange(browser, organiser, { ...PHONE, colorScheme: 'dark' });
	const finger = await page.context().newCDPSession(page);
	const from = piece(page, CARDS[0]);
	// Away from the edge, where the page scrolls along.
	await from.evaluate((element) => element.scrollIntoView({ block: 'center' }));
	await drag(finger, await middleOf(from), await middleOf(piece(page, CARDS[1])), 300);
	await expect(page.getByLabel('Titel van de stapel')).toBeVisible();
	expect(await axeFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await drag(finger, await middleOf(from), await middleOf(piece(page, CARDS[1])), 0);
	await expect(page.getByLabel('Titel van de stapel')).toHaveCount(0);
	hall.leave();
});

interface Place {
	readonly x: number;
	readonly y: number;
}

async function middleOf(element: Locator): Promise<Place> {
	const box = await element.boundingBox();
	if (!box) throw new Error('It is not on the page');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** One finger goes down, rests so many ms, and goes on to a place, where it is lifted. */
async function drag(finger: CDPSession, from: Place, to: Place, restMs: number): Promise<void> {
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Place[]) =>
		finger.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
	await touch('touchStart', [from]);
	// The finger rests: that is what is tested.
	if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
	for (const part of [0.3, 0.6, 1]) {
		const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
		await touch('touchMove', [point]);
	}
	await touch('touchEnd', []);
}

test('every act on the board is undone and done again by its own facilitator, and never over what somebody else did since', async ({
	browser,
	organiser
}) => {
	const { hall, roundId, page } = await arrange(browser, organiser);
	const { keyboard } = page;
	await keyboard.press('Control+z');
	await expect(page.getByRole('button', { name: 'Maak ongedaan' })).toHaveCount(0);

	await piece(page, CARDS[0]).click();
	await keyboard.press('1');
	await expect(column(page, 'Melding').getByRole('option')).toHaveCount(1);
	for (const text of CARDS.slice(1, 3)) await piece(page, text).click();
	await keyboard.press('s');
	await page.getByLabel('Titel van de stapel').fill(STACK);
	await keyboard.press('Enter');
	await expect(piece(page, STACK)).toContainText('2 kaarten');

	await keyboard.press('Control+z');
	await expect(piece(page, STACK)).toHaveCount(0);
	await isAccessible(page);
	await keyboard.press('Control+Shift+z');
	await expect(piece(page, STACK)).toContainText('2 kaarten');
	await page.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(piece(page, STACK)).toHaveCount(0);
	await keyboard.press('Control+z');
	await expect(column(page, 'Melding').getByRole('option')).toHaveCount(0);

	await keyboard.press('Control+y');
	await expect(column(page, 'Melding').getByRole('option')).toHaveCount(1);
	const [card] = Object.values(hall.round('bottlenecks').cards).filter(({ text }) => text === CARDS[0]);
	const items = [{ kind: 'card', id: card?.id ?? '' }] as const;
	const stepId = hall.shared.steps[1]?.id ?? null;
	await hall.facilitate({ type: 'PinItems', roundId, items, stepId });
	await expect(column(page, 'Besluit').getByRole('option')).toHaveCount(1);
	await keyboard.press('Control+z');
	await expect(
		page.getByRole('region', { name: 'Meldingen' }).getByText('Dit is daarna veranderd')
	).toBeVisible();
	await expect(column(page, 'Besluit').getByRole('option')).toHaveCount(1);

	await keyboard.press('Control+z');
	const question = page.getByRole('alertdialog', { name: 'Dit deed een ander. Maak je het ongedaan?' });
	await expect(question).toContainText(CARDS[0]);
	await isAccessible(page);
	await question.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(column(page, 'Melding').getByRole('option')).toHaveCount(1);
	await expect(question).toHaveCount(0);
	hall.leave();
});
