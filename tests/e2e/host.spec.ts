import type { Browser, Page } from '@playwright/test';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { axeFaults } from './people/axe.ts';
import { Participant } from './people/participant.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { pageFor, PHONE } from './people/pages.ts';

const CARDS = ['Niemand weet wat mag', 'Elk convenant is anders', 'Eén collega kan dit'] as const;
const STACK = 'Onzeker over regels';

interface Seated {
	readonly web: WebVisitor;
	readonly socket: VisitorSocket;
}

interface Room {
	readonly hall: RunHall;
	readonly roundId: string;
	/** Leads table 1, on her phone. */
	readonly anna: Participant;
	/** At table 1. */
	readonly bram: Seated;
	readonly bramsPage: Page;
	/** Comes from a partner, at table 1. */
	readonly pia: Seated;
	/** Leads table 2. */
	readonly carla: Seated;
	readonly observer: Page;
}

async function visit(browser: Browser, hall: RunHall, { web }: Seated, options = {}): Promise<Page> {
	const page = await pageFor(browser, web, options);
	await page.goto(`/sessie/${hall.id}`);
	return page;
}

async function enter(browser: Browser, organiser: WebVisitor): Promise<Room> {
	const hall = await RunHall.prepare(organiser);
	for (const name of ['Tafel 1', 'Tafel 2'])
		await hall.facilitate({ type: 'AddTable', table: { name, exampleId: null } });
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.when(({ tables }) => tables.length === 2);
	const guests = {
		anna: await hall.join('Anna de Wit', 'GM0014'),
		bram: await hall.join('Bram Öztürk', 'GM0193'),
		carla: await hall.join('Carla Smit', 'GM0150'),
		pia: await hall.join('Pia Maas', '', { as: 'partner', organisation: 'Politie Oost' }),
		otto: await hall.join('Otto Prins', '', { as: 'observer', organisation: 'Ministerie' })
	};
	const anna = new Participant(await visit(browser, hall, guests.anna, PHONE));
	await takeSeats(hall, guests, anna);
	await hall.moveTo('bottlenecks', 'writing');
	const { bram, carla, pia } = guests;
	const roundId = hall.round('bottlenecks').id;
	const post = ({ socket }: Seated, text: string) =>
		insist(socket, { type: 'PostCard', roundId, text, stepId: null });
	await post(bram, CARDS[0]);
	await post(pia, CARDS[1]);
	await post(carla, CARDS[2]);
	const bramsPage = await visit(browser, hall, bram);
	const observer = await visit(browser, hall, guests.otto);
	return { hall, roundId, anna, bram, bramsPage, pia, carla, observer };
}

type Guests = Readonly<Record<'anna' | 'bram' | 'carla' | 'pia', Seated>>;

/** Anna chooses her own seat on the page; the others sit down over the wire. Anna and Carla lead. */
async function takeSeats(hall: RunHall, guests: Guests, { page }: Participant): Promise<void> {
	const [one, two] = hall.shared.tables;
	const id = ({ socket }: Seated) => socket.view?.own?.participationId ?? '';
	await expect(page.getByRole('heading', { name: 'Aan welke tafel zit je?' })).toBeVisible();
	await page.getByRole('button', { name: /^Tafel 1/ }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Je zit nu aan Tafel 1.' })).toHaveCount(1);
	for (const guest of [guests.bram, guests.pia])
		await insist(guest.socket, { type: 'TakeSeat', tableId: one?.id ?? null });
	await insist(guests.carla.socket, { type: 'TakeSeat', tableId: two?.id ?? null });
	await hall.when((_, { tables }) => tables[one?.id ?? ''] === 3);
	await hall.facilitate({ type: 'SetHost', tableId: one?.id ?? '', participationId: id(guests.anna) });
	await hall.facilitate({ type: 'SetHost', tableId: two?.id ?? '', participationId: id(guests.carla) });
	await expect(page.getByText('Jij leidt deze tafel.')).toBeVisible();
}

test('a host arranges the cards of their table, and nobody else does; partners show whom they come from', async ({
	browser,
	organiser
}) => {
	const room = await enter(browser, organiser);
	await test.step('an observer sees what the room sees and has nothing to change', () => observe(room));
	await test.step('a host makes a stack and a step that the table sees', () => arrange(room));
	await test.step('what another host asks for is refused by the server', () => refuse(room));
	await test.step('a host takes back, drags, finds, classifies and parks as who leads does', () =>
		atFullStrength(room));
	await test.step('what somebody else did is undone after asking, and the table sees it', () =>
		undoOthers(room));
	await test.step('another host takes over, and the text that was being typed stays', () => replace(room));
	room.hall.leave();
});

async function observe({ hall, observer }: Room): Promise<void> {
	await expect(observer.getByText('Je kijkt mee. Je kunt niets veranderen.')).toBeVisible();
	await expect(observer.getByText(CARDS[0])).toHaveCount(0);
	await hall.moveTo('bottlenecks', 'sharing');
	const card = observer.getByRole('listitem').filter({ hasText: CARDS[1] });
	await expect(card).toContainText('Politie Oost');
	await expect(card).toContainText('Tafel 1');
	for (const name of ['Steek je hand op', 'Ik ben klaar', 'Schrijf nog een kaart', 'Andere tafel'])
		await expect(observer.getByRole('button', { name })).toHaveCount(0);
	await expect(observer.getByRole('textbox')).toHaveCount(0);
	expect(await axeFaults(observer)).toEqual([]);
}

async function arrange({ hall, anna: { page }, bramsPage, observer }: Room): Promise<void> {
	await hall.moveTo('bottlenecks', 'arranging');
	await expect(page.getByRole('checkbox')).toHaveCount(2);
	for (const text of CARDS.slice(0, 2)) await page.getByRole('checkbox', { name: text }).check();
	await expect(page.getByRole('group', { name: 'Wat je met je keuze doet' })).toContainText('2 gekozen');
	expect(await axeFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'Maak stapel' }).click();
	await page.getByLabel('Titel van de stapel').fill(STACK);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('checkbox', { name: STACK })).toBeVisible();
	await page.getByRole('button', { name: 'Nieuwe stap' }).click();
	await page.getByLabel('Naam van de stap').fill('Melding');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: /1 Melding/ })).toBeVisible();
	await page.getByRole('checkbox', { name: STACK }).check();
	await page.getByRole('button', { name: 'Zet bij stap' }).click();
	await page.getByRole('menuitem', { name: /Melding/ }).click();
	for (const reader of [bramsPage, observer]) {
		const column = reader
			.locator('section.col')
			.filter({ has: reader.getByRole('heading', { name: /Melding/ }) });
		await expect(column).toContainText(STACK);
	}
	await expect(bramsPage.getByRole('checkbox')).toHaveCount(0);
}

async function refuse({ hall, roundId, bram, carla }: Room): Promise<void> {
	const round = hall.round('bottlenecks');
	const [clusterId = ''] = Object.keys(round.clusters);
	const asked = { type: 'RenameCluster', roundId, clusterId, title: 'Van mij' } as const;
	expect(await carla.socket.send(asked)).toEqual({ ok: false, rejection: 'other-table' });
	expect(await bram.socket.send(asked)).toEqual({ ok: false, rejection: 'not-allowed' });
	expect(hall.round('bottlenecks').clusters[clusterId]?.title).toBe(STACK);
}

async function atFullStrength({ hall, anna: { page }, roundId }: Room): Promise<void> {
	const stack = page.locator('[data-piece^="cluster:"]');
	const column = page.locator('section.col').filter({ has: page.getByRole('heading', { name: /Melding/ }) });
	await expect(column).toContainText(STACK);
	await page.keyboard.press('Control+z');
	await expect(column).not.toContainText(STACK);
	await stack.hover({ position: { x: 150, y: 8 } });
	await page.mouse.down();
	await column.getByRole('heading').hover({ force: true });
	await page.mouse.up();
	await expect(column).toContainText(STACK);

	const [id = ''] = Object.keys(hall.round('bottlenecks').clusters);
	await page.getByRole('checkbox', { name: STACK }).check();
	await page.keyboard.press('0');
	await expect(column).not.toContainText(STACK);
	await page.getByRole('checkbox', { name: STACK }).focus();
	await page.keyboard.press('m');
	await expect(page.getByRole('group', { name: 'Verplaatsen' })).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Enter');
	await expect(column).toContainText(STACK);
	hall.lead.hold({ roundId, items: [{ kind: 'cluster', id }] });
	await expect(stack).toContainText('bij de gespreksleider');
	hall.lead.hold(null);
	await expect(stack).not.toContainText('bij de gespreksleider');
	const [inside] = Object.values(hall.round('bottlenecks').cards).filter(({ clusterId }) => clusterId === id);
	hall.lead.hold({ roundId, items: [{ kind: 'card', id: inside?.id ?? '' }] });
	await expect(stack).toContainText('bij de gespreksleider');
	hall.lead.hold(null);

	await page.getByRole('searchbox').fill('convenant');
	await expect(page.getByRole('search').getByRole('status')).toContainText('2');
	await page.getByRole('button', { name: 'Toon alles' }).click();

	await page.getByRole('checkbox', { name: STACK }).check();
	await page.keyboard.press('k');
	const search = page.getByLabel('Zoek een soort');
	await expect(search).toBeFocused();
	await page.getByRole('radio', { name: /^Privacy en wet/ }).check();
	await search.fill('geld');
	await search.press('Shift+Enter');
	await expect(stack).toContainText('Privacy en wet · ook Geld');
	await expect(search).toBeHidden();
	await page.keyboard.press('r');
	const dialog = page.getByRole('dialog', { name: 'Parkeerplaats' });
	await dialog.getByLabel('Wie?').selectOption({ label: 'Anna de Wit · Groningen' });
	expect(await axeFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Parkeer' }).click();
	await expect(stack).toContainText('Geparkeerd');
	await page.getByRole('button', { name: 'Zet terug' }).click();
	await expect(stack).not.toContainText('Geparkeerd');
	expect(await axeFaults(page)).toEqual([]);
}

/** A page that was opened just now has no acts of its own to take back first. */
async function undoOthers({ hall, anna: { page }, bramsPage, roundId }: Room): Promise<void> {
	const columnOn = (reader: Page) =>
		reader.locator('section.col').filter({ has: reader.getByRole('heading', { name: /Melding/ }) });
	await page.reload();
	await expect(columnOn(page)).toContainText(STACK);
	const items = Object.keys(hall.round('bottlenecks').clusters).map(
		(id) => ({ kind: 'cluster', id }) as const
	);
	await hall.facilitate({ type: 'PinItems', roundId, items, stepId: null });
	for (const reader of [page, bramsPage]) await expect(columnOn(reader)).not.toContainText(STACK);
	await page.keyboard.press('Control+z');
	const question = page.getByRole('alertdialog', { name: 'Dit deed een ander. Maak je het ongedaan?' });
	await question.getByRole('button', { name: 'Maak ongedaan' }).click();
	await expect(columnOn(bramsPage)).toContainText(STACK);
}

async function replace({ hall, anna: { page }, bram }: Room): Promise<void> {
	const [table] = hall.shared.tables;
	await page.getByRole('button', { name: 'Nieuwe stap' }).click();
	const field = page.getByLabel('Naam van de stap');
	await field.fill('Gegevens opvragen');
	const participationId = bram.socket.view?.own?.participationId ?? '';
	await hall.facilitate({ type: 'SetHost', tableId: table?.id ?? '', participationId });
	await expect(page.locator('main').getByRole('checkbox', { includeHidden: true })).toHaveCount(0);
	await expect(field).toHaveValue('Gegevens opvragen');
	await field.press('Enter');
	await expect(page.getByRole('dialog')).toContainText('Dat mag je hier niet doen');
	await expect(field).toHaveValue('Gegevens opvragen');
}
