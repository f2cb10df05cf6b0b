import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

const CARD = 'Elk convenant is anders';
const IDEA = 'Een lijst met vaste begrippen';
const DECISION = 'We maken eerst de lijst';
const REMARK = 'Eerst de juristen';
const ACTION = 'Vraag de juristen om hun lijst';

test('a card gets its category, and the day its product idea, decision and action, all of which the record tells', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const { socket, web } = await hall.join('Anna de Wit', 'GM0014');
	await hall.moveTo('bottlenecks', 'writing');
	const roundId = hall.round('bottlenecks').id;
	await insist(socket, { type: 'PostCard', roundId, text: CARD, stepId: null });
	await hall.moveTo('bottlenecks', 'arranging');
	const page = await pageFor(browser, organiser);
	const { keyboard } = page;
	await page.goto(`/sessies/${hall.id}/regie`);
	const card = page.getByRole('listbox').getByRole('option').filter({ hasText: CARD });

	await test.step('the category, by keyboard', async () => {
		await card.click();
		await keyboard.press('k');
		const dialog = page.getByRole('dialog', { name: 'Kies soort' });
		await expect(dialog.getByLabel('Zoek een soort')).toBeFocused();
		await isAccessible(page);
		const first = (await dialog.getByRole('radio').first().locator('..').innerText()).split('\n')[0] ?? '';
		await keyboard.press('Enter');
		await expect(dialog).toBeHidden();
		await expect(card).toContainText(first);
	});

	await test.step('the parking lot, by keyboard', async () => {
		await keyboard.press('r');
		const dialog = page.getByRole('dialog', { name: 'Parkeerplaats' });
		await dialog.getByLabel('Wat moet er later gebeuren?').fill(REMARK);
		await dialog.getByLabel('Wie?').selectOption({ label: 'Anna de Wit · Groningen' });
		await isAccessible(page);
		await dialog.getByRole('button', { name: 'Parkeer' }).click();
		await expect(dialog).toBeHidden();
		await expect(card).toContainText('Geparkeerd');
		await page.getByRole('button', { name: 'Geparkeerd' }).click();
		await expect(page.getByRole('search').getByRole('status')).toContainText('1');
		await page.getByRole('button', { name: /^Parkeerplaats/ }).click();
		await expect(dialog).toContainText('Anna de Wit, Groningen');
		await dialog.getByRole('button', { name: /^Wijzig wie/ }).click();
		const owner = dialog.getByRole('form', { name: /^Wijzig wie/ });
		await owner.getByLabel('Wie?').selectOption({ label: 'Iemand anders' });
		await owner.getByLabel('Iemand anders').fill('CBS');
		await isAccessible(page);
		await keyboard.press('Enter');
		await expect(dialog.getByRole('button', { name: /^Wijzig wie/ })).toBeFocused();
		await expect(dialog.getByRole('listitem')).toContainText('CBS');
		await dialog.getByRole('button', { name: /^Haal van/ }).click();
		await expect(dialog.getByRole('listitem')).toHaveCount(0);
		await dialog.getByRole('button', { name: 'Zet terug' }).click();
		await expect(dialog.getByRole('listitem')).toContainText('CBS');
		await keyboard.press('Escape');
	});

	await test.step('the product idea', async () => {
		await page.getByRole('button', { name: /^Productideeën/ }).click();
		const list = page.getByRole('dialog', { name: 'Productideeën' });
		await isAccessible(page);
		await list.getByRole('button', { name: 'Nieuw productidee' }).click();
		await page.getByLabel('Wat moet er komen?').fill(IDEA);
		await isAccessible(page);
		await keyboard.press('Enter');
		await expect(list.getByText(IDEA)).toBeVisible();
		await expect.poll(() => hall.shared.ideas.map(({ title }) => title)).toEqual([IDEA]);
		await keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	});

	await test.step('the decision and the action', async () => {
		await page.getByRole('button', { name: /^Besluiten en acties/ }).click();
		const decision = page.getByRole('form', { name: 'Nieuw besluit' });
		await decision.getByLabel('Wat is besloten?').fill(DECISION);
		await decision.getByRole('button', { name: 'Zet erbij' }).click();
		const action = page.getByRole('form', { name: 'Nieuwe actie' });
		await action.getByLabel('Wat gaat er gebeuren?').fill(ACTION);
		await action.getByLabel('Waar volgt dit uit?').selectOption(`${DECISION} · Besluit`);
		await action.getByRole('button', { name: 'Zet erbij' }).click();
		await expect(page.getByText(DECISION, { exact: true })).toBeVisible();
		await expect(page.getByText(`Volgt uit: ${DECISION}`)).toBeVisible();
		await expect(page.getByText(ACTION)).toBeVisible();
		await isAccessible(page);
	});

	await test.step('the decision is changed in its place', async () => {
		await page.getByRole('button', { name: `Wijzig ${DECISION}` }).click();
		const form = page.getByRole('form', { name: 'Wijzig besluit' });
		await expect(form.getByLabel('Wat is besloten?')).toBeFocused();
		await form.getByLabel('Waarom?').fill('Bel 06-12345678');
		await expect(form.getByText('Staat hier een telefoonnummer?')).toBeVisible();
		await isAccessible(page);
		await form.getByLabel('Waarom?').fill('Elf gemeenten vragen erom');
		await keyboard.press('Enter');
		await expect(page.getByRole('button', { name: `Wijzig ${DECISION}` })).toBeFocused();
		await expect(page.getByText(/^Gewijzigd om/)).toBeVisible();
	});

	await test.step('the words of the action are taken away for good', async () => {
		await page.getByRole('button', { name: `Haal tekst weg: ${ACTION}` }).click();
		await page.getByLabel('Waarom?').fill('Een naam');
		await isAccessible(page);
		await page.getByRole('button', { name: 'Haal weg', exact: true }).click();
		await expect(page.getByText('[…]')).toBeVisible();
		await page.getByRole('button', { name: 'Wis wat weg is' }).click();
		await isAccessible(page);
		await keyboard.press('Escape');
	});

	await test.step('whoever takes part reads the product idea in the round about ideas', async () => {
		const toIndex = hall.shared.agenda.length;
		await hall.facilitate({ type: 'AddRound', kind: 'ideas', settings: null, toIndex });
		await hall.when(({ rounds }) => Object.values(rounds).some(({ kind }) => kind === 'ideas'));
		await hall.moveTo('ideas', 'sharing');
		const anna = await pageFor(browser, web);
		await anna.goto(`/sessie/${hall.id}`);
		await expect(anna.getByRole('heading', { name: IDEA })).toBeVisible();
		await isAccessible(anna);
	});

	await page.goto(`/sessies/${hall.id}/verslag`);
	await expect(
		page.getByText('Van een actie: Tekst weggehaald door de gespreksleider: Een naam')
	).toBeVisible();
	expect(await page.content()).not.toContain(ACTION);
	for (const text of [IDEA, DECISION, REMARK]) await expect(page.getByText(text).first()).toBeVisible();
	await isAccessible(page);
	hall.leave();
});
