import type { Browser, Page } from '@playwright/test';
import { axeFaults } from './people/axe.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { pageFor } from './people/pages.ts';
import { Participant } from './people/participant.ts';
import { Traffic } from './people/traffic.ts';
import type { WebVisitor } from '#lib/simulation/web-visitor.ts';

const TARGET = 'Ronde 3 · Knelpunten';
const CANARY = 'Kanarie';
const GOOD = Array.from({ length: 10 }, (_, index) => `${CANARY} ${index + 1}`);
/** The third line is empty and the seventh too long. */
const LIST = [...GOOD.slice(0, 2), '', ...GOOD.slice(2, 5), 'x'.repeat(281), ...GOOD.slice(5)];

async function prepared(browser: Browser, organiser: WebVisitor): Promise<{ hall: RunHall; page: Page }> {
	const hall = await RunHall.prepare(organiser);
	const page = await pageFor(browser, organiser);
	await page.goto(`/sessies/${hall.id}`);
	await expect(page.getByText('Alles bewaard')).toBeVisible();
	return { hall, page };
}

async function chooseSource(page: Page, name: string): Promise<void> {
	await page.getByRole('radio', { name, exact: true }).check();
}

test('a pasted list waits unseen until its round is shared, and then says that it was there beforehand', async ({
	browser,
	organiser
}) => {
	const { hall, page } = await prepared(browser, organiser);
	await test.step('twelve lines, of which two are refused with their line and reason', async () => {
		await page.getByLabel('Plak je lijst').fill(LIST.join('\n'));
		await expect(page.getByText('10 kaarten, 2 geweigerd')).toBeVisible();
		const refused = page.getByRole('group', { name: 'Geweigerd' }).getByRole('listitem');
		await expect(refused).toHaveText(['Regel 3: hier staat niets', 'Regel 7: langer dan 280 tekens']);
		await expect(page.getByText('Kies eerst een ronde.')).toBeVisible();
		await page.getByLabel('In welke ronde?').selectOption({ label: TARGET });
		expect(await axeFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Zet 10 kaarten klaar' }).click();
		await expect(page.getByText('10 kaarten staan klaar.')).toBeFocused();
		await expect(page.getByLabel('Plak je lijst')).toHaveValue('');
	});
	await test.step('one is taken out and put back', async () => {
		await page.getByText(`${TARGET} 10 kaarten vooraf`).click();
		await page.getByRole('button', { name: `Haal deze kaart weg: ${GOOD[0]}`, exact: true }).click();
		await expect(page.getByText(`${TARGET} 9 kaarten vooraf`)).toBeVisible();
		expect(await axeFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Zet terug' }).click();
		await expect(page.getByText(`${TARGET} 10 kaarten vooraf`)).toBeVisible();
	});
	await hall.facilitate({ type: 'OpenDoors' });
	const { web } = await hall.join('Anna de Wit', 'GM0014');
	const anna = new Participant(await pageFor(browser, web));
	const screen = await pageFor(browser, organiser);
	const screenTraffic = new Traffic(screen);
	await anna.page.goto(`/sessie/${hall.id}`);
	await screen.goto(hall.screenPath);
	await test.step('nobody sees or receives them while the round is written', async () => {
		await hall.moveTo('bottlenecks', 'writing');
		await anna.isAtStage('Schrijven');
		await anna.write('Van mijzelf');
		await expect(screen.getByRole('main')).toContainText('11');
		for (const traffic of [anna.traffic, screenTraffic]) {
			await expect.poll(() => traffic.frames.length).toBeGreaterThan(0);
			expect(traffic.framesWith(new RegExp(CANARY))).toEqual([]);
		}
		await anna.seesNot(CANARY);
	});
	await test.step('shared, they say that they were put in beforehand', async () => {
		await hall.moveTo('bottlenecks', 'sharing');
		for (const text of GOOD) await expect(anna.card(text).first()).toContainText('Vooraf');
		await expect(anna.card('Van mijzelf')).not.toContainText('Vooraf');
		await page.goto(`/sessies/${hall.id}/regie`);
		await expect(page.getByRole('option').filter({ hasText: `${CANARY} 7` })).toContainText('Vooraf');
	});
	hall.leave();
});

test('cards come from a file and from an earlier record into the round they were written for', async ({
	browser,
	organiser
}) => {
	const earlier = await RunHall.prepare(organiser);
	await earlier.facilitate({ type: 'OpenDoors' });
	const { socket } = await earlier.join('Bram Bos', 'GM0014');
	await earlier.moveTo('needs', 'writing');
	const needs = earlier.round('needs').id;
	await insist(socket, { type: 'PostCard', roundId: needs, text: 'Een modelconvenant', stepId: null });
	await earlier.moveTo('needs', 'sharing');
	const { hall, page } = await prepared(browser, organiser);

	await test.step('an earlier record, with the municipality of its cards', async () => {
		await chooseSource(page, 'Een eerder verslag');
		const sessions = page.getByLabel('Uit welke sessie?');
		const value = await sessions.locator(`option[value="${earlier.id}"]`).getAttribute('value');
		await sessions.selectOption(value);
		await expect(page.getByLabel('In welke ronde?').locator('option:checked')).toHaveText(
			'Ronde 4 · Behoeften'
		);
		await expect(page.getByRole('list', { name: /^Dit komt erin/ })).toContainText('Groningen');
		await page.getByRole('button', { name: 'Zet 1 kaart klaar' }).click();
		await hall.when((shared) => Object.keys(shared.facilitator?.putIn ?? {}).length === 1);
		await expect(page.getByText('1 kaart staat klaar.')).toBeFocused();
	});
	await test.step('a spreadsheet with semicolons, and one row of another theme', async () => {
		await chooseSource(page, 'Een CSV-bestand');
		const csv =
			'\uFEFFThema;Ronde;Tekst\r\nondermijning;knelpunt;"Een; twee"\r\narmoede-schulden;proces;Nee\r\n';
		await page.getByLabel('Kies een CSV-bestand').setInputFiles(file('kaarten.csv', csv));
		await expect(page.getByText('Regel 3: hoort bij een ander thema')).toBeVisible();
		await page.getByRole('button', { name: 'Zet 1 kaart klaar' }).click();
		await hall.when((shared) => Object.keys(shared.facilitator?.putIn ?? {}).length === 2);
		await expect(page.getByText('1 kaart staat klaar.')).toBeFocused();
	});
	await test.step('what is no file of cards is refused in words', async () => {
		const choose = (name: string, content: string | Buffer) =>
			page.getByLabel('Kies een CSV-bestand').setInputFiles(file(name, content));
		await choose('plaatje.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00]));
		await expect(page.getByText('Dit bestand is geen tekst in UTF-8.')).toBeVisible();
		await choose('groot.csv', 'x'.repeat(1_000_001));
		await expect(page.getByText('Dit bestand is groter dan 1 MB.')).toBeVisible();
		await choose('anders.csv', 'a,b\n1,2\n');
		await expect(page.getByText('Boven aan het bestand moet één kolom tekst heten')).toBeVisible();
	});
	earlier.leave();
	hall.leave();
});

function file(name: string, content: string | Buffer) {
	return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

test('tables are made per example, named, given another example and put back', async ({
	browser,
	organiser
}) => {
	const { hall, page } = await prepared(browser, organiser);
	for (const name of ['Adressen in beeld', 'Vroeg zien'])
		await hall.facilitate({ type: 'AddExample', example: { name, summary: '', municipalities: ['GM0014'] } });
	await page.getByRole('button', { name: 'Maak een tafel per voorbeeld' }).click();
	const rows = page.getByRole('list', { name: 'Tafels' }).getByRole('listitem');
	await expect(rows).toHaveCount(2);
	await expect(page.getByText('2 voorbeelden, 2 tafels').first()).toBeVisible();
	const name = page.getByLabel('Naam van Tafel 2');
	await name.fill('Raamtafel');
	await page.getByLabel('Praktijkvoorbeeld van Raamtafel').selectOption('Adressen in beeld');
	await hall.when(({ tables, examples }) => {
		const first = examples.find((example) => example.name === 'Adressen in beeld')?.id;
		return tables.some((table) => table.name === 'Raamtafel' && table.exampleId === first);
	});
	await page.getByRole('button', { name: 'Haal weg: Raamtafel' }).click();
	await expect(rows).toHaveCount(1);
	await page.getByRole('button', { name: 'Zet terug' }).click();
	await expect(rows).toHaveCount(2);
	await test.step('with the room open, who sits there can lead it', async () => {
		await hall.facilitate({ type: 'OpenDoors' });
		const { socket } = await hall.join('Anna de Wit', 'GM0014');
		await insist(socket, { type: 'TakeSeat', tableId: hall.shared.tables[0]?.id ?? null });
		await expect(rows.first()).toContainText('1 persoon');
		await page.getByLabel('Tafelleider van Tafel 1').selectOption('Anna de Wit');
		await hall.when((shared) => Object.keys(shared.facilitator?.hosts ?? {}).length === 1);
		expect(await axeFaults(page)).toEqual([]);
	});
	hall.leave();
});
