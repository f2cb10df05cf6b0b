import { writeXlsx } from 'hucre/xlsx';
import { intakeRecord, recordJson, type IntakeRecord } from '#lib/domain/record/record.ts';
import { anOpenWorksession } from '../kit/worksession.ts';
import { expect, test } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

test('[E3] a table of cards from paper is told apart, looked at and brought in as a closed session', async ({
	browser,
	organiser
}) => {
	const page = await pageFor(browser, organiser);
	await page.goto('/sessies/nieuw');
	await page.getByRole('link', { name: /op papier/ }).click();
	await expect(page.getByRole('link', { name: 'Download een voorbeeldbestand' })).toBeVisible();
	const rows = [
		'nr;kaart;waar;ronde;stippen',
		'1;Geen tijd;Groningen;knelpunt;4',
		'2;Een voorbeeld;Utrecht;behoefte;',
		'3;Wie;Atlantis;;'
	];
	const file = page.getByLabel('Bestand met kaarten');
	const workbook = await writeXlsx({ sheets: [{ name: 'Wand', rows: [['tekst'], ['Uit Excel']] }] });
	await file.setInputFiles({ name: 'wand.xlsx', mimeType: '', buffer: Buffer.from(workbook) });
	await expect(page.getByText('1 kaart, 0 geweigerd')).toBeVisible();
	await file.setInputFiles({
		name: 'kapot.xlsx',
		mimeType: '',
		buffer: Buffer.from(workbook.subarray(0, 500))
	});
	await expect(page.getByText('Dit werkblad kunnen we niet lezen.')).toBeVisible();
	await file.setInputFiles({
		name: 'wand.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(rows.join('\r\n'))
	});
	await expect(page.getByText('3 kaarten, 0 geweigerd')).toBeVisible();
	await page.getByLabel('Gemeente', { exact: true }).selectOption('waar');
	await expect(page.getByText('2 kaarten, 1 geweigerd')).toBeVisible();
	await expect(page.getByText('Regel 4: een gemeente die we niet kennen')).toBeVisible();
	await expect(page.getByText(/4 stippen/)).toBeVisible();
	await isAccessible(page);
	await page.getByLabel('Datum').fill('2026-03-12');
	await page.getByRole('button', { name: 'Haal binnen: 2 kaarten' }).click();
	await expect(page).toHaveURL(/\/verslag$/);
	const record = page.getByRole('main');
	for (const text of ['Geen tijd', 'Een voorbeeld', 'donderdag 12 maart 2026'])
		await expect(record.getByText(text).first()).toBeVisible();
	await expect(record.getByText('Atlantis')).toBeHidden();
});

test('[E3] the file of a record becomes a session of its own, once', async ({ browser, organiser }) => {
	const page = await pageFor(browser, organiser);
	await page.goto('/sessies/nieuw');
	await page.getByRole('link', { name: /Haal het bestand binnen/ }).click();
	const file = page.getByLabel('Intakeverslag');
	const choose = (text: string) =>
		file.setInputFiles({ name: 'verslag.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	await choose('{}');
	await expect(page.getByText('Dit is geen intakeverslag van Waaier')).toBeVisible();
	const json = recordJson(aRecordOfADay());
	await choose(json);
	await expect(page.getByRole('heading', { name: 'Elders gehouden' })).toBeVisible();
	await expect(page.getByText('Wie welke stip gaf', { exact: false })).toBeVisible();
	await isAccessible(page);
	await page.getByRole('button', { name: 'Haal de sessie binnen' }).click();
	await expect(page).toHaveURL(/\/verslag$/);
	await expect(page.getByRole('main').getByText('Geen tijd').first()).toBeVisible();
	await expect(page.getByText(/Binnengehaald op .* door/)).toBeAttached();
	// On a slow device a file is chosen before the page is at work.
	const scripts = Promise.withResolvers<undefined>();
	await page.route('**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await page.goto('/sessies/bestand', { waitUntil: 'commit' });
	await choose(json);
	scripts.resolve(undefined);
	await page.getByRole('button', { name: 'Haal de sessie binnen' }).click();
	await expect(page.getByText('Deze sessie staat er al.')).toBeVisible();
	await page.getByRole('link', { name: 'Naar het verslag' }).click();
	await expect(page.getByRole('heading', { name: 'Elders gehouden' }).first()).toBeVisible();
});

function aRecordOfADay(): IntakeRecord {
	const day = anOpenWorksession().at('bottlenecks', 'sharing');
	day.cluster('Stapel', day.card('anna', 'Geen tijd'), day.card('bram', 'Geen geld'));
	day.act('facilitator', { type: 'CloseWorksession' });
	const record = intakeRecord(day.state);
	return { ...record, session: { ...record.session, title: 'Elders gehouden' } };
}
