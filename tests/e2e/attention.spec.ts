import type { Browser, Page } from '@playwright/test';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { axeFaults } from './people/axe.ts';
import { Participant } from './people/participant.ts';
import { newPage, pageFor, PHONE } from './people/pages.ts';

const CARD = 'Toezicht kreeg de melding te laat';

interface Seats {
	readonly hall: RunHall;
	readonly regie: Page;
	readonly screen: Page;
	/** On a phone. */
	readonly anna: Participant;
}

/** Femke leads, Anna writes on her phone, and the hall looks at the screen. */
async function takeSeats(browser: Browser, organiser: WebVisitor): Promise<Seats> {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const { web } = await hall.join('Anna de Wit', 'GM0014');
	await hall.moveTo('bottlenecks', 'writing');
	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
	const screen = await newPage(browser, organiser.origin);
	await screen.goto(hall.screenPath);
	await expect(screen).toHaveURL(/\/sessie\/[^/]+\/scherm$/);
	const anna = new Participant(await pageFor(browser, web, PHONE));
	await anna.page.goto(`/sessie/${hall.id}`);
	await anna.isConnected();
	return { hall, regie, screen, anna };
}

test('a hand, ready signs, a message, a pause and the spotlight reach who they are for', async ({
	browser,
	organiser
}) => {
	const seats = await takeSeats(browser, organiser);
	await test.step('a hand goes up and is lowered', () => raiseAndLower(seats));
	await test.step('whoever is ready is counted', () => sayReady(seats));
	await test.step('a message stands on every screen until it is cleared', () => sendMessage(seats));
	await test.step('a card written during a pause waits and is delivered after it', () => pause(seats));
	await test.step('the spotlight is on every screen', () => spotlight(seats));
	await test.step('a hidden card says nothing to the room, until it is shown again', () => hide(seats));
	seats.hall.leave();
});

async function raiseAndLower({ regie, anna, screen }: Seats): Promise<void> {
	const hand = regie.getByRole('button', { name: /^Klaar.*Anna de Wit/ });
	await anna.page.getByRole('button', { name: 'Steek je hand op' }).click();
	await expect(hand).toBeVisible();
	await expect(anna.page.getByRole('button', { name: 'Hand omlaag' })).toBeVisible();
	await expect(screen.getByText('Anna de Wit')).toHaveCount(0);
	expect(await axeFaults(regie)).toEqual([]);
	await hand.click();
	await expect(hand).toBeHidden();
	await expect(anna.page.getByRole('button', { name: 'Steek je hand op' })).toBeVisible();
	await anna.composer.press('h');
	await expect(anna.composer).toHaveValue('h');
	await anna.composer.fill('');
	await anna.composer.blur();
	await anna.page.keyboard.press('h');
	await expect(hand).toBeVisible();
	await expect(anna.page.getByRole('button', { name: 'Hand omlaag' })).toBeVisible();
	await anna.page.keyboard.press('h');
	await expect(hand).toBeHidden();
}

async function sayReady({ regie, anna }: Seats): Promise<void> {
	const ready = anna.page.getByRole('button', { name: 'Ik ben klaar' });
	await ready.click();
	await expect(ready).toHaveAttribute('aria-pressed', 'true');
	await expect(regie.getByText('1 van 1 klaar')).toBeVisible();
	await ready.click();
	await expect(regie.getByText('0 van 1 klaar')).toBeVisible();
}

async function sendMessage({ regie, anna, screen }: Seats): Promise<void> {
	await regie.getByRole('button', { name: 'Stuur bericht' }).click();
	await expect(regie.getByLabel('Bericht aan iedereen')).toBeFocused();
	await regie.keyboard.type('Nog één minuut');
	await regie.keyboard.press('Enter');
	for (const page of [anna.page, screen])
		await expect(page.locator('.banner').filter({ hasText: 'Nog één minuut' })).toBeVisible();
	await regie.getByRole('button', { name: 'Haal bericht weg' }).click();
	for (const page of [anna.page, screen])
		await expect(page.locator('.banner').filter({ hasText: 'Nog één minuut' })).toHaveCount(0);
}

async function pause({ regie, anna, screen }: Seats): Promise<void> {
	await regie.getByRole('button', { name: 'Zet invoer stil' }).click();
	await expect(anna.page.locator('.banner').filter({ hasText: 'even stilgezet' })).toBeVisible();
	await expect(screen.getByText('Invoer staat stil')).toBeVisible();
	await anna.post(CARD);
	await expect(anna.card(CARD)).toContainText('Wacht tot de invoer weer aan staat');
	for (const page of [regie, anna.page, screen]) expect(await axeFaults(page)).toEqual([]);
	await anna.page.reload();
	await expect(anna.card(CARD)).toContainText('Wacht tot de invoer weer aan staat');
	await regie.getByRole('button', { name: 'Laat verder schrijven' }).click();
	await expect(anna.card(CARD)).toContainText('Bewaard');
	await expect(screen.getByText('Invoer staat stil')).toHaveCount(0);
}

async function spotlight({ hall, regie, anna, screen }: Seats): Promise<void> {
	await hall.moveTo('bottlenecks', 'sharing');
	const piece = regie.getByRole('option').filter({ hasText: CARD });
	await piece.click();
	await regie.getByRole('button', { name: 'Zet in beeld' }).click();
	await expect(screen.getByRole('heading', { level: 1 })).toHaveText(CARD);
	await expect(anna.card(CARD)).toContainText('In beeld');
	for (const page of [regie, anna.page, screen]) expect(await axeFaults(page)).toEqual([]);
	await piece.focus();
	await regie.keyboard.press('b');
	await expect(screen.getByRole('heading', { level: 1 })).not.toHaveText(CARD);
	await expect(anna.card(CARD)).not.toContainText('In beeld');
}

async function hide({ hall, regie, anna, screen }: Seats): Promise<void> {
	const { socket } = await hall.join('Bram Kuipers', 'GM0034');
	const text = 'Bureau Zonnestraal werkt tegen';
	const roundId = hall.round('bottlenecks').id;
	await insist(socket, { type: 'PostCard', roundId, text, stepId: null });
	const piece = regie.getByRole('option').filter({ hasText: text });
	const seen = [anna.page.getByText(text), screen.getByText(text)];
	for (const card of seen) await expect(card).toBeVisible();
	await piece.focus();
	await regie.keyboard.press('Escape');
	await regie.keyboard.press(' ');
	await regie.keyboard.press('x');
	for (const card of seen) await expect(card).toHaveCount(0);
	for (const page of [anna.page, screen])
		await expect(page.getByText('Verborgen door de gespreksleider')).toBeVisible();
	await expect(piece).toContainText('Verborgen voor de groep');
	for (const page of [regie, anna.page, screen]) expect(await axeFaults(page)).toEqual([]);
	await anna.page.reload();
	await expect(anna.page.getByText('Verborgen door de gespreksleider')).toBeVisible();
	await piece.click();
	await regie.getByRole('button', { name: 'Toon weer' }).click();
	for (const card of seen) await expect(card).toBeVisible();
	await expect(piece).not.toContainText('Verborgen');
}
