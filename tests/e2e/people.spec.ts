import type { Browser, Locator, Page } from '@playwright/test';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { expect, RunHall, test } from './people/organised.ts';
import { isAccessible, newPage, pageFor, PHONE } from './people/pages.ts';
import { Participant } from './people/participant.ts';

const FIVE = ['Assen', 'Groningen', 'Leeuwarden', 'Meppel', 'Zwolle'];

/** An open worksession, and the page on which Femke leads it. */
async function anOpenDay(
	browser: Browser,
	organiser: WebVisitor
): Promise<{ readonly hall: RunHall; readonly regie: Page }> {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
	return { hall, regie };
}

const peopleOf = (regie: Page): Locator => regie.getByRole('complementary', { name: 'Mensen' });

/** Chooses something of the menu of one person. */
async function choose(regie: Page, name: string, act: string): Promise<void> {
	const more = peopleOf(regie).getByRole('button', { name: `Meer over ${name}`, exact: true });
	if (!(await more.isVisible())) await peopleOf(regie).getByText('Alle mensen').click();
	await more.click();
	await regie.getByRole('menuitem', { name: act }).click();
}

async function signOn(page: Page, code: string, name: string): Promise<void> {
	await page.goto(`/deelnemen/${code}`);
	await page.getByLabel('Je naam').fill(name);
}

async function choosePlace(page: Page, municipality: string): Promise<void> {
	await page.getByRole('combobox', { name: 'Je gemeente' }).fill(municipality);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: `Haal ${municipality} weg` })).toBeVisible();
}

async function goIn(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expect(page).toHaveURL(/\/sessie\//);
}

test(
	'an observer, a partner and somebody for five municipalities join, and are counted each as what they are',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const { hall, regie } = await anOpenDay(browser, organiser);

		const observer = await newPage(browser, organiser.origin);
		await signOn(observer, hall.code, 'Oda Visser');
		await observer.getByRole('radio', { name: /^Ik kijk alleen mee/ }).check();
		await isAccessible(observer);
		await goIn(observer);

		const partner = await newPage(browser, organiser.origin);
		await signOn(partner, hall.code, 'Pim de Boer');
		await partner.getByRole('radio', { name: /^Een partner/ }).check();
		await partner.getByRole('button', { name: 'Doe mee' }).click();
		const organisation = partner.getByLabel('Je organisatie');
		await expect(organisation).toBeFocused();
		await expect(partner.getByText('Vul in van welke organisatie je komt.')).toBeVisible();
		await isAccessible(partner);
		await organisation.fill('CBS');
		await goIn(partner);

		const phone = await newPage(browser, organiser.origin, PHONE);
		await signOn(phone, hall.code, 'Vera Mulder');
		await phone.getByRole('button', { name: 'Doe mee' }).click();
		await expect(phone.getByText('Kies je gemeente.')).toBeVisible();
		for (const municipality of FIVE) await choosePlace(phone, municipality);
		await isAccessible(phone);
		await goIn(phone);

		await hall.when(
			(_, { people, observers, partners, municipalities }) =>
				people === 2 && observers === 1 && partners['CBS'] === 1 && Object.keys(municipalities).length === 5
		);
		const panel = peopleOf(regie);
		await expect(panel.getByText('2 van 2', { exact: true })).toBeVisible();
		await expect(panel.getByText('5 gemeenten')).toBeVisible();
		for (const place of [...FIVE, 'CBS', 'Kijkt mee'])
			await expect(panel.getByRole('listitem').filter({ hasText: place })).toHaveCount(1);
		await expect(panel.getByText('1 partner')).toBeVisible();
		await isAccessible(regie);

		await hall.moveTo('bottlenecks', 'writing');
		await panel.getByText('2 mensen hebben nog geen kaart').click();
		await expect(panel.getByText('Pim de Boer', { exact: true })).toBeVisible();
		await expect(panel.getByText('Oda Visser')).toHaveCount(0);
		hall.leave();
	}
);

test('on a day for both groups somebody says what their municipality is for the theme, and their function can go', async ({
	browser,
	organiser
}) => {
	const { hall, regie } = await anOpenDay(browser, organiser);
	await hall.facilitate({ type: 'ChangeFacts', over: null, facts: { ...hall.shared.facts, group: 'mixed' } });
	const page = await newPage(browser, organiser.origin);
	await signOn(page, hall.code, 'Anna de Wit');
	await choosePlace(page, 'Groningen');
	await page.getByLabel('Je functie').fill('Jurist Kanarie');
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expect(page.getByText('Kies koploper of volger.')).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Koploper' })).toBeFocused();
	await isAccessible(page);
	await page.getByRole('radio', { name: 'Koploper' }).check();
	await goIn(page);
	await hall.when(({ facilitator }) =>
		Object.values(facilitator?.participations ?? {}).some(({ role }) => role === 'frontrunner')
	);
	await choose(regie, 'Anna de Wit', 'Haal weg wat deze persoon over zichzelf zei');
	await expect(peopleOf(regie).getByText('Groningen, koploper, Jurist Kanarie')).toBeVisible();
	const dialog = regie.getByRole('alertdialog');
	await isAccessible(regie);
	await dialog.getByLabel('Waarom').fill('Herkenbaar');
	await dialog.getByRole('button', { name: 'Haal weg' }).click();
	await expect(peopleOf(regie).getByText('Groningen, koploper, […]')).toBeVisible();
	hall.leave();
});

test(
	'a doubled person becomes one, with all cards and the draft, on both devices',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const { hall, regie } = await anOpenDay(browser, organiser);
		const els = { name: 'Els Bakker', municipality: 'Groningen', functionName: 'Jurist' };
		const laptop = new Participant(await newPage(browser, organiser.origin));
		await laptop.join(hall.code, els);
		const phone = new Participant(await newPage(browser, organiser.origin, PHONE));
		await phone.join(hall.code, { ...els, name: 'els bakker' });
		await hall.moveTo('bottlenecks', 'writing');
		await laptop.write('Van de laptop');
		await phone.write('Van de telefoon');
		await phone.composer.fill('Nog niet af');

		const panel = peopleOf(regie);
		await expect(panel.getByText('els bakker lijkt dubbel')).toBeVisible();
		await panel.getByRole('button', { name: /^Voeg samen.*els bakker/ }).click();
		const dialog = regie.getByRole('dialog', { name: 'els bakker samenvoegen' });
		const stays = dialog.getByRole('radio', { name: /^Els Bakker.*Groningen, Jurist, 1 kaart/ });
		await expect(stays).toBeChecked();
		await isAccessible(regie);
		await dialog.getByRole('button', { name: 'Voeg samen' }).click();
		await expect(dialog).toBeHidden();
		await expect(panel.getByText('lijkt dubbel')).toHaveCount(0);

		for (const device of [laptop, phone])
			for (const text of ['Van de laptop', 'Van de telefoon'])
				await expect(device.card(text)).toContainText('Bewaard');
		await expect(phone.composer).toHaveValue('Nog niet af');
		await phone.composer.press('Enter');
		await expect(laptop.card('Nog niet af')).toContainText('Bewaard');
		await laptop.write('Na het samenvoegen');
		await expect(phone.card('Na het samenvoegen')).toBeVisible();
		await hall.when((_, { people }) => people === 1);
		await expect(panel.getByText('1 van 1', { exact: true })).toBeVisible();
		hall.leave();
	}
);

test('a doubled person under another name is found and merged into the one who came last', async ({
	browser,
	organiser
}) => {
	const { hall, regie } = await anOpenDay(browser, organiser);
	await hall.join('Bram', 'GM0363');
	await hall.join('Smit, Bram', 'GM0363');
	for (let nth = 1; nth <= 8; nth += 1) await hall.join(`Deelnemer ${nth}`, 'GM0014');
	await hall.when((_, { people }) => people === 10);
	await peopleOf(regie).getByLabel('Zoek in mensen').fill('bram');
	await expect(peopleOf(regie).getByRole('button', { name: /^Meer over/ })).toHaveCount(2);
	await choose(regie, 'Bram', 'Voeg samen met …');
	const dialog = regie.getByRole('dialog', { name: 'Bram samenvoegen' });
	await expect(dialog.getByText('Kies eerst met wie.')).toBeVisible();
	await isAccessible(regie);
	await dialog.getByLabel('Zoek in mensen').fill('smit');
	await dialog.getByRole('group', { name: 'Met wie?' }).getByRole('radio').check();
	await dialog.getByRole('group', { name: 'Wie blijft?' }).getByRole('radio', { name: /^Smit/ }).check();
	await dialog.getByRole('button', { name: 'Voeg samen' }).click();
	await hall.when(({ facilitator }, { people }) => {
		const names = Object.values(facilitator?.participations ?? {}).map(({ name }) => name);
		return people === 9 && names.includes('Smit, Bram') && !names.includes('Bram');
	});
	hall.leave();
});

test(
	'a disturber is sent away with their cards, reads why, learns nothing more, and is let in again',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const { hall, regie } = await anOpenDay(browser, organiser);
		const dirk = new Participant(await newPage(browser, organiser.origin, PHONE));
		await dirk.join(hall.code, { name: 'Dirk Storm', municipality: 'Assen', functionName: '' });
		const { web } = await hall.join('Anna de Wit', 'GM0014');
		await hall.moveTo('bottlenecks', 'writing');
		await dirk.write('Onzin van Dirk');
		await hall.moveTo('bottlenecks', 'sharing');
		const anna = new Participant(await pageFor(browser, web));
		await anna.page.goto(`/sessie/${hall.id}`);
		await anna.sees('Onzin van Dirk');

		await choose(regie, 'Dirk Storm', 'Stuur weg');
		const dialog = regie.getByRole('alertdialog', { name: 'Dirk Storm wegsturen?' });
		await dialog.getByLabel('Haal ook de kaarten weg').check();
		await isAccessible(regie);
		await dialog.getByRole('button', { name: 'Stuur weg' }).click();
		await expect(dialog).toBeHidden();
		await anna.seesNot('Onzin van Dirk');
		const banner = dirk.page.locator('.banner').filter({ hasText: 'heeft je uit deze sessie gehaald' });
		await expect(banner).toBeVisible();
		await isAccessible(dirk.page);

		const heard = dirk.traffic.framesWith(/^42/).length;
		await hall.facilitate({ type: 'SendMessage', text: 'Dit is voor wie er nog is' });
		await expect(anna.page.locator('.banner').filter({ hasText: 'Dit is voor wie er nog is' })).toBeVisible();
		expect(dirk.traffic.framesWith(/^42/)).toHaveLength(heard);
		await dirk.page.reload();
		await expect(dirk.page.getByRole('heading', { level: 1 })).toHaveText('Je bent niet meer in deze sessie');
		await isAccessible(dirk.page);
		expect(dirk.traffic.framesWith(/^42/)).toHaveLength(heard);
		await hall.when((_, { people }) => people === 1);

		await isAccessible(regie);
		await peopleOf(regie)
			.getByRole('button', { name: /^Laat weer toe.*Dirk Storm/ })
			.click();
		await expect(peopleOf(regie).getByText('Weggestuurd')).toHaveCount(0);
		await dirk.page.getByRole('link', { name: 'Kijk of je weer mee mag doen' }).click();
		await dirk.isConnected();
		await dirk.seesNot('Onzin van Dirk');
		await expect(peopleOf(regie).getByText(/van 2$/)).toBeVisible();
		hall.leave();
	}
);

test('of anonymous cards nobody learns whose they were by sending somebody away', async ({
	browser,
	organiser
}) => {
	const { hall, regie } = await anOpenDay(browser, organiser);
	await hall.facilitate({ type: 'ChangeAuthorVisibility', authorVisibility: 'anonymous-in-room' });
	await hall.join('Dirk Storm', 'GM0106');
	await hall.moveTo('bottlenecks', 'writing');
	await expect(peopleOf(regie).getByText(/nog geen kaart/)).toHaveCount(0);
	await choose(regie, 'Dirk Storm', 'Stuur weg');
	const dialog = regie.getByRole('alertdialog', { name: 'Dirk Storm wegsturen?' });
	await expect(dialog.getByText('De kaarten blijven staan.')).toBeVisible();
	await expect(dialog.getByRole('checkbox')).toHaveCount(0);
	await dialog.getByRole('button', { name: 'Stuur weg' }).click();
	await hall.when((_, { people }) => people === 0);
	hall.leave();
});

test(
	'a locked lobby says so before and after somebody fills in the form, and keeps what they typed',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const { hall, regie } = await anOpenDay(browser, organiser);
		const early = await newPage(browser, organiser.origin);
		await signOn(early, hall.code, 'Anna de Wit');
		await choosePlace(early, 'Groningen');
		await peopleOf(regie).getByRole('button', { name: 'Doe de zaal op slot' }).click();
		await expect(regie.getByText('De zaal is op slot. Niemand kan er nu bij.')).toHaveCount(2);
		await isAccessible(regie);

		const late = await newPage(browser, organiser.origin);
		await late.goto(`/deelnemen/${hall.code}`);
		await expect(late.getByRole('heading', { level: 1 })).toHaveText(
			'De gespreksleider laat nu niemand meer binnen'
		);
		await isAccessible(late);
		await early.getByRole('button', { name: 'Doe mee' }).click();
		await expect(early.getByRole('form').getByRole('alert')).toContainText(
			'De gespreksleider laat nu niemand meer binnen'
		);
		await expect(early.getByLabel('Je naam')).toHaveValue('Anna de Wit');
		await isAccessible(early);

		await peopleOf(regie).getByRole('button', { name: 'Haal de zaal van slot' }).click();
		await expect(late.getByRole('heading', { level: 1 })).toHaveText('Wie ben je?');
		await goIn(early);
		await hall.when((_, { people }) => people === 1);
		hall.leave();
	}
);
