import type { Page } from '@playwright/test';
import type { CardView } from '#lib/domain/visibility/card-view.ts';
import type { RoundKind } from '#lib/domain/vocabulary.ts';
import type { VisitorSocket } from '#lib/simulation/visitor-socket.ts';
import { axeFaults, bringAxe } from './people/axe.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

/** Every look in which a page is judged before a release. */
const ALL_LOOKS = [
	{ name: 'licht, breed', colorScheme: 'light', width: 1440 },
	{ name: 'donker, smal', colorScheme: 'dark', width: 320 },
	{ name: 'donker, breed', colorScheme: 'dark', width: 1440 },
	{ name: 'licht, smal', colorScheme: 'light', width: 320 }
] as const;
/** In every run both widths and both themes, each once. */
const LOOKS = process.env['WAAIER_RELEASE_TEST'] === '1' ? ALL_LOOKS : ALL_LOOKS.slice(0, 2);
const HEIGHT = 900;

/** Looks at a page in every way; faults are told with the look, and nothing may stand beyond the edge. */
async function faultsOf(page: Page, what: string): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const { name, colorScheme, width } of LOOKS) {
		await page.setViewportSize({ width, height: HEIGHT });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.evaluate(wear, colorScheme);
		const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (beyond > 0) faults.push(`${what}, ${name}: ${beyond} px beyond the edge`);
		for (const fault of await axeFaults(page)) faults.push(`${what}, ${name}: ${fault}`);
	}
	return faults;
}

/** Runs in the page: the screen of the hall has a theme of its own. */
function wear(theme: string): void {
	for (const element of document.querySelectorAll<HTMLElement>('[data-theme]')) element.dataset.theme = theme;
}

test('axe and the edge of the page find what is planted', async ({ context, page }) => {
	await bringAxe(context);
	await page.goto('/');
	await page.evaluate(() => {
		const wide = document.createElement('input');
		wide.size = 400;
		const pale = document.createElement('button');
		pale.className = 'btn btn--next';
		pale.textContent = 'Bleek';
		pale.style.color = '#fffbe0';
		// Outside what Svelte takes over, which would remove them when they come before it.
		document.body.append(wide, pale);
	});
	const faults = await faultsOf(page, 'planted');
	expect(faults.filter((fault) => fault.includes('beyond the edge'))).toHaveLength(LOOKS.length);
	expect(faults.filter((fault) => fault.includes(': label '))).toHaveLength(LOOKS.length);
	expect(faults.filter((fault) => fault.includes('color-contrast left open'))).toHaveLength(LOOKS.length);
});

/** Comes back once the page has heard of it. */
async function systemGoes(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
	await page.emulateMedia({ colorScheme });
	await page.evaluate(() => new Promise((heard) => requestAnimationFrame(heard)));
}

test('a page that is open goes dark and light with the system, unless its reader or the hall chose', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	const page = await pageFor(browser, organiser);
	const root = page.locator('html');
	await page.goto(`/sessies/${hall.id}/regie`);
	for (const colorScheme of ['dark', 'light'] as const) {
		await systemGoes(page, colorScheme);
		await expect(root).toHaveAttribute('data-theme', colorScheme);
	}
	await page.context().addCookies([{ name: 'waaier_theme', value: 'light', url: organiser.origin }]);
	await systemGoes(page, 'dark');
	await expect(root).toHaveAttribute('data-theme', 'light');
	await page.goto(hall.screenPath);
	await expect(root).toHaveAttribute('data-theme', 'dark');
	await systemGoes(page, 'light');
	await expect(root).toHaveAttribute('data-theme', 'dark');
	hall.leave();
});

test('pages on the way in hold to WCAG 2.2 AA, in every look', async ({
	context,
	page,
	server,
	organiser
}) => {
	await bringAxe(context);
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const faults: string[] = [];
	const pages = [
		'/',
		`/deelnemen/${hall.code}`,
		'/privacy',
		'/inloggen',
		'/inloggen#abc',
		'/scherm',
		'/bestaat-niet'
	];
	for (const path of pages) {
		await page.goto(`${server.url}${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		faults.push(...(await faultsOf(page, path)));
	}
	await sendNoForm(page, server.url);
	faults.push(...(await faultsOf(page, 'the page of a form that cannot be read')));
	hall.leave();
	expect(faults).toEqual([]);
});

/** Sends a form that no browser sends. */
async function sendNoForm(page: Page, url: string): Promise<void> {
	await page.route(`${url}/`, async (route) => {
		const response = await page.request.post(`${url}/`, {
			headers: { accept: 'text/html', origin: url, 'content-type': 'multipart/form-data; boundary=x' },
			data: 'no form'
		});
		await route.fulfill({ response });
	});
	await page.goto(`${url}/`);
	await page.unroute(`${url}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit konden we niet lezen');
}

test('pages of a facilitator before and after the day hold to WCAG 2.2 AA, in every look', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	const page = await pageFor(browser, organiser);
	const faults: string[] = [];
	for (const path of ['/sessies', '/sessies/nieuw', `/sessies/${hall.id}`, `/sessies/${hall.id}/regie`]) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
		faults.push(...(await faultsOf(page, path)));
	}
	await page.goto(`/sessies/${hall.id}`);
	await page.getByRole('button', { name: 'Pas aan: Knelpunten' }).click();
	await page.getByRole('button', { name: 'Voorbeeld', exact: true }).click();
	faults.push(...(await faultsOf(page, 'prepare, open')));
	hall.leave();
	expect(faults).toEqual([]);
});

test('what opens while a day is composed holds to WCAG 2.2 AA', async ({ browser, organiser }) => {
	const hall = await RunHall.prepare(organiser);
	await furnish(hall);
	const page = await pageFor(browser, organiser);
	await page.goto(`/sessies/${hall.id}`);
	await expect(page.getByText('Alles bewaard')).toBeVisible();
	await page.getByRole('button', { name: 'Ronde toevoegen' }).click();
	await test.step('prepare, with tables, cards and rounds to add', () => isAccessible(page));
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Meer over Welkom' }).click();
	await test.step('prepare, menu of an item', () => isAccessible(page));
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Verplaats Lunch' }).press('Space');
	await test.step('prepare, a lifted row', () => isAccessible(page));
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Bewaar als sjabloon' }).click();
	await test.step('prepare, name of a template', () => isAccessible(page));
	await page.getByLabel('Naam van het sjabloon').press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.goto('/sessies/nieuw');
	await page.getByRole('button', { name: /^Meer over sjabloon/ }).click();
	await page.getByRole('menuitem', { name: 'Andere naam' }).click();
	await test.step('a new session with a template', () => isAccessible(page));
	await page.goto('/sessies');
	await page
		.getByRole('button', { name: /^Meer over/ })
		.first()
		.click();
	await test.step('sessions, menu of one', () => isAccessible(page));
	hall.leave();
});

/** Two examples, each with its table, and cards beforehand. */
async function furnish(hall: RunHall): Promise<void> {
	for (const name of ['Adressen in beeld', 'Zorgfraude']) {
		await hall.facilitate({ type: 'AddExample', example: { name, summary: '', municipalities: ['GM0014'] } });
		const example = hall.shared.examples.find((known) => known.name === name);
		await hall.facilitate({ type: 'AddTable', table: { name, exampleId: example?.id ?? null } });
	}
	const cards = ['Te weinig tijd', 'Niemand weet wie'].map((text) => ({ text, municipalities: ['GM0014'] }));
	await hall.facilitate({ type: 'PutInCards', roundId: hall.round('bottlenecks').id, cards });
}

test('dialogs over a running day hold to WCAG 2.2 AA', async ({ browser, organiser }) => {
	const hall = await RunHall.prepare(organiser);
	await furnish(hall);
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.join('Anna de Wit', 'GM0014');
	await hall.moveTo('process', 'writing');
	await hall.facilitate({ type: 'AdjustTimer', deltaMs: 12 * 60_000 });
	const page = await pageFor(browser, organiser);
	await page.goto(`/sessies/${hall.id}/regie`);
	await page.getByRole('button', { name: 'Haal tijd in' }).click();
	const catchUp = page.getByRole('dialog', { name: 'Haal tijd in' });
	await catchUp.getByRole('button', { name: 'Vul een voorstel in' }).click();
	await isAccessible(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /^Tafels/ }).click();
	await expect(page.getByRole('dialog', { name: 'Tafels' })).toBeVisible();
	await isAccessible(page);
	hall.leave();
});

interface Watched {
	readonly hall: RunHall;
	readonly writer: VisitorSocket;
	readonly pages: Readonly<Record<'regie' | 'deelnemer' | 'scherm', Page>>;
	readonly faults: string[];
}

test('every stage of the day holds to WCAG 2.2 AA, for every role and in every look', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.facilitate({
		type: 'AddExample',
		example: { name: 'Adressen in beeld', summary: '', municipalities: ['GM0014'] }
	});
	const anna = await hall.join('Anna de Wit', 'GM0014');
	const { socket: writer } = await hall.join('Bram Öztürk', 'GM0193');
	const watched: Watched = {
		hall,
		writer,
		pages: {
			regie: await pageFor(browser, organiser),
			deelnemer: await pageFor(browser, anna.web),
			scherm: await pageFor(browser, organiser)
		},
		faults: []
	};
	await watched.pages.regie.goto(`/sessies/${hall.id}/regie`);
	await watched.pages.deelnemer.goto(`/sessie/${hall.id}`);
	await watched.pages.scherm.goto(hall.screenPath);
	await lookAtTheDay(watched, anna.socket);
	hall.leave();
	expect(watched.faults).toEqual([]);
});

async function lookAtTheDay(watched: Watched, anna: VisitorSocket): Promise<void> {
	const { hall, writer } = watched;
	await insist(writer, { type: 'Greet', text: 'Met de fiets' });
	await look(watched, 'wachtruimte', 'Met de fiets');
	await hall.facilitate({ type: 'AddStep', title: 'Signaal', tableId: null, roundId: null, cardIds: [] });
	await hall.facilitate({ type: 'AddStep', title: 'Weging', tableId: null, roundId: null, cardIds: [] });
	await hall.moveTo('bottlenecks', 'writing');
	await write(watched, anna, 'bottlenecks', 'Geen grondslag om te delen');
	for (const text of ['Te weinig tijd', 'Niemand weet wie'])
		await write(watched, writer, 'bottlenecks', text);
	await look(watched, 'schrijven', 'Waar liep het vast?');
	await hall.moveTo('bottlenecks', 'sharing');
	await look(watched, 'delen', 'Te weinig tijd');
	await hall.moveTo('bottlenecks', 'arranging');
	await arrange(hall);
	await look(watched, 'ordenen', 'Tijd en mensen');
	await lookAtChoosing(watched);
	await hall.moveTo('bottlenecks', 'voting');
	await vote(hall, writer);
	await look(watched, 'stemmen', /zwaarst|opgelost|Ronde/);
	await hall.moveTo('bottlenecks', 'closed');
	await look(watched, 'uitslag', 'Tijd en mensen');
	const pause = hall.shared.agenda.find((item) => item.kind === 'break' && item.title === 'Lunch');
	await hall.facilitate({ type: 'StartItem', itemId: pause?.id ?? '' });
	await look(watched, 'pauze', /Lunch|verder/);
	await hall.facilitate({ type: 'CloseWorksession' });
	await look(watched, 'gesloten', /Bedankt|Dank|dicht/);
	await watched.pages.regie.goto(`/sessies/${hall.id}/verslag`);
	watched.faults.push(...(await faultsOf(watched.pages.regie, 'verslag')));
}

/** Everybody's page as it is at this stage, once it shows these words. */
async function look({ pages, faults }: Watched, stage: string, words: string | RegExp): Promise<void> {
	for (const [role, page] of Object.entries(pages)) {
		await expect(page.getByRole('main')).toContainText(words);
		faults.push(...(await faultsOf(page, `${stage} (${role})`)));
	}
}

/** What stands on the regie while something is chosen, and in a dialog over it. */
async function lookAtChoosing({ pages: { regie }, faults }: Watched): Promise<void> {
	await regie.getByRole('listbox').getByRole('option').first().click();
	await expect(regie.getByRole('toolbar', { name: 'Gekozen kaarten' })).toBeVisible();
	faults.push(...(await faultsOf(regie, 'ordenen, gekozen')));
	await regie.getByRole('button', { name: 'Wis keuze' }).click({ trial: true });
	await regie.keyboard.press('?');
	await expect(regie.getByRole('dialog')).toBeVisible();
	faults.push(...(await faultsOf(regie, 'toetsen')));
	await regie.keyboard.press('Escape');
}

async function write({ hall }: Watched, writer: VisitorSocket, kind: RoundKind, text: string): Promise<void> {
	await insist(writer, { type: 'PostCard', roundId: hall.round(kind).id, text, stepId: null });
}

function cards(hall: RunHall): readonly CardView[] {
	return Object.values(hall.round('bottlenecks').cards);
}

async function arrange(hall: RunHall): Promise<void> {
	await hall.when(() => cards(hall).length === 3);
	const roundId = hall.round('bottlenecks').id;
	const [first, ...others] = cards(hall).map(({ id }) => ({ kind: 'card', id }) as const);
	const [step] = hall.shared.steps;
	await hall.facilitate({ type: 'MakeCluster', roundId, title: 'Tijd en mensen', items: others });
	if (first && step) await hall.facilitate({ type: 'PinItems', roundId, items: [first], stepId: step.id });
}

async function vote(hall: RunHall, voter: VisitorSocket): Promise<void> {
	const round = hall.round('bottlenecks');
	for (const id of Object.keys(round.clusters))
		await insist(voter, { type: 'PlaceDot', roundId: round.id, item: { kind: 'cluster', id } });
}
