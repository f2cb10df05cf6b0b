import type { Page } from '@playwright/test';
import type { ItemRef } from '#lib/domain/board/item.ts';
import type { Command } from '#lib/domain/commands.ts';

import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor, PHONE } from './people/pages.ts';

const CARDS = ['Mag dit wel?', 'De gegevens kloppen niet', 'Geen tijd'] as const;

/** A vote with three dots per municipality, at most two on one card. Anna and Bram come for Groningen, Carla for Zwolle. */
test('people of one municipality share their dots, what ties is voted on again, and both results are kept', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const anna = await hall.join('Anna de Wit', 'GM0014');
	const bram = await hall.join('Bram Öztürk', 'GM0014');
	const carla = await hall.join('Carla Smit', 'GM0193');
	await hall.moveTo('bottlenecks', 'writing');
	const { id: roundId, settings } = hall.round('bottlenecks');
	const shared = {
		...settings,
		note: '',
		dotBudget: 3,
		budgetPer: 'municipality',
		dotsPerItemMax: 2
	} as const;
	await hall.facilitate({ type: 'ChangeRound', roundId, settings: shared });
	for (const text of CARDS) await insist(carla.socket, { type: 'PostCard', roundId, text, stepId: null });
	await hall.moveTo('bottlenecks', 'voting');
	await hall.when(({ rounds }) => Object.keys(rounds[roundId]?.cards ?? {}).length === CARDS.length);
	const itemOf = (text: string): ItemRef => {
		const card = Object.values(hall.round('bottlenecks').cards).find((one) => one.text === text);
		return { kind: 'card', id: card?.id ?? '' };
	};
	const dot = (text: string): Command => ({ type: 'PlaceDot', roundId, item: itemOf(text) });

	const phone = await pageFor(browser, anna.web, PHONE);
	await phone.goto(`/sessie/${hall.id}`);
	await expect(phone.getByText('Met anderen van Groningen heb je samen 3 stippen')).toBeVisible();
	await insist(bram.socket, dot(CARDS[0]));
	const first = rowOf(phone, CARDS[0]);
	await expect(first.getByText('en 1 stip van anderen')).toBeVisible();
	await expect(phone.getByText('Nog 2 van 3')).toBeVisible();
	const place = first.getByRole('button', { name: 'Zet een stip op' });
	await place.press('Enter');
	await expect(first.getByText('1 van hoogstens 2 stippen')).toBeAttached();
	await expect(place).toHaveAttribute('aria-disabled', 'true');
	await isAccessible(phone);

	for (const text of [CARDS[1], CARDS[1], CARDS[2]]) await insist(carla.socket, dot(text));
	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	await expect(regie.getByText('1 van de 2 gemeenten heeft alle stippen gezet').first()).toBeVisible();
	await hall.moveTo('bottlenecks', 'closed');
	await expect(regie.getByText(`Gelijk op plaats 1: “${CARDS[1]}” en “${CARDS[0]}”`)).toBeVisible();

	await regie.getByRole('button', { name: 'Stem opnieuw' }).click();
	const dialog = regie.getByRole('dialog');
	await dialog.getByRole('radio', { name: /Wat gelijk eindigde/ }).check();
	await isAccessible(regie);
	await dialog.getByRole('button', { name: 'Start stemmen' }).click();
	await expect(phone.getByText('Jullie stemmen opnieuw, met nieuwe stippen, over 2 kaarten')).toBeVisible();
	await expect(rowOf(phone, CARDS[2])).toHaveCount(0);
	await phone.getByText('Stemming 1').click();
	await expect(phone.getByRole('list', { name: 'Stemming 1' }).getByText('2 stippen')).toHaveCount(2);

	await insist(bram.socket, dot(CARDS[1]));
	await hall.moveTo('bottlenecks', 'closed');
	// What was voted before stands there while people vote as well.
	await expect(phone.getByRole('list', { name: /^Uitslag/ })).toBeVisible();
	await expect(phone.getByText('Eerder gestemd')).toBeVisible();
	await isAccessible(phone);
	await regie.goto(`/sessies/${hall.id}/verslag`);
	await expect(regie.getByRole('heading', { name: 'Stemming 2' })).toBeVisible();
	await isAccessible(regie);
	hall.leave();
});

function rowOf(page: Page, title: string) {
	return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
}
