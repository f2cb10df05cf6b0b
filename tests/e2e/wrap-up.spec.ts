import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor, PHONE } from './people/pages.ts';

test('who looks back corrects a card and gives the day a mark, over a reload, and it stands once the day closes', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const anna = await hall.join('Anna de Wit', 'GM0014');
	await hall.moveTo('bottlenecks', 'writing');
	const roundId = hall.shared.currentItemId ?? '';
	for (const text of ['Informatie ligt overal.', 'Eén collega kan dit.', 'Dit was een grap.'])
		await insist(anna.socket, { type: 'PostCard', roundId, text, stepId: null });
	await hall.facilitate({ type: 'StartItem', itemId: hall.shared.agenda.at(-1)?.id ?? '' });

	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	const phone = await pageFor(browser, anna.web, PHONE);
	await phone.goto(`/sessie/${hall.id}`);
	await regie.getByRole('button', { name: 'Begin het nakijken' }).click();
	await expect(phone.getByRole('heading', { name: 'Klopt dit zo?' })).toBeVisible();

	const about = (text: string) => phone.getByRole('group', { name: text });
	await about('Informatie ligt overal.').getByRole('radio', { name: 'Verbeter' }).check();
	await phone.getByLabel('Zo had ik het bedoeld').fill('Niemand mag alles zien.');
	await about('Dit was een grap.').getByRole('radio', { name: 'Haal weg' }).check();
	await expect(phone.getByText('Bewaard.')).toBeVisible();
	await phone.getByRole('button', { name: 'Alles hier klopt' }).click();
	await expect(about('Eén collega kan dit.').getByRole('radio', { name: 'Klopt' })).toBeChecked();
	await expect(about('Dit was een grap.').getByRole('radio', { name: 'Haal weg' })).toBeChecked();
	await isAccessible(phone);
	await expect(regie.getByText('3 van 3 kaarten bekeken')).toBeVisible();

	const action = regie.getByRole('form', { name: 'Nieuwe actie' });
	await action.getByLabel('Wat gaat er gebeuren?').fill('Privacytoets rondsturen');
	await regie.keyboard.press('Enter');
	await expect(action.getByLabel('Wat gaat er gebeuren?')).toHaveValue('');
	await expect(action.getByLabel('Wat gaat er gebeuren?')).toBeFocused();
	await regie.getByRole('button', { name: 'Toon acties in de zaal' }).click();
	const screen = await pageFor(browser, organiser);
	await screen.goto(hall.screenPath);
	await expect(screen.getByText('Privacytoets rondsturen')).toBeVisible();
	await phone.getByRole('button', { name: 'Lees 1 besluit of actie' }).click();
	await expect(phone.getByText('Privacytoets rondsturen')).toBeVisible();
	await isAccessible(phone);
	await phone.getByRole('button', { name: 'Terug naar het nakijken' }).click();

	await phone.getByLabel('Zo had ik het bedoeld').fill('Niemand mag alles nog zien.');
	await phone.reload();
	await expect(phone.getByLabel('Zo had ik het bedoeld')).toHaveValue('Niemand mag alles nog zien.');
	await phone.getByRole('button', { name: 'Verder naar je cijfer' }).click();
	await phone.getByRole('radio', { name: 'Leverde veel op' }).check();
	await phone.getByLabel('Wat maakte het een 4?').fill('Een goed gesprek');
	await phone.getByRole('button', { name: 'Geef je cijfer' }).click();
	await expect(phone.getByText('Je cijfer is bewaard.')).toBeVisible();
	await isAccessible(phone);
	await expect(regie.getByText('1 van 1 mensen gaven een cijfer')).toBeVisible();
	await isAccessible(regie);

	await hall.facilitate({ type: 'CloseWorksession' });
	await expect(phone.getByText('Niemand mag alles nog zien.')).toBeVisible();
	await expect(phone.getByText('Dit was een grap.')).toHaveCount(0);
	await regie.goto(`/sessies/${hall.id}/verslag`);
	await expect(regie.getByText('1 van 1 mensen gaven een cijfer.')).toBeVisible();
	await expect(regie.getByText('Een goed gesprek')).toHaveCount(0);

	await regie.getByRole('button', { name: 'Stel vast' }).click();
	await expect(regie.getByText('Schrijf op waarom.')).toBeVisible();
	await regie.getByLabel('Waarom?').fill('Komt terug op 2 april');
	await regie.getByRole('button', { name: 'Stel vast' }).click();
	await expect(regie.getByText('Het verslag staat vast.', { exact: false })).toBeVisible();
	await expect(regie.getByRole('link', { name: 'Versie 1 als JSON' })).toBeVisible();
	await expect(regie.getByText('Reden: Komt terug op 2 april').first()).toBeVisible();
	await isAccessible(regie);

	await regie.getByRole('button', { name: 'Teksten weghalen' }).click();
	for (const text of ['Eén collega kan dit.', 'Komt terug op 2 april']) {
		await regie.getByRole('button', { name: `Haal tekst weg: ${text}` }).click();
		const dialog = regie.getByRole('alertdialog');
		await dialog.getByLabel('Waarom?').fill('Een naam');
		await dialog.getByRole('button', { name: 'Haal weg' }).click();
		await expect(regie.getByText(text)).toHaveCount(0);
	}
	await expect(regie.getByText('Van een reden bij het verslag', { exact: false })).toBeVisible();
	await isAccessible(regie);
});
