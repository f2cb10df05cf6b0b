import type { Browser, Locator, Page } from '@playwright/test';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { parseRecord } from '#lib/export/parse-record.ts';
import { axeFaults } from './people/axe.ts';
import { Keyboard } from './people/keyboard.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { pageFor } from './people/pages.ts';

const TABLES = ['Tafel 1', 'Tafel 2', 'Tafel 3', 'Tafel 4'] as const;
const MUNICIPALITIES = ['GM0014', 'GM0193', 'GM0344', 'GM0363'] as const;
const PEOPLE = 12;

interface Person {
	readonly name: string;
	readonly socket: VisitorSocket;
}

interface Room {
	readonly hall: RunHall;
	readonly regie: Page;
	readonly keyboard: Keyboard;
	readonly people: readonly Person[];
}

/** Twelve people of four municipalities are in, and Femke leads. */
async function enter(browser: Browser, organiser: Parameters<typeof RunHall.prepare>[0]): Promise<Room> {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const people: Person[] = [];
	for (let index = 0; index < PEOPLE; index += 1) {
		const name = `Persoon ${String(index + 1).padStart(2, '0')}`;
		const { socket } = await hall.join(name, MUNICIPALITIES[index % MUNICIPALITIES.length] ?? '');
		people.push({ name, socket });
	}
	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
	return { hall, regie, keyboard: new Keyboard(regie), people };
}

function tableOf({ hall }: Room, name: string): string {
	return hall.shared.tables.find((table) => table.name === name)?.id ?? '';
}

/** Names at a table, or without one, as the server has them. */
function seatedAt({ hall }: Room, tableId: string | null): string[] {
	const people = Object.values(hall.shared.facilitator?.participations ?? {});
	return people.filter((person) => person.tableId === tableId).map((person) => person.name);
}

function dialogOf({ regie }: Room): Locator {
	return regie.getByRole('dialog', { name: 'Tafels' });
}

/** Goes so many entries down in the menu that was opened, and chooses the one that has this name. */
async function chooseInMenu({ regie, keyboard }: Room, name: string, down = 0): Promise<void> {
	await expect(regie.getByRole('menuitem').first()).toBeFocused();
	for (let step = 0; step < down; step += 1) await keyboard.press('ArrowDown');
	await expect(regie.getByRole('menuitem', { name })).toBeFocused();
	await keyboard.press('Enter');
}

test(
	'four tables get their people, their host and their turn, by keyboard alone',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const room = await enter(browser, organiser);
		await test.step('four tables are made and everybody is spread', () => spread(room));
		await test.step('a table gets a host and another name', () => appoint(room));
		await test.step('everybody moves on but the host, and back', () => rotate(room));
		await test.step('chosen people are seated, and put back after leaving', () => seat(room));
		expect(room.keyboard.stops).toBeGreaterThan(20);
		room.hall.leave();
	}
);

async function spread(room: Room): Promise<void> {
	const { regie, keyboard, hall } = room;
	await keyboard.enter(regie.getByRole('button', { name: 'Tafels' }));
	const dialog = dialogOf(room);
	await expect(dialog.getByRole('heading', { name: 'Tafels' })).toBeFocused();
	for (const name of TABLES) {
		await keyboard.enter(dialog.getByRole('button', { name: 'Tafel erbij' }));
		await expect(dialog.getByRole('button', { name: `Meer over ${name}` })).toBeVisible();
	}
	await keyboard.enter(dialog.getByRole('button', { name: 'Verdeel gelijk' }));
	await chooseInMenu(room, 'Alleen wie geen tafel heeft');
	await expect(dialog.getByRole('status')).toHaveText('Iedereen heeft nu een tafel.');
	await hall.when(({ facilitator }) =>
		Object.values(facilitator?.participations ?? {}).every((person) => person.tableId !== null)
	);
	for (const name of TABLES) expect(seatedAt(room, tableOf(room, name))).toHaveLength(PEOPLE / TABLES.length);
	expect(await axeFaults(regie)).toEqual([]);
}

async function appoint(room: Room): Promise<void> {
	const { keyboard, regie } = room;
	const dialog = dialogOf(room);
	const [host = ''] = seatedAt(room, tableOf(room, 'Tafel 1')).sort();
	await keyboard.to(dialog.getByLabel('Tafelleider, Tafel 1'));
	await regie.keyboard.type(host);
	await expect(dialog.getByRole('status')).toHaveText(`${host} leidt nu Tafel 1.`);
	await keyboard.enter(dialog.getByRole('button', { name: 'Meer over Tafel 3' }));
	await chooseInMenu(room, 'Verander tafel');
	await expect(regie.getByLabel('Naam van de tafel')).toBeFocused();
	await regie.keyboard.type('Opvallende adressen');
	await keyboard.press('Enter');
	await expect(dialog.getByRole('heading', { name: 'Opvallende adressen' })).toBeVisible();
}

async function rotate(room: Room): Promise<void> {
	const { keyboard, hall } = room;
	const dialog = dialogOf(room);
	const ids = ['Tafel 1', 'Tafel 2', 'Opvallende adressen', 'Tafel 4'].map((name) => tableOf(room, name));
	const before = ids.map((id) => seatedAt(room, id).sort());
	const [host = ''] = Object.values(hall.shared.facilitator?.hosts ?? {});
	const hostName = hall.shared.facilitator?.participations[host]?.name ?? '';
	await keyboard.enter(dialog.getByRole('button', { name: 'Schuif door' }));
	await expect(dialog.getByRole('status')).toHaveText(
		'Iedereen zit een tafel verder. Tafelleiders bleven zitten.'
	);
	const moved = before.map((_, index) => {
		const from = (index + ids.length - 1) % ids.length;
		const came = (before[from] ?? []).filter((name) => name !== hostName);
		return [...came, ...(index === 0 ? [hostName] : [])].sort();
	});
	await expect.poll(() => ids.map((id) => seatedAt(room, id).sort())).toEqual(moved);
	await keyboard.enter(dialog.getByRole('button', { name: 'Zet terug' }));
	await expect(dialog.getByRole('status')).toHaveText('Iedereen zit weer zoals eerst.');
	await expect.poll(() => ids.map((id) => seatedAt(room, id).sort())).toEqual(before);
	expect(Object.values(hall.shared.facilitator?.hosts ?? {})).toEqual([host]);
}

async function seat(room: Room): Promise<void> {
	const { keyboard, regie } = room;
	const dialog = dialogOf(room);
	const [first = '', second = ''] = seatedAt(room, tableOf(room, 'Tafel 2')).sort();
	const to = tableOf(room, 'Tafel 4');
	for (const name of [first, second]) {
		await keyboard.to(dialog.getByRole('checkbox', { name }));
		await keyboard.press('Space');
	}
	await expect(dialog.getByText('2 mensen gekozen')).toBeVisible();
	await keyboard.enter(dialog.getByRole('button', { name: 'Zet aan tafel …' }));
	await chooseInMenu(room, 'Tafel 4', 3);
	await expect(dialog.getByRole('status')).toHaveText('2 mensen zitten nu aan Tafel 4.');
	await expect.poll(() => seatedAt(room, to)).toHaveLength(5);
	await keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(regie.getByRole('button', { name: 'Tafels' })).toBeFocused();
	await regie.getByRole('region', { name: 'Meldingen' }).getByRole('button', { name: 'Zet terug' }).click();
	await expect.poll(() => seatedAt(room, to)).toHaveLength(3);
}

test('each table writes, its board holds its own alone, and everybody’s board stacks over tables', async ({
	browser,
	organiser
}) => {
	const room = await enter(browser, organiser);
	await test.step('every table writes', () => write(room));
	await test.step('a table’s board shows what was written there', () => lookAtTable(room));
	await test.step('a table has a process of its own', () => makeProcess(room));
	await test.step('a card of one table lies at no step of another', () => keepApart(room));
	await test.step('cards of two tables go on one stack', () => stackOver(room));
	await test.step('the record tells of which table everything is', () => readRecord(room));
	room.hall.leave();
});

async function write(room: Room): Promise<void> {
	const { hall, regie, people } = room;
	for (const name of TABLES) await hall.facilitate({ type: 'AddTable', table: { name, exampleId: null } });
	await hall.facilitate({ type: 'SpreadPeople', whom: 'everybody' });
	await hall.moveTo('bottlenecks', 'writing');
	const progress = regie.getByRole('region', { name: 'Tafels' }).getByRole('listitem');
	await expect(progress).toHaveCount(TABLES.length);
	await expect(progress.first()).toContainText('3 mensen hebben nog geen kaart');
	const roundId = hall.round('bottlenecks').id;
	for (const { name, socket } of people) {
		const { own } = await socket.when((view) => view.own?.tableId !== null);
		const table = hall.shared.tables.find(({ id }) => id === own?.tableId)?.name ?? '';
		await insist(socket, {
			type: 'PostCard',
			roundId,
			text: `Knelpunt van ${name} aan ${table}`,
			stepId: null
		});
	}
	await expect(progress.first()).not.toContainText('geen kaart');
	await expect(progress.first()).not.toContainText('kaarten');
	await hall.moveTo('bottlenecks', 'sharing');
	await hall.moveTo('bottlenecks', 'arranging');
}

function tab({ regie }: Room, name: string): Locator {
	return regie.getByRole('group', { name: 'Tafel' }).getByRole('button', { name });
}

async function lookAtTable(room: Room): Promise<void> {
	const { regie, keyboard } = room;
	const cards = regie.getByRole('listbox').getByRole('option');
	await expect(tab(room, 'Alle')).toHaveText(/^Alle\s+12/);
	await expect(tab(room, 'Alle')).toHaveAttribute('aria-pressed', 'true');
	await expect(cards).toHaveCount(PEOPLE);
	await keyboard.enter(tab(room, 'Tafel 2'));
	await expect(tab(room, 'Tafel 2')).toHaveText(/^Tafel 2\s+3/);
	await expect(cards).toHaveCount(3);
	for (const card of await cards.all()) await expect(card).toContainText('aan Tafel 2');
	expect(await axeFaults(regie)).toEqual([]);
	await regie.reload();
	await expect(tab(room, 'Tafel 2')).toHaveAttribute('aria-pressed', 'true');
	await expect(cards).toHaveCount(3);
}

async function makeProcess(room: Room): Promise<void> {
	const { regie, keyboard, hall } = room;
	await keyboard.type(regie.getByLabel('Nieuwe stap voor Tafel 2'), 'Bellen');
	await keyboard.press('Enter');
	await expect
		.poll(() => hall.shared.steps)
		.toMatchObject([{ title: 'Bellen', tableId: tableOf(room, 'Tafel 2') }]);
	await keyboard.to(regie.getByRole('listbox').getByRole('option').first());
	await keyboard.press('Space', '1');
	await expect(regie.getByRole('listbox', { name: /^Stap 1 Bellen, 1 kaart$/ })).toBeVisible();
	await tab(room, 'Alle').click();
	await hall.facilitate({
		type: 'AddStep',
		title: 'Melden',
		tableId: tableOf(room, 'Tafel 1'),
		roundId: null,
		cardIds: []
	});
	for (const [owner, title] of [
		['Tafel 1', 'Melden'],
		['Tafel 2', 'Bellen']
	])
		await expect(regie.getByRole('button', { name: `Meer over stap 1 ${title}, ${owner}` })).toBeVisible();
	expect(await axeFaults(regie)).toEqual([]);
	await tab(room, 'Tafel 3').click();
	await expect(regie.getByText('Melden')).toHaveCount(0);
	await tab(room, 'Alle').click();
}

async function keepApart(room: Room): Promise<void> {
	const { regie } = room;
	const card = (table: string) =>
		regie
			.getByRole('listbox')
			.getByRole('option')
			.filter({ hasText: `aan ${table}` })
			.last();
	await card('Tafel 1').click();
	const put = regie.getByRole('button', { name: 'Zet bij stap' });
	await put.click();
	await expect(regie.getByRole('menuitem')).toHaveText(['1 Melden', 'Zonder stap']);
	await regie.keyboard.press('Escape');
	await card('Tafel 3').click();
	await put.click();
	await expect(regie.getByRole('menuitem')).toHaveText(['Zonder stap']);
	await regie.keyboard.press('Escape');
	await expect(put).toBeFocused();
	await card('Tafel 3').focus();
	await regie.keyboard.press('1');
	await expect(
		regie.getByRole('region', { name: 'Meldingen' }).getByText('Dit hoort bij een andere tafel.')
	).toBeVisible();
	await regie.keyboard.press('Escape');
}

async function stackOver(room: Room): Promise<void> {
	const { regie, keyboard } = room;
	for (const table of ['Tafel 3', 'Tafel 4']) {
		await regie
			.getByRole('listbox')
			.getByRole('option')
			.filter({ hasText: `aan ${table}` })
			.first()
			.focus();
		await keyboard.press('Space');
	}
	await keyboard.press('s');
	await regie.keyboard.type('Overal hetzelfde');
	await keyboard.press('Enter');
	const stack = regie.getByRole('listbox').getByRole('option').filter({ hasText: 'Overal hetzelfde' });
	await expect(stack).toContainText('2 kaarten');
	for (const [name, count] of [
		['Tafel 3', 1],
		['Tafel 4', 1],
		['Tafel 1', 0]
	] as const) {
		await tab(room, name).click();
		await expect(stack).toHaveCount(count);
	}
}

async function readRecord(room: Room): Promise<void> {
	const { hall, regie } = room;
	await hall.facilitate({ type: 'CloseWorksession' });
	const answer = await regie.request.get(`/sessies/${hall.id}/verslag/intakeverslag.json`);
	const read = parseRecord(await answer.text());
	if (!read.ok) throw new Error(`${read.problem.path}: ${read.problem.message}`);
	const { tables, clusters, cards, steps } = read.record;
	expect(tables.map(({ name, people }) => [name, people])).toEqual(TABLES.map((name) => [name, 3]));
	const at = (name: string) => tables.find((table) => table.name === name)?.id;
	expect(clusters.map((cluster) => cluster.tables)).toEqual([[at('Tafel 3'), at('Tafel 4')]]);
	expect(cards).toHaveLength(PEOPLE);
	for (const { text, table } of cards) expect(table).toBe(at(text.split(' aan ').at(-1) ?? ''));
	expect(steps.map(({ name, table }) => [name, table])).toEqual([
		['Melden', at('Tafel 1')],
		['Bellen', at('Tafel 2')]
	]);
}
