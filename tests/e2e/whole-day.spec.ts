import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect, testOnOwnServer as test } from '../kit/e2e.ts';
import type { TestServer } from '../kit/server.ts';
import type { Hands } from './people/hands.ts';
import { KeyHands } from './people/key-hands.ts';
import { PHONE } from './people/pages.ts';
import { TouchHands } from './people/touch-hands.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const TABLET = { ...CLIPBOARD, viewport: { width: 1180, height: 820 }, hasTouch: true };

/** The kinds of hands that a day is done with: what the facilitator and the participants have. */
const HANDS = [
	{ name: 'keys alone', on: (page: Page) => KeyHands.on(page), lead: CLIPBOARD, other: CLIPBOARD },
	{
		name: 'taps alone',
		on: (page: Page) => TouchHands.on(page),
		lead: TABLET,
		other: { ...PHONE, ...CLIPBOARD }
	}
];

interface Cast {
	readonly lead: Hands;
	readonly anna: Hands;
	readonly bram: Hands;
}

for (const { name, on, lead, other } of HANDS)
	test(`a whole day goes by ${name}`, { tag: '@release' }, async ({ browser, server }) => {
		test.setTimeout(400_000);
		const person = async (options: BrowserContextOptions): Promise<Hands> =>
			on(await pageAt(browser, server.url, options));
		const cast: Cast = {
			lead: await person(lead),
			anna: await person(other),
			bram: await person(other)
		};
		const code = await test.step('a session is made and its doors open', () => begin(cast, server));
		await test.step('two people come in', async () => {
			await join(cast.anna, code, 'Anna de Wit', 'Groningen');
			await join(cast.bram, code, 'Bram Öztürk', 'Utrecht');
		});
		await test.step('the process becomes steps', () => makeProcess(cast));
		await test.step('bottlenecks are written', () => writeBottlenecks(cast));
		await test.step('they are arranged', () => arrange(cast.lead));
		await test.step('what lies there is sorted, found and parked', () => sort(cast.lead));
		await test.step('the room votes, and votes again', () => vote(cast));
		await test.step('a need is tied to a bottleneck', () => tieNeed(cast));
		await test.step('an idea comes of it, which the room rates', () => rateIdea(cast));
		await test.step('a decision and an action', () => decide(cast.lead));
		await test.step('the day closes, and the record tells it', () => close(cast.lead));
		for (const { slips } of Object.values(cast)) expect(slips).toEqual([]);
	});

async function pageAt(browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<Page> {
	return (await browser.newContext({ baseURL, ...options })).newPage();
}

async function begin({ lead }: Cast, { organiserLink }: TestServer): Promise<string> {
	const { page } = lead;
	await page.goto(organiserLink ?? '');
	await lead.type(page.getByLabel('Je naam'), 'Femke Bos');
	await lead.press(button(page, 'Log in'));
	await lead.press(page.getByRole('link', { name: 'Nieuwe sessie' }));
	await lead.check(page.getByRole('radio', { name: 'Ondermijning', exact: true }));
	await lead.check(page.getByRole('radio', { name: 'Volgers', exact: true }));
	await lead.type(page.getByLabel('Plaats'), 'Zwolle');
	await lead.type(page.getByLabel('Naam van de sessie'), 'Dag zonder muis');
	await lead.press(button(page, 'Maak de sessie'));
	await lead.press(button(page, 'Pas aan: Knelpunten'));
	await lead.type(page.getByLabel('Vraag', { exact: true }), 'Wat hield ons tegen?');
	await expect(page.getByText('Alles bewaard')).toBeVisible();
	await lead.press(button(page, 'Open de zaal'));
	await expect(page.getByText('Verbonden, alles bewaard')).toBeVisible();
	return page.locator('.code').first().innerText();
}

async function join(person: Hands, code: string, name: string, municipality: string): Promise<void> {
	const { page } = person;
	await page.goto('/');
	await person.type(page.getByLabel('Code van de sessie'), code);
	await person.act('Enter', button(page, 'Ga verder'));
	await person.type(page.getByLabel('Je naam'), name);
	await person.find(
		page.getByRole('combobox', { name: 'Je gemeente' }),
		municipality.slice(0, 5),
		municipality
	);
	await person.type(page.getByLabel('Je functie'), 'Jurist');
	await person.press(button(page, 'Doe mee'));
	await expect(page.getByText('Verbonden', { exact: true })).toBeVisible();
}

async function makeProcess({ lead, anna, bram }: Cast): Promise<void> {
	await goOn(lead, 'Naar Welkom', 'Start ronde 1');
	await startWriting(lead);
	await write(anna, 'Vraag komt binnen');
	await write(bram, 'Team gaat langs');
	await goOn(lead, 'Laat kaarten zien');
	await expect(anna.page.getByRole('main')).toContainText('Team gaat langs');
	await goOn(lead, 'Start ordenen');
	await choose(lead, 'Vraag komt binnen');
	await lead.press(bar(lead, 'Maak stap van kaart'));
	await answer(lead, 'Maak stap van kaart', 'Maak stap');
	const { page } = lead;
	await lead.type(page.getByRole('textbox', { name: 'Nieuwe stap' }), 'Team gaat langs');
	await lead.act('Enter', button(page, 'Voeg stap toe'));
	const steps = page.getByRole('list', { name: 'Stappen van het proces' });
	await lead.pick(button(page, 'Meer over stap 2 Team gaat langs'), 'Zet één plek eerder');
	await expect(steps.getByText('1 Team gaat langs')).toBeVisible();
	await undo(lead);
	await expect(steps.getByText('2 Team gaat langs')).toBeVisible();
}

async function writeBottlenecks({ lead, anna, bram }: Cast): Promise<void> {
	const day = lead.page.getByRole('navigation', { name: 'Dagplanning' });
	await lead.press(day.getByRole('button', { name: /Knelpunten/ }));
	await lead.press(day.getByRole('button', { name: /^Ga hierheen.*Knelpunten/ }));
	await startWriting(lead);
	await expect(anna.page.getByRole('main')).toContainText('Wat hield ons tegen?');
	for (const text of ['Te weinig tijd', 'Tikfoud in de brief', 'Toch maar niet']) await write(anna, text);
	await anna.pick(cardMenu(anna, 'Tikfoud in de brief'), 'Pas aan');
	await anna.type(anna.page.getByLabel('Pas je kaart aan'), 'Tikfout in de brief');
	await anna.act('Enter', button(anna.page, 'Bewaar'));
	await expect(ownCard(anna, 'Tikfout in de brief')).toContainText('Bewaard');
	await anna.pick(cardMenu(anna, 'Toch maar niet'), 'Haal weg');
	await expect(ownCard(anna, 'Toch maar niet')).toBeHidden();
	await bram.paste(composer(bram), 'Geen grondslag\nNiemand weet wat mag\nEén collega kan dit');
	await bram.press(button(bram.page, '3 kaarten'));
	await expect(ownCard(bram, 'Eén collega kan dit')).toContainText('Bewaard');
}

async function arrange(lead: Hands): Promise<void> {
	const { page } = lead;
	await goOn(lead, 'Laat kaarten zien', 'Start ordenen');
	await stack(lead, ['Te weinig tijd', 'Eén collega kan dit'], 'Tijd');
	await choose(lead, 'Tijd');
	await lead.press(bar(lead, 'Hernoem'));
	await lead.type(page.getByLabel('Titel van de stapel'), 'Tijd en mensen');
	await answer(lead, 'Hernoem stapel', 'Bewaar');
	await lead.act('Escape', bar(lead, 'Wis keuze'));
	await stack(lead, ['Geen grondslag', 'Niemand weet wat mag'], 'Regels');
	await stack(lead, ['Tijd en mensen', 'Regels'], 'Alles', 'Voeg samen');
	await expect(piece(lead, 'Alles')).toContainText('4 kaarten');
	await lead.unfold(piece(lead, 'Alles'));
	await stack(lead, ['Geen grondslag', 'Niemand weet wat mag'], 'Regels', 'Splits');
	await choose(lead, 'Alles');
	await lead.act('u', bar(lead, 'Haal stapel uit elkaar'));
	await expect(piece(lead, 'Alles')).toBeHidden();
	await undo(lead);
	await expect(piece(lead, 'Alles')).toContainText('2 kaarten');
	await lead.act('ControlOrMeta+Shift+Z', button(page, 'Doe opnieuw'));
	await expect(piece(lead, 'Alles')).toBeHidden();
}

async function sort(lead: Hands): Promise<void> {
	const { page } = lead;
	await choose(lead, 'Regels');
	await lead.pick(bar(lead, 'Zet bij stap'), '1 Vraag komt binnen');
	await expect(column(lead, 1).getByRole('option')).toContainText('Regels');
	await choose(lead, 'Regels');
	await lead.act('k', bar(lead, 'Kies soort'));
	const kinds = page.getByRole('dialog', { name: 'Kies soort' });
	await lead.check(kinds.getByRole('radio').first());
	await lead.press(button(kinds, 'Klaar'));
	await lead.act('Escape', bar(lead, 'Wis keuze'));

	const search = page.getByRole('search');
	await lead.type(search.getByRole('searchbox'), 'BRIEF');
	await expect(search).toContainText('1 van 5');
	await choose(lead, 'Tikfout in de brief');
	await lead.act('r', bar(lead, 'Parkeer'));
	const parking = page.getByRole('dialog', { name: 'Parkeerplaats' });
	await lead.type(parking.getByLabel('Wat moet er later gebeuren?'), 'Vraag de juristen');
	await lead.choose(parking.getByLabel('Wie?'), 'Anna de Wit · Groningen');
	await lead.press(button(parking, 'Parkeer'));
	await expect(piece(lead, 'Tikfout in de brief')).toContainText('Geparkeerd');
	await lead.press(button(search, 'Toon alles'));
	await expect(piece(lead, 'Regels')).toBeVisible();
}

async function vote({ lead, anna, bram }: Cast): Promise<void> {
	const { page } = lead;
	await goOn(lead, 'Start stemmen');
	for (const person of [anna, bram]) for (const dots of [1, 2]) await placeDot(person, 'Regels', dots);
	await placeDot(anna, 'Tikfout in de brief', 1);
	await anna.press(button(anna.page, 'Haal een stip weg van: Tikfout in de brief'));
	await goOn(lead, 'Toon uitslag');
	const first = page
		.getByRole('list', { name: /^Uitslag/ })
		.getByRole('listitem')
		.first();
	await expect(first).toContainText('4 stippen');
	await lead.press(button(page, 'Stem opnieuw'));
	await lead.press(button(page.getByRole('dialog'), 'Start stemmen'));
	await placeDot(bram, 'Te weinig tijd', 1);
	await goOn(lead, 'Toon uitslag');
	await expect(first).toContainText('Te weinig tijd');
}

async function tieNeed({ lead, anna }: Cast): Promise<void> {
	await goOn(lead, 'Naar Pauze', 'Start ronde 4');
	await startWriting(lead);
	await write(anna, 'Een modelconvenant');
	await goOn(lead, 'Laat kaarten zien', 'Start ordenen');
	await choose(lead, 'Een modelconvenant');
	await lead.act('l', bar(lead, 'Koppel aan knelpunt'));
	const bottlenecks = lead.page.getByRole('dialog', { name: 'Welk knelpunt lost dit op?' });
	await lead.check(bottlenecks.getByRole('checkbox', { name: 'Regels' }));
	await lead.press(button(bottlenecks, 'Klaar'));
	await expect(piece(lead, 'Een modelconvenant')).toContainText('1 knelpunt');
}

async function rateIdea({ lead, anna, bram }: Cast): Promise<void> {
	const { page } = lead;
	await lead.press(bar(lead, 'Maak productidee'));
	const dialog = page.getByRole('dialog', { name: 'Nieuw productidee' });
	await lead.type(dialog.getByLabel('Wat moet er komen?'), 'Eén convenant voor iedereen');
	await lead.act('Enter', button(dialog, 'Bewaar'));
	const ideas = page.getByRole('dialog', { name: 'Productideeën' });
	await expect(ideas).toContainText('Een modelconvenant');
	await lead.press(button(ideas, 'Klaar'));
	await lead.press(button(page, 'Beoordelen'));
	await lead.press(button(page, 'Laat de zaal 1 idee beoordelen'));
	for (const person of [anna, bram]) {
		await score(person, 'Waarde', 4);
		await score(person, 'Moeite', 2);
	}
	await goOn(lead, 'Sluit de beoordeling');
	await expect(anna.page.getByText('4,0').first()).toBeVisible();
	await lead.press(button(page, 'Terug naar de ronde'));
}

async function decide(lead: Hands): Promise<void> {
	const { page } = lead;
	await lead.press(button(page, 'Besluiten en acties'));
	const decision = page.getByRole('form', { name: 'Nieuw besluit' });
	await lead.type(decision.getByLabel('Wat is besloten?'), 'We maken één convenant');
	await lead.act('Enter', button(decision, 'Zet erbij'));
	const action = page.getByRole('form', { name: 'Nieuwe actie' });
	await lead.type(action.getByLabel('Wat gaat er gebeuren?'), 'Schrijf het convenant');
	await lead.choose(action.getByLabel('Wie?'), 'Bram Öztürk · Utrecht');
	await lead.press(button(action, 'Zet erbij'));
	const dialog = page.getByRole('dialog', { name: 'Besluiten en acties' });
	for (const text of ['We maken één convenant', 'Schrijf het convenant', 'Bram Öztürk, Utrecht'])
		await expect(dialog.getByRole('list').getByText(text)).toBeVisible();
	await lead.press(button(dialog, 'Klaar'));
}

async function close(lead: Hands): Promise<void> {
	const { page } = lead;
	await goOn(lead, 'Start stemmen', 'Toon uitslag', 'Naar Afsluiting');
	const sure = page.getByRole('alertdialog');
	await pressNext(lead, 'Sluit de sessie', () => expect(sure).toBeVisible({ timeout: 500 }));
	await lead.press(button(sure, 'Sluit en leg vast'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De sessie is dicht');
	await lead.press(next(lead));
	await expect(page).toHaveURL(/\/verslag$/);
	for (const text of ['Regels', 'Eén convenant voor iedereen', 'Schrijf het convenant', 'Vraag de juristen'])
		await expect(page.getByRole('main')).toContainText(text);
}

function button(within: Page | Locator, name: string): Locator {
	return within.getByRole('button', { name }).filter({ visible: true }).first();
}

/** In the bar for what is chosen on the board. */
function bar({ page }: Hands, name: string): Locator {
	return button(page.getByRole('toolbar', { name: 'Gekozen kaarten' }), name);
}

function piece({ page }: Hands, text: string): Locator {
	return page.getByRole('listbox').getByRole('option').filter({ hasText: text });
}

function column({ page }: Hands, number: number): Locator {
	return page.getByRole('listbox', { name: new RegExp(`^Stap ${number} `) });
}

function composer({ page }: Hands): Locator {
	return page.getByLabel('Jouw kaart', { exact: true });
}

function ownCard({ page }: Hands, text: string): Locator {
	return page.getByRole('main').getByRole('listitem').filter({ hasText: text });
}

function cardMenu({ page }: Hands, text: string): Locator {
	return button(page, `Kaart aanpassen of weghalen: ${text}`);
}

function next({ page }: Hands): Locator {
	return page.locator('[data-next-action]');
}

/** Goes to the yellow button and presses it until this is so: a press too soon after another is ignored. */
async function pressNext(lead: Hands, label: string, isDone: () => Promise<void>): Promise<void> {
	const target = next(lead).filter({ hasText: label });
	await expect(target).toBeVisible();
	await expect(async () => {
		if (await target.isVisible()) {
			await lead.goTo('n', target);
			await lead.press(target);
		}
		await isDone();
	}).toPass({ intervals: [100] });
}

/** Presses the yellow button until it moves on from these words. */
async function goOn(lead: Hands, ...labels: readonly string[]): Promise<void> {
	for (const label of labels)
		await pressNext(lead, label, () =>
			expect(next(lead).filter({ hasText: label })).toBeHidden({ timeout: 500 })
		);
}

async function startWriting(lead: Hands): Promise<void> {
	await expect(next(lead)).toHaveText(/Start schrijven|Laat kaarten zien/);
	if ((await next(lead).innerText()).includes('Start schrijven')) await goOn(lead, 'Start schrijven');
}

async function write(person: Hands, text: string): Promise<void> {
	await person.type(composer(person), text);
	await person.act('Enter', button(person.page, 'Plaats kaart'));
	await expect(ownCard(person, text)).toContainText('Bewaard');
}

async function choose(lead: Hands, ...texts: readonly string[]): Promise<void> {
	for (const text of texts) await lead.select(piece(lead, text));
}

/** Stacks what is chosen: one key, and a button that says what it will do. */
async function stack(
	lead: Hands,
	texts: readonly string[],
	title: string,
	label = 'Maak stapel'
): Promise<void> {
	await choose(lead, ...texts);
	await lead.act('s', bar(lead, label));
	await lead.type(lead.page.getByLabel('Titel van de stapel'), title);
	await answer(lead, 'Maak stapel', 'Maak stapel');
	await expect(piece(lead, title)).toBeVisible();
}

async function answer(lead: Hands, title: string, confirm: string): Promise<void> {
	const dialog = lead.page.getByRole('dialog', { name: title });
	await lead.act('Enter', button(dialog, confirm));
	await expect(dialog).toBeHidden();
}

async function undo(lead: Hands): Promise<void> {
	await lead.act('ControlOrMeta+Z', button(lead.page, 'Maak ongedaan'));
}

/** Until so many stand there. */
async function placeDot(person: Hands, title: string, dots: number): Promise<void> {
	await person.press(button(person.page, `Zet een stip op: ${title}`));
	const row = person.page.getByRole('group', { name: `Stippen op: ${title}` });
	await expect(row).toContainText(`${dots} van hoogstens`);
}

async function score(person: Hands, scale: string, value: number): Promise<void> {
	const scores = person.page.getByRole('group', { name: scale });
	await person.check(scores.getByRole('radio', { name: String(value) }));
}
