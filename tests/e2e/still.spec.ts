import type { Browser, Page } from '@playwright/test';
import { axeFaults } from './people/axe.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { pageFor } from './people/pages.ts';
import { Participant } from './people/participant.ts';

const FIRST = 'Toezicht kreeg de melding te laat';
const SECOND = 'Niemand wist wie er belde';
const THIRD = 'De gegevens pasten niet op elkaar';
const STACK = 'Alles te laat';

interface Seats {
	readonly hall: RunHall;
	readonly regie: Page;
	readonly anna: Participant;
	/** Bram posts a card. */
	readonly post: (text: string) => Promise<void>;
	/** Takes a card of theirs away again. */
	readonly withdraw: (text: string) => Promise<void>;
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
	await test.step('who leads acts on a stack that is gone by now', () => actOnStale(seats));
	await test.step('a card that its writer takes away is gone from every board', () => withdrawCard(seats));
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

async function actOnStale({ hall, regie }: Seats): Promise<void> {
	const piece = (text: string) => regie.getByRole('option').filter({ hasText: text });
	const { id: roundId, cards } = hall.round('bottlenecks');
	const items = Object.keys(cards).map((id) => ({ kind: 'card', id }) as const);
	await hall.facilitate({ type: 'MakeCluster', roundId, title: STACK, items });
	await expect(piece(STACK)).toBeVisible();
	await regie.getByRole('button', { name: 'Zet bord stil' }).click();
	const [clusterId = ''] = Object.keys(hall.round('bottlenecks').clusters);
	await hall.facilitate({ type: 'TakeApart', roundId, clusterId });
	expect(await axeFaults(regie)).toEqual([]);
	await piece(STACK).click();
	await regie.keyboard.press('u');
	await expect(regie.getByText('Deze stapel is er niet meer.')).toBeVisible();
	await expect(piece(STACK)).toBeVisible();
	await regie.getByLabel('Nieuwe stap').fill('Melding');
	await regie.keyboard.press('Enter');
	await expect(regie.getByRole('button', { name: 'Zet bord stil' })).toHaveAttribute('aria-pressed', 'false');
	await expect(piece(STACK)).toHaveCount(0);
	await expect(piece(FIRST)).toBeVisible();
}

async function withdrawCard({ anna, withdraw }: Seats): Promise<void> {
	await anna.page.getByRole('button', { name: 'Zet bord stil' }).click();
	await withdraw(SECOND);
	await expect(anna.card(SECOND)).toHaveCount(0);
	await expect(anna.card(FIRST)).toBeVisible();
}

async function moveOn({ hall, regie, anna }: Seats): Promise<void> {
	await regie.getByRole('button', { name: 'Zet bord stil' }).click();
	await hall.moveTo('bottlenecks', 'arranging');
	await anna.isAtStage('Ordenen');
	for (const page of [regie, anna.page])
		await expect(page.getByRole('button', { name: 'Zet bord stil' })).toHaveAttribute(
			'aria-pressed',
			'false'
		);
	await anna.sees(FIRST);
}
