import type { Browser, Locator, Page } from '@playwright/test';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

const SECRET = 'Mevrouw Kanarie, Dorpsstraat 4';

/** The regie of a worksession in which Anna takes part. */
async function aDay(browser: Browser, organiser: WebVisitor) {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const anna = await hall.join('Anna Bos', 'GM0014');
	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
	return { hall, regie, anna };
}

const peopleOf = (regie: Page): Locator => regie.getByRole('complementary', { name: 'Mensen' });

async function choose(regie: Page, act: string): Promise<void> {
	const more = peopleOf(regie).getByRole('button', { name: 'Meer over Els de Wit', exact: true });
	if (!(await more.isVisible())) await peopleOf(regie).getByText('Alle mensen').click();
	await more.click();
	await regie.getByRole('menuitem', { name: act }).click();
}

test('somebody without a device is added, written for, given their dots and looked back with', async ({
	browser,
	organiser
}) => {
	const { hall, regie } = await aDay(browser, organiser);
	await peopleOf(regie).getByRole('button', { name: 'Iemand zonder apparaat' }).click();
	const add = regie.getByRole('dialog', { name: 'Iemand zonder apparaat toevoegen' });
	await add.getByLabel('Naam').fill('Els de Wit');
	await add.getByRole('combobox', { name: 'Gemeente' }).fill('Zwolle');
	await regie.keyboard.press('Enter');
	await isAccessible(regie);
	await add.getByRole('button', { name: 'Voeg toe' }).click();
	await expect(add).toBeHidden();

	await hall.moveTo('bottlenecks', 'writing');
	await choose(regie, 'Schrijf een kaart');
	await regie.getByLabel('Wat zegt Els de Wit?').fill('Het duurt te lang');
	await regie.keyboard.press('Enter');
	await expect(regie.getByText('Bewaard. Je kunt de volgende kaart schrijven.')).toBeVisible();
	await isAccessible(regie);
	await regie.getByRole('button', { name: 'Wijzig Het duurt te lang' }).click();
	await regie.getByLabel('Wat staat er op de kaart?').fill('Het duurt veel te lang');
	await isAccessible(regie);
	await regie.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(regie.getByRole('button', { name: 'Wijzig Het duurt veel te lang' })).toBeFocused();
	await regie.getByLabel('Wat zegt Els de Wit?').fill('Liever niet van ons');
	await regie.getByRole('checkbox', { name: 'Zonder te zeggen waar Els de Wit vandaan komt' }).check();
	await regie.getByRole('button', { name: 'Bewaar kaart' }).click();
	await expect(regie.getByLabel('Wat zegt Els de Wit?')).toHaveValue('');
	await regie.getByLabel('Wat zegt Els de Wit?').fill('Vergis ik me');
	await regie.keyboard.press('Enter');
	await regie.getByRole('button', { name: 'Trek in: Vergis ik me' }).click();
	await expect(regie.getByText('De kaart is ingetrokken.')).toBeVisible();
	await regie.getByRole('button', { name: 'Klaar', exact: true }).click();

	await hall.moveTo('bottlenecks', 'voting');
	await choose(regie, 'Geef stippen');
	await regie.getByRole('button', { name: 'Geef een stip aan: Het duurt veel te lang' }).click();
	await expect(regie.getByText('Stippen gegeven: 1')).toBeVisible();
	await isAccessible(regie);
	const cards = Object.values(hall.round('bottlenecks').cards);
	const card = cards.find(({ text }) => text === 'Het duurt veel te lang');
	expect(card).toMatchObject({ isWrittenFor: true, author: { municipalities: ['GM0193'] } });
	const without = cards.find(({ text }) => text === 'Liever niet van ons');
	expect(without).toMatchObject({ isWrittenFor: false, author: null });
	expect(cards).toHaveLength(2);

	await regie.getByRole('button', { name: 'Klaar', exact: true }).click();
	await hall.facilitate({ type: 'StartWrapUp' });
	await choose(regie, 'Kijk kaarten na');
	const hers = regie.getByRole('dialog', { name: 'De kaarten van Els de Wit' });
	await hers.getByRole('radio', { name: 'Verbeter' }).check();
	await hers.getByLabel('Zo bedoelde Els de Wit het').fill('Het duurt een jaar');
	await isAccessible(regie);
	await hers.getByRole('button', { name: 'Klaar', exact: true }).click();
	await expect(regie.getByText('1 van 2 kaarten bekeken')).toBeVisible();
	await choose(regie, 'Geef cijfer voor de dag');
	const mark = regie.getByRole('dialog', { name: 'Was deze dag de tijd van Els de Wit waard?' });
	await mark.getByRole('radio', { name: 'Leverde veel op' }).check();
	await mark.getByRole('button', { name: 'Bewaar cijfer' }).click();
	await expect(mark.getByText('Het cijfer is bewaard.', { exact: false })).toBeVisible();
	await isAccessible(regie);
	await mark.getByRole('button', { name: 'Klaar', exact: true }).click();
	await hall.facilitate({ type: 'CloseWorksession' });
	await regie.goto(`/sessies/${hall.id}/verslag`);
	await expect(regie.getByText('Nagekeken: verbeterd')).toHaveCount(1);
	hall.leave();
});

test('a name on a card is taken away for good: in the regie and in the record', async ({
	browser,
	organiser
}) => {
	const { hall, regie, anna } = await aDay(browser, organiser);
	await hall.moveTo('bottlenecks', 'writing');
	const { id: roundId } = hall.round('bottlenecks');
	await insist(anna.socket, { type: 'PostCard', roundId, text: SECRET, stepId: null });
	await hall.moveTo('bottlenecks', 'sharing');
	await regie.getByRole('option', { name: SECRET }).click();
	await regie.getByRole('button', { name: 'Haal tekst weg' }).click();
	await regie.getByRole('button', { name: 'Haal weg', exact: true }).click();
	await expect(regie.getByText('Schrijf in een paar woorden waarom.')).toBeVisible();
	await isAccessible(regie);
	await regie.getByLabel('Waarom?').fill('Een naam');
	await regie.getByRole('button', { name: 'Haal weg', exact: true }).click();
	await expect(regie.getByText('Tekst weggehaald door de gespreksleider: Een naam')).toBeVisible();
	await expect(regie.getByText(SECRET)).toHaveCount(0);

	await hall.facilitate({ type: 'CloseWorksession' });
	await regie.goto(`/sessies/${hall.id}/verslag`);
	await expect(regie.getByText('Tekst weggehaald door de gespreksleider: Een naam').first()).toBeVisible();
	expect(await regie.content()).not.toContain('Kanarie');
	hall.leave();
});

test('a writer takes the text of their own card away, without a reason', async ({ browser, organiser }) => {
	const { hall, anna } = await aDay(browser, organiser);
	await hall.moveTo('bottlenecks', 'writing');
	const { id: roundId } = hall.round('bottlenecks');
	await insist(anna.socket, { type: 'PostCard', roundId, text: SECRET, stepId: null });
	const page = await pageFor(browser, anna.web);
	await page.goto(`/sessie/${hall.id}`);
	await page.getByRole('button', { name: /Mevrouw Kanarie/ }).click();
	await page.getByRole('menuitem', { name: 'Haal de tekst voorgoed weg' }).click();
	await isAccessible(page);
	await page.getByRole('button', { name: 'Haal weg', exact: true }).click();
	await expect(page.getByText('Tekst weggehaald door de schrijver')).toBeVisible();
	await expect(page.getByText(SECRET)).toHaveCount(0);
	hall.leave();
});

test('a step of the process is described from its menu, and the record tells it', async ({
	browser,
	organiser
}) => {
	const { hall, regie } = await aDay(browser, organiser);
	await hall.facilitate({ type: 'AddStep', title: 'Signaal', tableId: null, roundId: null, cardIds: [] });
	await hall.moveTo('process', 'sharing');
	await regie.getByRole('button', { name: /Meer over stap 1/ }).click();
	await regie.getByRole('menuitem', { name: 'Stap beschrijven' }).click();
	const dialog = regie.getByRole('dialog', { name: 'Stap 1: Signaal' });
	await dialog.getByLabel('Fase').selectOption('Duiding');
	await dialog.getByLabel('Hulpmiddel').fill('Excel');
	await isAccessible(regie);
	await dialog.getByRole('button', { name: 'Bewaar' }).click();
	await expect(dialog).toBeHidden();
	await regie.goto(`/sessies/${hall.id}/verslag`);
	await expect(regie.getByRole('definition').filter({ hasText: 'Excel' })).toBeVisible();
	await expect(regie.getByText('Duiding')).toBeVisible();
	hall.leave();
});
