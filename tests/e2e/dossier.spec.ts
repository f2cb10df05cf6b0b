import { expect, RunHall, test } from './people/organised.ts';
import { isAccessible, newPage, pageFor, PHONE } from './people/pages.ts';

test('[P5] a municipality fills its example by a link on a phone, without an account, and others read it', async ({
	browser,
	organiser
}) => {
	const page = await pageFor(browser, organiser);
	await page.goto('/voorbeelden');
	await isAccessible(page);
	await page.getByRole('button', { name: 'Nieuw dossier' }).click();
	await page.getByLabel('Hoe heet het?').fill('Opvallende adressen');
	await page.getByRole('combobox', { name: 'Van welke gemeente?' }).fill('Zwolle');
	await page.keyboard.press('Enter');
	await isAccessible(page);
	await page.getByRole('button', { name: 'Maak het dossier' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opvallende adressen');
	await page.getByRole('button', { name: 'Maak een link' }).click();
	const link = await page.getByLabel('Link', { exact: true }).inputValue();
	const address = new URL(link).pathname;

	const phone = await newPage(browser, organiser.origin, PHONE);
	await phone.goto(address);
	await expect(phone.getByText('1 van 10 velden')).toBeVisible();
	await phone.getByLabel('Wat is het, in het kort?').fill('We leggen adressen naast elkaar.');
	await phone.getByRole('button', { name: 'BAG (adressen)' }).click();
	await phone.getByRole('checkbox', { name: 'Convenant' }).check();
	await expect(phone.getByText('Een convenant is geen grondslag.')).toBeVisible();
	await phone.getByRole('radio', { name: 'Ja', exact: true }).check();
	await phone.getByRole('radio', { name: 'In gebruik' }).check();
	await expect(phone.getByText('Bewaard', { exact: true })).toBeVisible();
	const colleague = await phone.context().newPage();
	await colleague.goto(address);
	await colleague.getByLabel('Voor wie is het?').fill('Voor toezichthouders');
	await colleague.getByRole('button', { name: 'Klaar voor nu' }).click();
	await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Dank je wel');
	const whom = phone.getByRole('textbox', { name: 'Voor wie is het?' });
	await whom.fill('Voor wijkteams');
	await expect(phone.getByText('Voor toezichthouders')).toBeVisible();
	await expect(whom).toHaveValue('Voor wijkteams');
	await isAccessible(phone);
	await phone.getByRole('button', { name: 'wat de ander invulde' }).click();
	await expect(whom).toHaveValue('Voor toezichthouders');
	await expect(whom).toBeFocused();
	await phone.context().setOffline(true);
	await phone.getByLabel('Welk probleem lost het op?').fill('Niemand zag het hele beeld.');
	await expect(phone.getByText('Niet bewaard. Geen verbinding')).toBeVisible();
	await phone.context().setOffline(false);
	await phone.getByLabel('Wat heeft een andere gemeente nodig?').fill('Een jurist\nTwee dagen');
	await phone.getByLabel('Resultaat 1').fill('Tien adressen gevonden');
	const known = (by: string) => phone.getByRole('group', { name: by, exact: true });
	await known('Dat weten we door').getByRole('radio', { name: 'eigen cijfers' }).check();
	await phone.getByRole('button', { name: 'Nog een bewijs' }).click();
	await known('En ook door').getByRole('radio', { name: 'een evaluatie' }).check();
	await expect(phone.getByLabel('Link naar het bewijs')).toHaveCount(2);
	await expect(phone.getByText('10 van 10 velden')).toBeVisible();
	await isAccessible(phone);
	await phone.getByRole('button', { name: 'Klaar voor nu' }).click();
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Dank je wel');
	await colleague.evaluate(() => dispatchEvent(new Event('focus')));
	await expect(colleague.getByText('Iemand met de link bewaarde om', { exact: false })).toBeVisible();
	await colleague.close();
	await phone.reload();
	await expect(phone.getByLabel('Welk probleem lost het op?')).toHaveValue('Niemand zag het hele beeld.');

	await page.reload();
	await expect(page.getByText('Niemand zag het hele beeld.')).toBeVisible();
	await expect(page.getByText('En ook door: een evaluatie')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Een jurist' })).toBeVisible();
	await isAccessible(page);
	await page.getByRole('button', { name: 'Stop de link' }).click();
	await expect(page.getByRole('button', { name: 'Maak een link' })).toBeVisible();
	expect((await phone.goto(address))?.status()).toBe(404);
	await phone.close();

	await page.getByText('Teksten weghalen').click();
	await page.getByLabel('Van welk onderdeel?').selectOption('Welk probleem lost het op?');
	await page.getByRole('button', { name: 'Haal tekst weg' }).click();
	const dialog = page.getByRole('alertdialog');
	await dialog.getByLabel('Waarom?').fill('Een naam');
	await dialog.getByRole('button', { name: 'Haal weg' }).click();
	await expect(page.getByText('Weggehaald door', { exact: false })).toContainText('Een naam');
	await expect(page.getByText('Niemand zag het hele beeld.')).toHaveCount(0);
	await isAccessible(page);

	await page.getByRole('button', { name: 'Haal weg' }).click();
	await page.getByRole('button', { name: 'Zet terug' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opvallende adressen');

	const hall = await RunHall.prepare(organiser);
	await page.goto(`/sessies/${hall.id}#voorbeelden`);
	await page.getByRole('button', { name: 'Uit een dossier' }).click();
	await expect(page.getByText(/^Laatst gewijzigd .+: wie de link had$/)).toBeVisible();
	await page.getByRole('button', { name: 'Neem mee: Opvallende adressen' }).click();
	await expect(page.getByText('staat er al bij')).toBeVisible();
	await isAccessible(page);
	await page.getByRole('button', { name: 'Sluit', exact: true }).click();
	await hall.when(({ examples }) => examples.some(({ dossierId }) => dossierId !== undefined));
	hall.leave();
});
