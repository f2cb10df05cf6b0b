import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from './people/organised.ts';
import { isAccessible, pageFor } from './people/pages.ts';

test('[E3] a table of cards from paper is told apart, looked at and brought in as a closed session', async ({
	browser,
	organiser
}) => {
	const page = await pageFor(browser, organiser);
	await page.goto('/sessies/nieuw');
	await page.getByRole('link', { name: /op papier/ }).click();
	const rows = [
		'nr;kaart;waar;ronde',
		'1;Geen tijd;Groningen;knelpunt',
		'2;Een voorbeeld;Utrecht;behoefte',
		'3;Wie;Atlantis;'
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
	await isAccessible(page);
	await page.getByLabel('Datum').fill('2026-03-12');
	await page.getByRole('button', { name: 'Haal binnen: 2 kaarten' }).click();
	await expect(page).toHaveURL(/\/verslag$/);
	const record = page.getByRole('main');
	for (const text of ['Geen tijd', 'Een voorbeeld', 'donderdag 12 maart 2026'])
		await expect(record.getByText(text).first()).toBeVisible();
	await expect(record.getByText('Atlantis')).toBeHidden();
});
