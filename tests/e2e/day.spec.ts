import type { Browser, BrowserContext } from '@playwright/test';
import type { Answer } from '#lib/protocol/messages.ts';
import { expect, testOnOwnServer as test } from '../kit/e2e.ts';
import { schemaFaults, type JsonSchema } from '../kit/json-schema.ts';
import { RawSocket } from '../kit/raw-socket.ts';
import type { TestServer } from '../kit/server.ts';
import { Facilitator } from './people/facilitator.ts';
import { Participant, type Person } from './people/participant.ts';
import { Screen } from './people/screen.ts';
import { PHONE } from './people/pages.ts';

const ANNA: Person = { name: 'Anna de Wit', municipality: 'Groningen', functionName: 'Jurist' };
const BRAM: Person = { name: 'Bram Öztürk', municipality: 'Utrecht', functionName: 'Data-analist' };
const CARLA: Person = { name: 'Carla Vos', municipality: 'Zwolle', functionName: '' };

/** Totals stand in frames under the key of an item; while nobody may know, the value is null. */
const TOTALS = /"results":\{|"dots":\d+,"municipalities":\d+/;

interface Hall {
	readonly facilitator: Facilitator;
	readonly screen: Screen;
	readonly anna: Participant;
	readonly bram: Participant;
	readonly carla: Participant;
}

async function device(browser: Browser, url: string, options = {}): Promise<BrowserContext> {
	return browser.newContext({ baseURL: url, ...options });
}

test('a whole day: from the one-time link to a record that stands fixed', async ({ browser, server }) => {
	const at = (options = {}) => device(browser, server.url, options).then((context) => context.newPage());
	const hall: Hall = {
		facilitator: new Facilitator(await at()),
		screen: new Screen(await at({ viewport: { width: 1920, height: 1080 } })),
		anna: new Participant(await at()),
		bram: new Participant(await at(PHONE)),
		carla: new Participant(await at())
	};
	const code = await test.step('prepare and open the doors', () => prepareAndOpen(hall, server));
	await test.step('the hall fills', () => fillHall(hall, code));
	await test.step('round 1: the process becomes steps', () => processRound(hall));
	await test.step('round 2: strengths, and two tabs of one person', () => strengthsRound(hall));
	await test.step('round 3: writing through reload, bad network and restart', () =>
		writeBottlenecks(hall, code, server));
	await test.step('round 3: sharing, stacks and dots', () => decideBottlenecks(hall));
	await test.step('round 4: needs are tied to bottlenecks', () => needsRound(hall));
	await test.step('closing', () => closeDay(hall));
	await test.step('the record', () => checkRecord(hall));
});

async function prepareAndOpen({ facilitator, screen }: Hall, server: TestServer): Promise<string> {
	await facilitator.signIn(server.organiserLink ?? '', 'Femke Bos');
	await facilitator.makeSession({
		theme: 'Ondermijning',
		group: 'Koplopers',
		title: 'Proefdag ondermijning',
		place: 'Zwolle'
	});
	await facilitator.prepare('Plaats', 'Stadhuis Zwolle');
	await facilitator.openRound('Knelpunten');
	await facilitator.prepare('Vraag', 'Wat hield ons tegen?');
	await facilitator.addExample({ name: 'Adressen in beeld', municipality: 'Groningen' });
	const code = await facilitator.openDoors();
	await screen.open(await facilitator.screenAddress());
	await screen.shows(code);
	return code;
}

async function fillHall({ anna, bram, facilitator, screen }: Hall, code: string): Promise<void> {
	await anna.join(code, ANNA);
	await bram.join(code, BRAM);
	await expect(facilitator.page.getByText('2 van 2')).toBeVisible();
	await screen.shows(/2\s*mensen zijn er/);
	for (const { name } of [ANNA, BRAM]) await screen.hides(name);
	await anna.page.getByRole('textbox').fill('Met de trein');
	await anna.page.getByRole('button', { name: 'Plaats kaart' }).click();
	await bram.sees('Met de trein');
}

async function processRound({ facilitator, anna, bram, screen }: Hall): Promise<void> {
	await facilitator.press('Naar Welkom', 'Start ronde 1');
	await startWriting(facilitator);
	await anna.write('Vraag komt binnen', 'We leggen bronnen naast elkaar');
	await bram.write('Team gaat langs');
	await facilitator.press('Laat kaarten zien');
	await anna.sees('Team gaat langs');
	await screen.shows('Vraag komt binnen');
	await facilitator.press('Start ordenen');
	await facilitator.makeStep('Vraag komt binnen');
	await facilitator.makeStep('Team gaat langs');
	await facilitator.press('Sluit ronde', 'Naar Pauze');
	await bram.sees(/verder/);
}

async function strengthsRound({ facilitator, anna, bram }: Hall): Promise<void> {
	await facilitator.press('Start ronde 2');
	await startWriting(facilitator);
	const second = new Participant(await anna.page.context().newPage());
	await second.page.goto(anna.page.url());
	await second.isConnected();
	await anna.write('De wethouder stond erachter');
	await expect(second.card('De wethouder stond erachter')).toContainText('Bewaard');
	await second.write('Eén aanspreekpunt');
	await expect(anna.card('Eén aanspreekpunt')).toContainText('Bewaard');
	await expect(facilitator.page.getByText('2 van 2')).toBeVisible();
	await second.page.close();
	await bram.write('Korte lijnen met de politie');
	await facilitator.press('Laat kaarten zien');
	await test.step('a step back loses nothing', async () => {
		await facilitator.stepBack();
		await anna.isAtStage('Schrijven');
		await expect(anna.card('Eén aanspreekpunt')).toContainText('Bewaard');
		await facilitator.press('Laat kaarten zien');
		await anna.sees('Korte lijnen met de politie');
	});
	await facilitator.press('Start ordenen', 'Start stemmen', 'Toon uitslag', 'Naar Lunch');
}

async function writeBottlenecks(
	{ facilitator, anna, bram, carla, screen }: Hall,
	code: string,
	server: TestServer
) {
	await facilitator.press('Start ronde 3');
	await startWriting(facilitator);
	await anna.sees('Wat hield ons tegen?');
	await test.step('Enter posts, Shift+Enter makes a line', async () => {
		await anna.composer.pressSequentially('Geen grondslag');
		await anna.composer.press('Shift+Enter');
		await anna.composer.pressSequentially('om te delen');
		await expect(anna.composer).toHaveValue('Geen grondslag\nom te delen');
		await anna.composer.press('Enter');
		await expect(anna.card('Geen grondslag om te delen')).toContainText('Bewaard');
	});
	await anna.write('Tikfoud in de brief', 'Toch maar niet');
	await anna.edit('Tikfoud in de brief', 'Tikfout in de brief');
	await anna.withdraw('Toch maar niet');
	await test.step('a reload keeps the draft', async () => {
		await bram.composer.fill('Half getypt');
		await bram.page.reload();
		await bram.isConnected();
		await expect(bram.composer).toHaveValue('Half getypt');
		await bram.composer.press('Enter');
		await expect(bram.card('Half getypt')).toContainText('Bewaard');
	});
	await test.step('somebody who comes late is at once where the group is', async () => {
		await carla.join(code, CARLA);
		await carla.isAtStage('Schrijven');
		await carla.seesNot('Half getypt');
		await carla.write('Collega’s zijn te druk');
	});
	await test.step('cards written offline survive a reload and arrive once', () => writeOffline(bram));
	await test.step('the server restarts', () => restart({ facilitator, anna, bram, carla, screen }, server));
	await expect(facilitator.page.getByRole('main')).toContainText('8 kaarten geschreven');
	for (const hidden of ['Half getypt', 'Zonder lijn', 'Tikfout']) {
		await screen.hides(hidden);
		await facilitator.page.getByRole('main').getByText(hidden).waitFor({ state: 'hidden' });
		expect(facilitator.traffic.framesWith(new RegExp(hidden))).toEqual([]);
		expect(carla.traffic.framesWith(new RegExp(hidden))).toEqual([]);
	}
}

const OFFLINE_CARDS = ['Zonder lijn één', 'Zonder lijn twee', 'Zonder lijn drie'];

/** The page itself cannot load without a network, so it comes back when the network does, from what the device kept. */
async function writeOffline(bram: Participant): Promise<void> {
	const { page } = bram;
	const address = page.url();
	await page.context().setOffline(true);
	for (const text of OFFLINE_CARDS) await bram.post(text);
	for (const text of OFFLINE_CARDS) await expect(bram.card(text)).toContainText('Wacht op verbinding');
	await page.goto('about:blank');
	await page.context().setOffline(false);
	await page.goto(address);
	for (const text of OFFLINE_CARDS) {
		await expect(bram.card(text)).toContainText('Bewaard');
		await expect(bram.card(text)).toHaveCount(1);
	}
}

async function restart({ facilitator, anna, bram, carla, screen }: Hall, server: TestServer): Promise<void> {
	await server.stop();
	await expect(anna.page.getByText('Geen verbinding', { exact: true })).toBeVisible();
	await anna.post('Tijdens de herstart');
	await expect(anna.card('Tijdens de herstart')).toContainText('Wacht op verbinding');
	await server.restart();
	await expect(anna.card('Tijdens de herstart')).toContainText('Bewaard', { timeout: 30_000 });
	for (const person of [anna, bram, carla]) await person.isConnected();
	await expect(facilitator.page.getByText('Verbonden, alles bewaard')).toBeVisible();
	await screen.shows(/8/);
}

async function decideBottlenecks({ facilitator, anna, bram, carla, screen }: Hall): Promise<void> {
	await facilitator.press('Laat kaarten zien');
	for (const person of [anna, carla]) for (const text of OFFLINE_CARDS) await person.sees(text);
	await anna.seesNot('Toch maar niet');
	await facilitator.press('Start ordenen');
	await facilitator.makeStack('Te weinig tijd', ['Half getypt', 'te druk']);
	await facilitator.takeApart('Te weinig tijd');
	await facilitator.makeStack('Geen tijd en mensen', ['Half getypt', 'te druk']);
	await facilitator.putAtStep(['Geen tijd en mensen', 'Tikfout'], 2, 'Team gaat langs');
	await facilitator.press('Start stemmen');
	await test.step('dots have a budget', async () => {
		await anna.vote('Geen tijd en mensen', 3);
		await expect(anna.placing('Geen tijd en mensen')).toHaveAccessibleDescription(
			/Hier passen hoogstens 3 stippen/
		);
		await anna.vote('Tikfout in de brief', 2);
		await expect(anna.placing('Zonder lijn één')).toHaveAccessibleDescription(/Je stippen zijn op/);
		await anna.placing('Zonder lijn één').click({ force: true });
		await anna.sees('Nog 0 van 5');
		await bram.vote('Geen tijd en mensen', 3);
		await carla.vote('Zonder lijn één', 1);
	});
	await test.step('nobody knows a total before the vote closes', async () => {
		await expect(facilitator.page.getByText('1 van 3 mensen zijn klaar').first()).toBeVisible();
		for (const { traffic } of [facilitator, anna, bram, carla, screen]) {
			const since = traffic.frames.slice(
				traffic.frames.findLastIndex((frame) => frame.includes('Geen tijd en mensen'))
			);
			expect(since.length).toBeGreaterThan(0);
			expect(since.filter((frame) => TOTALS.test(frame))).toEqual([]);
		}
		await screen.hides('6 stippen');
		await bram.seesNot('6 stippen');
	});
	await facilitator.press('Toon uitslag');
	const first = facilitator.page
		.getByRole('list', { name: /^Uitslag/ })
		.getByRole('listitem')
		.first();
	await expect(first).toContainText('Geen tijd en mensen');
	await expect(first).toContainText('6 stippen');
	await screen.shows('Geen tijd en mensen');
	await bram.sees('Geen tijd en mensen');
	expect(bram.traffic.framesWith(TOTALS).length).toBeGreaterThan(0);
	await facilitator.press('Naar Pauze');
}

async function needsRound({ facilitator, carla }: Hall): Promise<void> {
	await facilitator.press('Start ronde 4');
	await startWriting(facilitator);
	await carla.write('Een modelconvenant');
	await facilitator.press('Laat kaarten zien', 'Start ordenen');
	await facilitator.link('Een modelconvenant', 'Tikfout in de brief');
	await facilitator.press('Start stemmen', 'Toon uitslag', 'Naar Afsluiting');
}

async function closeDay({ facilitator, anna, screen }: Hall): Promise<void> {
	await facilitator.closeSession();
	await expect(anna.page.getByRole('heading', { level: 1 })).toHaveText('Bedankt, Anna');
	await expect(anna.composer).toBeHidden();
	await screen.shows('Dank voor jullie inbreng');
	expect(await postAfterwards(anna)).toEqual({ ok: false, rejection: 'worksession-closed' });
}

/** What the server answers to a card that comes past the page. */
async function postAfterwards({ page }: Participant): Promise<Answer> {
	const cookies = await page.context().cookies();
	let roundId = '';
	const socket = await RawSocket.enter({
		url: new URL(page.url()).origin,
		cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
		sessionId: new URL(page.url()).pathname.split('/').at(-1) ?? '',
		audience: 'participant',
		authorKey: null,
		onFrame: (frame) => (roundId ||= /"kind":"round","id":"([^"]+)"/.exec(frame)?.[1] ?? '')
	});
	const command = { type: 'PostCard', roundId, text: 'Nog een kaart', stepId: null } as const;
	const answer = await socket.send('nog-een-kaart', command);
	await socket.leave();
	return answer;
}

async function checkRecord({ facilitator }: Hall): Promise<void> {
	await facilitator.readRecord();
	const page = facilitator.page.getByRole('main');
	for (const text of ['Geen tijd en mensen', 'Een modelconvenant', 'Zonder lijn drie', 'Met gemeente'])
		await expect(page).toContainText(text);
	for (const { name } of [ANNA, BRAM, CARLA]) await expect(page).not.toContainText(name);

	const json = await facilitator.recordFile('intakeverslag.json');
	const served = await facilitator.page.request.get('/schema/intakeverslag-1.0.json');
	const record = JSON.parse(json) as {
		cards: { text: string }[];
		links: unknown[];
		session: { status: string };
	};
	expect(schemaFaults(record, (await served.json()) as JsonSchema)).toEqual([]);
	expect(record.session.status).toBe('gesloten');
	expect(record.links).toHaveLength(1);
	const texts = record.cards.map((card) => card.text);
	for (const text of OFFLINE_CARDS) expect(texts.filter((found) => found === text)).toHaveLength(1);
	expect(texts).toContain('Geen grondslag\nom te delen');
	expect(texts).not.toContain('Toch maar niet');
	const csv = await facilitator.recordFile('intakeverslag.csv');
	for (const text of texts) expect(csv).toContain(text);
}

/** A started round waits for its writing when the day's template says so; else it writes at once. */
async function startWriting(facilitator: Facilitator): Promise<void> {
	await expect(facilitator.next).toHaveText(/Start schrijven|Laat kaarten zien/);
	if ((await facilitator.next.innerText()).includes('Start schrijven'))
		await facilitator.press('Start schrijven');
}
