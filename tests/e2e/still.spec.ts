import type { Browser, Page } from '@playwright/test';
import { axeFaults, bringAxe } from './people/axe.ts';
import { expect, insist, lendCookies, RunHall, test } from './people/organised.ts';
import { Participant } from './people/participant.ts';

const FIRST = 'Toezicht kreeg de melding te laat';
const SECOND = 'Niemand wist wie er belde';
const THIRD = 'De gegevens pasten niet op elkaar';
const GONE = /is er niet meer|bestaat niet meer/;

interface Seats {
	readonly hall: RunHall;
	readonly regie: Page;
	readonly anna: Participant;
	/** Bram posts a card. */
	readonly post: (text: string) => Promise<void>;
	/** Takes a card of theirs away again. */
	readonly withdraw: (text: string) => Promise<void>;
}

async function pageFor(browser: Browser, visitor: Parameters<typeof lendCookies>[0]): Promise<Page> {
	const context = await browser.newContext({ baseURL: visitor.origin });
	await bringAxe(context);
	await lendCookies(visitor, context);
	return context.newPage();
}

async function takeSeats(browser: Browser, organiser: Parameters<typeof RunHall.prepare>[0]): Promise<Seats> {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const { web } = await hall.join('Anna de Wit', 'GM0014');
	const { socket } = await hall.join('Bram Bos', 'GM0014');
	await hall.moveTo('bottlenecks', 'writing');
	const roundId = hall.round('bottlenecks').id;
	const post = (text: string) => insist(socket, { type: 'PostCard', roundId, text, stepId: null });
	const withdraw = async (text: string) => {
		const { own } = await socket.when((view) =>
			Object.values(view.own?.cards ?? {}).some((card) => card.text === text)
		);
		const card = Object.values(own?.cards ?? {}).find((candidate) => candidate.text === text);
		await insist(socket, { type: 'WithdrawCard', roundId, cardId: card?.id ?? '' });
	};
	await post(FIRST);
	await post(SECOND);
	await hall.moveTo('bottlenecks', 'sharing');
	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
	const anna = new Participant(await pageFor(browser, web));
	await anna.page.goto(`/sessie/${hall.id}`);
	await anna.isConnected();
	return { hall, regie, anna, post, withdraw };
}

test('a board that stands still is still for one reader, by keyboard too, and runs on at the next stage', async ({
	browser,
	organiser
}) => {
	const seats = await takeSeats(browser, organiser);
	await test.step('a participant lets the board stand still', () => standStill(seats));
	await test.step('who leads acts on a card that is gone by now', () => actOnStale(seats));
	await test.step('the next stage lets every board run', () => moveOn(seats));
	seats.hall.leave();
});

async function standStill({ regie, anna, post }: Seats): Promise<void> {
	const hold = anna.page.getByRole('button', { name: 'Zet bord stil' });
	await hold.focus();
	await anna.page.keyboard.press('Enter');
	const run = anna.page.getByRole('button', { name: 'Laat bord lopen' });
	await expect(run).toBeFocused();
	await expect(run).toHaveAttribute('aria-pressed', 'true');
	await post(THIRD);
	await expect(run).toHaveText('Laat bord lopen, 1 nieuw');
	await expect(anna.card(THIRD)).toHaveCount(0);
	await expect(regie.getByRole('option').filter({ hasText: THIRD })).toBeVisible();
	expect(await axeFaults(anna.page)).toEqual([]);
	await anna.page.keyboard.press('Enter');
	await expect(anna.card(THIRD)).toBeVisible();
	await expect(hold).toBeFocused();
	await expect(hold).toHaveAttribute('aria-pressed', 'false');
}

async function actOnStale({ regie, anna, withdraw }: Seats): Promise<void> {
	const piece = (text: string) => regie.getByRole('option').filter({ hasText: text });
	const title = regie.getByLabel('Titel van de stapel');
	await regie.getByRole('button', { name: 'Zet bord stil' }).click();
	await withdraw(SECOND);
	await expect(anna.card(SECOND)).toHaveCount(0);
	await expect(piece(SECOND)).toBeVisible();
	expect(await axeFaults(regie)).toEqual([]);
	await piece(FIRST).click();
	await piece(SECOND).click();
	await regie.keyboard.press('s');
	await title.fill('Te laat');
	await title.press('Enter');
	await expect(regie.getByRole('dialog')).toContainText(GONE);
	await regie.keyboard.press('Escape');
	await piece(SECOND).click();
	await piece(THIRD).click();
	await regie.keyboard.press('s');
	await title.fill('Te laat');
	await title.press('Enter');
	await expect(piece('Te laat')).toBeVisible();
	await expect(piece(SECOND)).toHaveCount(0);
	await expect(regie.getByRole('button', { name: 'Zet bord stil' })).toHaveAttribute('aria-pressed', 'false');
}

async function moveOn({ hall, regie, anna }: Seats): Promise<void> {
	for (const page of [regie, anna.page]) await page.getByRole('button', { name: 'Zet bord stil' }).click();
	await hall.moveTo('bottlenecks', 'arranging');
	await anna.isAtStage('Ordenen');
	for (const page of [regie, anna.page])
		await expect(page.getByRole('button', { name: 'Zet bord stil' })).toHaveAttribute(
			'aria-pressed',
			'false'
		);
	await anna.sees('Te laat');
}
