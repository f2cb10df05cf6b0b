import type { Browser, BrowserContext, Page } from '@playwright/test';
import { parseRecord } from '#lib/export/parse-record.ts';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { WebVisitor } from '#lib/simulation/web-visitor.ts';
import { Facilitator } from './people/facilitator.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { newPage, pageFor, PHONE } from './people/pages.ts';
import { Participant } from './people/participant.ts';
import { Screen } from './people/screen.ts';

const TABLES = ['Tafel 1', 'Tafel 2', 'Tafel 3', 'Tafel 4'] as const;
const FEMKE = 'Femke Bos';
const MARIEKE = 'Marieke Aalbers';

/** Who comes in the morning, with their municipality. */
const EARLY = {
	'Anna de Wit': 'GM0014',
	'Bram Smit': 'GM0193',
	'Carla Vos': 'GM0344',
	'Dirk Storm': 'GM0363',
	'Els Brand': 'GM0014',
	'Fatma Kaya': 'GM0193',
	'Gijs Prins': 'GM0344',
	'Hanna Kok': 'GM0363',
	'Iris Maas': 'GM0014'
} as const;
const PIM = 'Pim de Boer';
const VERA = 'Vera Mulder';
const FIVE = ['GM0014', 'GM0080', 'GM0106', 'GM0119', 'GM0193'];
const ODA = 'Oda Visser';
const LARS = 'Lars Laat';
/** Bram again, by the form, on his phone. */
const BRAM_AGAIN = 'Bram S.';
const EVERYBODY = [...Object.keys(EARLY), PIM, VERA, ODA, LARS, BRAM_AGAIN, FEMKE, MARIEKE];

interface Seated {
	readonly web: WebVisitor;
	readonly socket: VisitorSocket;
}

interface Day {
	readonly hall: RunHall;
	readonly screen: Screen;
	readonly femke: BrowserContext;
	/** Came by the code; leads alone once Femke is gone. */
	readonly marieke: Page;
	readonly people: Map<string, Seated>;
}

async function visit(browser: Browser, visitor: WebVisitor, path: string, options = {}): Promise<Page> {
	const page = await pageFor(browser, visitor, options);
	await page.goto(path);
	return page;
}

test('a laptop dies halfway and the day goes on, and the record counts everybody once and as what they are', async ({
	browser,
	organiser
}) => {
	const day = await test.step('the hall fills beside its screen', () => fillHall(browser, organiser));
	await test.step('the observer changes nothing', () => lookOn(day));
	await test.step('a colleague comes by the code, and the first laptop dies', () => loseFemke(day));
	await test.step('somebody comes late and takes the last seat', () => comeLate(browser, day));
	await test.step('somebody came twice, and is one again with one vote', () => mergeDouble(browser, day));
	await test.step('the colleague ends the day', () => endDay(day));
	await test.step('the record tells it', () => readRecord(day));
	await test.step('no name ever went to the screen', () => {
		const named = day.screen.traffic.framesWith(new RegExp(EVERYBODY.join('|')));
		expect(day.screen.traffic.frames.length).toBeGreaterThan(20);
		expect(named).toEqual([]);
	});
	day.hall.leave();
});

async function fillHall(browser: Browser, organiser: WebVisitor): Promise<Day> {
	const hall = await RunHall.prepare(organiser);
	for (const name of TABLES) await hall.facilitate({ type: 'AddTable', table: { name, exampleId: null } });
	await hall.facilitate({ type: 'OpenDoors' });
	const screen = new Screen(await newPage(browser, organiser.origin));
	await screen.open(hall.screenPath);
	const regie = await visit(browser, organiser, `/sessies/${hall.id}/regie`);
	const people = new Map<string, Seated>();
	for (const [name, municipality] of Object.entries(EARLY))
		people.set(name, await hall.join(name, municipality));
	people.set(PIM, await hall.join(PIM, '', { as: 'partner', organisation: 'CBS' }));
	people.set(VERA, await hall.join(VERA, FIVE));
	people.set(ODA, await hall.join(ODA, '', { as: 'observer', organisation: '' }));
	await hall.facilitate({ type: 'SpreadPeople', whom: 'everybody' });
	await screen.shows(/11\s*mensen zijn er/);
	await hall.moveTo('bottlenecks', 'writing');
	const writers = [...people.keys()].filter((name) => name !== ODA);
	await write(hall, writers, people);
	const marieke = await takeOver(browser, hall, regie);
	return { hall, screen, femke: regie.context(), marieke, people };
}

/** Each writes a card that tells who wrote it, without a name. */
async function write(hall: RunHall, names: readonly string[], people: Day['people']): Promise<void> {
	const roundId = hall.round('bottlenecks').id;
	for (const name of names) {
		const { socket } = people.get(name) ?? {};
		if (!socket) throw new Error(`${name} is not there`);
		await insist(socket, { type: 'PostCard', roundId, text: cardOf(name), stepId: null });
	}
}

function cardOf(name: string): string {
	return `Knelpunt ${String(EVERYBODY.indexOf(name) + 1).padStart(2, '0')}`;
}

/** By the link that the first one's page shows, as a guest. */
async function takeOver(browser: Browser, hall: RunHall, regie: Page): Promise<Page> {
	await regie.getByRole('button', { name: 'Overdragen' }).click();
	const link = await regie.getByLabel('Link om over te nemen').inputValue();
	const visitor = new WebVisitor(new URL(regie.url()).origin);
	const path = await visitor.post('/overnemen', { code: new URL(link).hash.slice(1), name: MARIEKE });
	await hall.goOnAs(visitor);
	const page = await visit(browser, visitor, path);
	await expect(page.getByText(`Leidt mee: ${FEMKE}`)).toBeVisible();
	return page;
}

async function lookOn({ hall, people }: Day): Promise<void> {
	const { id: roundId } = hall.round('bottlenecks');
	const command = { type: 'PostCard', roundId, text: cardOf(ODA), stepId: null } as const;
	expect(await people.get(ODA)?.socket.send(command)).toEqual({ ok: false, rejection: 'not-allowed' });
}

async function loseFemke({ hall, femke, marieke, screen }: Day): Promise<void> {
	await femke.close();
	await hall.facilitate({ type: 'AdjustTimer', deltaMs: 60_000 });
	await expect(marieke.getByText('Verbonden, alles bewaard')).toBeVisible();
	await expect(marieke.getByRole('main')).toContainText('11 kaarten geschreven');
	await screen.shows(/11/);
}

async function comeLate(browser: Browser, { hall, people, marieke }: Day): Promise<void> {
	const lars = await hall.join(LARS, 'GM0150');
	people.set(LARS, lars);
	const page = await visit(browser, lars.web, `/sessie/${hall.id}`, PHONE);
	const phone = new Participant(page);
	const [last = ''] = TABLES.filter((name) => seatedAt(hall, name).length === 2);
	await page.getByRole('button', { name: new RegExp(`^${last}`) }).click();
	await hall.when(() => seatedAt(hall, last).includes(LARS));
	await phone.write(cardOf(LARS));
	const [neighbour = ''] = seatedAt(hall, last).filter((name) => name !== LARS);
	await phone.seesNot(cardOf(neighbour));
	people.set(BRAM_AGAIN, await hall.join(BRAM_AGAIN, EARLY['Bram Smit']));
	await write(hall, [BRAM_AGAIN], people);
	await new Facilitator(marieke).press('Laat kaarten zien');
	await phone.sees(cardOf(neighbour));
	await page.close();
}

/** Names at a table, as the server has them. */
function seatedAt(hall: RunHall, table: string): string[] {
	const tableId = hall.shared.tables.find(({ name }) => name === table)?.id;
	return Object.values(hall.shared.facilitator?.participations ?? {})
		.filter((person) => person.tableId === tableId)
		.map(({ name }) => name);
}

async function mergeDouble(browser: Browser, day: Day): Promise<void> {
	const { hall, people, marieke } = day;
	await new Facilitator(marieke).press('Start ordenen', 'Start stemmen');
	const round = hall.round('bottlenecks');
	const [favourite] = Object.values(round.cards).filter(({ text }) => text === cardOf('Anna de Wit'));
	const item = { kind: 'card', id: favourite?.id ?? '' } as const;
	for (const [name, { socket }] of people)
		if (name !== ODA) await insist(socket, { type: 'PlaceDot', roundId: round.id, item });
	const [laptop, phone] = [people.get('Bram Smit'), people.get(BRAM_AGAIN)];
	if (!laptop || !phone) throw new Error('Bram came in twice');
	const intoId = phone.socket.view?.own?.participationId ?? '';
	const fromId = laptop.socket.view?.own?.participationId ?? '';
	await hall.facilitate({ type: 'MergePeople', fromId, intoId });
	const { own } = await phone.socket.when((view) => Object.keys(view.own?.cards ?? {}).length === 2);
	expect(hall.shared.tables.map(({ id }) => id)).toContain(own?.tableId);
	const laptopNow = await laptop.socket.when((view) => view.own?.participationId === intoId);
	expect(laptopNow.own).toEqual(own);
	const page = await visit(browser, phone.web, `/sessie/${hall.id}`, PHONE);
	await new Participant(page).sees('Nog 4 van 5');
	await page.close();
	await hall.when((_, { people: count, observers }) => count === 12 && observers === 1);
}

async function endDay({ hall, marieke, screen }: Day): Promise<void> {
	await new Facilitator(marieke).press('Toon uitslag');
	await screen.shows('12 stippen');
	await expect(marieke.getByText(new RegExp(`^${FEMKE} is weg sinds`))).toBeVisible({ timeout: 15_000 });
	await hall.facilitate({ type: 'CloseWorksession' });
	await screen.shows('Dank voor jullie inbreng');
}

async function readRecord({ hall, marieke }: Day): Promise<void> {
	const answer = await marieke.request.get(`/sessies/${hall.id}/verslag/intakeverslag.json`);
	const text = await answer.text();
	const read = parseRecord(text);
	if (!read.ok) throw new Error(`${read.problem.path}: ${read.problem.message}`);
	for (const name of EVERYBODY) expect(text).not.toContain(name);
	const { participation, tables, cards } = read.record;
	expect(participation).toMatchObject({
		people: 12,
		observers: 1,
		roles: { koploper: 0, volger: 11, partner: 1 },
		partners: [{ organisation: 'CBS', people: 1 }],
		peopleWithoutMunicipality: 1
	});
	const perMunicipality = participation.municipalities.map(({ code, people }) => [code, people]);
	expect(Object.fromEntries(perMunicipality)).toEqual({
		GM0014: 4,
		GM0080: 1,
		GM0106: 1,
		GM0119: 1,
		GM0150: 1,
		GM0193: 3,
		GM0344: 2,
		GM0363: 2
	});
	expect(tables.map(({ name, people }) => [name, people])).toEqual(TABLES.map((name) => [name, 3]));
	const writers = EVERYBODY.filter((name) => ![ODA, FEMKE, MARIEKE].includes(name));
	expect(cards.map((card) => card.text).sort()).toEqual(writers.map(cardOf).sort());
	const cardBy = (name: string) => cards.find((card) => card.text === cardOf(name));
	expect(cardBy(PIM)).toMatchObject({ organisation: 'CBS', municipalities: [] });
	expect(cardBy(VERA)?.municipalities).toEqual(FIVE);
	for (const name of ['Bram Smit', LARS]) expect(tables.map(({ id }) => id)).toContain(cardBy(name)?.table);
	expect(cardBy(BRAM_AGAIN)?.table).toBeNull();
	expect(cardBy('Anna de Wit')?.dots).toEqual({ dots: 12, municipalities: 8, people: 12 });
}
