import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, newPage, pageFor, PHONE } from './people/pages.ts';

test('a municipality corrects and withdraws by link what it brought in, and sees nothing of anybody else', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const anna = await hall.join('Anna de Wit', 'GM0014');
	const bram = await hall.join('Bram Öztürk', 'GM0193');
	await hall.moveTo('needs', 'writing');
	const roundId = hall.shared.currentItemId ?? '';
	for (const text of ['Een ingevulde toets', 'Meer tijd', 'Een vast belmoment'])
		await insist(anna.socket, { type: 'PostCard', roundId, text, stepId: null });
	await insist(bram.socket, { type: 'PostCard', roundId, text: 'Iets van Zwolle', stepId: null });
	await hall.facilitate({ type: 'CloseWorksession' });

	const record = await pageFor(browser, organiser);
	await record.goto(`/sessies/${hall.id}/verslag`);
	await record.getByRole('button', { name: 'Leg voor aan de gemeenten' }).click();
	await record.getByRole('button', { name: 'Maak link: Groningen' }).click();
	const url = await record.getByLabel('Link voor Groningen').inputValue();
	await isAccessible(record);

	const phone = await newPage(browser, organiser.origin, PHONE);
	const path = new URL(url).pathname;
	await phone.goto(path);
	await expect(phone.getByRole('heading', { name: 'Klopt dit, Groningen?' })).toBeVisible();
	await expect(phone.getByText('Iets van Zwolle')).toHaveCount(0);
	const about = (text: string) => phone.getByRole('group', { name: text });
	await about('Een ingevulde toets').getByRole('radio', { name: 'Verbeter' }).check();
	await phone.getByLabel('Zo is het juist').fill('Een toets met uitleg');
	await about('Meer tijd').getByRole('radio', { name: 'Trek terug' }).check();
	await expect(phone.getByText('Groningen telt hier dan niet meer mee.')).toBeVisible();
	await expect(phone.getByText('Je keuzes zijn bewaard.')).toBeVisible();
	await isAccessible(phone);
	await phone.reload();
	await expect(phone.getByLabel('Zo is het juist')).toHaveValue('Een toets met uitleg');
	await expect(about('Meer tijd').getByRole('radio', { name: 'Trek terug' })).toBeChecked();

	await phone.getByRole('button', { name: 'Verstuur antwoord' }).click();
	await expect(phone.getByRole('heading', { name: 'Dit bracht Groningen in' })).toBeVisible();
	await expect(phone.getByText('Een toets met uitleg')).toBeVisible();
	await isAccessible(phone);

	await record.reload();
	await expect(record.getByText('antwoord ontvangen')).toBeVisible();
	await expect(record.getByText('Een toets met uitleg').first()).toBeVisible();
	await expect(record.getByText('Meer tijd')).toHaveCount(0);
	await record.getByRole('button', { name: 'Maak link: Zwolle' }).click();
	await expect(record.getByLabel('Link voor Zwolle')).toBeVisible();
	expect((await phone.goto(`${path}x`))?.status()).toBe(404);
});
