import { Facilitator } from './people/facilitator.ts';
import { expect, RunHall, test } from './people/organised.ts';
import { isAccessible, newPage, pageFor, PHONE } from './people/pages.ts';
import { Participant } from './people/participant.ts';

test('an organiser invites somebody, who signs in, gets another role and is removed', async ({
	browser,
	organiser
}) => {
	const page = await pageFor(browser, organiser);
	await page.goto('/sessies');
	await page.getByRole('button', { name: /Femke Bos/ }).click();
	await page.getByRole('link', { name: 'Accounts' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts');

	const invite = page.getByRole('dialog', { name: 'Nodig iemand uit' });
	await page.getByRole('button', { name: 'Nodig iemand uit' }).click();
	await invite.getByRole('button', { name: 'Maak link' }).click();
	await expect(invite.getByText('Vul een naam in.')).toBeVisible();
	await isAccessible(page);
	await invite.getByLabel('Naam', { exact: true }).fill('Rachid Karimi');
	await invite.getByRole('button', { name: 'Maak link' }).click();
	const linkDialog = page.getByRole('dialog', { name: 'Link voor Rachid Karimi' });
	const link = await linkDialog.getByLabel('Inloglink').inputValue();
	await isAccessible(page);
	await linkDialog.getByRole('button', { name: 'Klaar' }).click();
	await expect(page.getByText('Gespreksleider, link werkt nog 7 dagen')).toBeVisible();
	await isAccessible(page);

	const rachid = await newPage(browser, organiser.origin);
	await rachid.goto(link.replace(/^http:\/\/[^/]+/, ''));
	await rachid.getByRole('button', { name: 'Log in' }).click();
	await expect(rachid.getByText('Nog geen sessies')).toBeVisible();
	expect((await rachid.goto('/accounts'))?.status()).toBe(403);
	await expect(rachid.getByRole('heading', { level: 1 })).toHaveText('Daar heb je geen rechten voor');

	await page.reload();
	await expect(page.getByText('Er staat geen uitnodiging open.')).toBeVisible();
	await page.getByRole('button', { name: /Rol van Rachid Karimi/ }).click();
	await page.getByRole('menuitem', { name: 'Organisator' }).click();
	await expect(page.getByRole('button', { name: /Rol van Rachid Karimi/ })).toContainText('Organisator');
	expect((await rachid.goto('/accounts'))?.status()).toBe(200);

	await page.getByRole('button', { name: 'Meer over Rachid Karimi' }).click();
	await page.getByRole('menuitem', { name: 'Haal weg' }).click();
	await expect(page.getByRole('button', { name: 'Haal weg' })).toBeFocused();
	await isAccessible(page);
	await page.getByRole('button', { name: 'Haal weg' }).click();
	await expect(page.getByText('Rachid Karimi is weggehaald.')).toBeVisible();
	await rachid.goto('/sessies');
	await expect(rachid).toHaveURL(/\/inloggen$/);
});

test(
	'a colleague without an account leads along by the code that the regie shows',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const hall = await RunHall.prepare(organiser);
		await hall.facilitate({ type: 'OpenDoors' });
		await hall.moveTo('bottlenecks', 'writing');
		const femke = await pageFor(browser, organiser);
		await femke.goto(`/sessies/${hall.id}/regie`);
		await femke.getByRole('button', { name: 'Overdragen' }).click();
		const dialog = femke.getByRole('dialog', { name: 'Laat iemand meeleiden of overnemen' });
		const link = await dialog.getByLabel('Link om over te nemen').inputValue();
		await isAccessible(femke);
		await dialog.getByRole('button', { name: 'Maak nieuwe code' }).click();
		await expect(dialog.getByText('De oude werkt niet meer.')).toBeVisible();
		const renewed = await dialog.getByLabel('Link om over te nemen').inputValue();
		expect(renewed).not.toBe(link);

		const marieke = await newPage(browser, organiser.origin);
		await marieke.goto(link.replace(/^http:\/\/[^/]+/, ''));
		await isAccessible(marieke);
		await marieke.getByRole('button', { name: 'Ga naar de regie' }).click();
		await expect(marieke.getByText('Vul je naam in.')).toBeVisible();
		await marieke.getByLabel('Je naam').fill('Marieke');
		await marieke.getByRole('button', { name: 'Ga naar de regie' }).click();
		await expect(marieke.getByText('Deze code werkt niet of niet meer.')).toBeVisible();
		await isAccessible(marieke);
		await marieke.getByLabel('Overnamecode').fill(new URL(renewed).hash.slice(1));
		await marieke.getByRole('button', { name: 'Ga naar de regie' }).click();
		await expect(marieke).toHaveURL(`/sessies/${hall.id}/regie`);
		await expect(marieke.getByText('Verbonden, alles bewaard')).toBeVisible();
		await expect(marieke.getByText('Leidt mee: Femke Bos')).toBeVisible();
		await expect(dialog.getByText('Leidt mee: Marieke')).toBeVisible();
		await new Facilitator(marieke).next.click();
		await hall.when(({ rounds }) => Object.values(rounds).some(({ stage }) => stage === 'sharing'));

		await dialog.getByRole('link', { name: 'Stop met leiden' }).click();
		await expect(femke).toHaveURL(/\/sessies$/);
		hall.leave();
		await expect(marieke.getByText(/^Femke Bos is weg sinds \d\d:\d\d$/)).toBeVisible({ timeout: 15_000 });
		await expect(marieke.getByText('Verbonden, alles bewaard')).toBeVisible();
		await isAccessible(marieke);
	}
);

test(
	'a participant goes on with a phone, and both devices stay the same person with the same cards',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const hall = await RunHall.prepare(organiser);
		await hall.facilitate({ type: 'ChangeAuthorVisibility', authorVisibility: 'fully-anonymous' });
		await hall.facilitate({ type: 'OpenDoors' });
		const { web, socket } = await hall.join('Anna de Wit', 'GM0014');
		socket.close();
		await hall.moveTo('bottlenecks', 'writing');
		const laptop = new Participant(await pageFor(browser, web));
		await laptop.page.goto(`/sessie/${hall.id}`);
		await laptop.isConnected();
		await laptop.write('Van de laptop');
		await laptop.page.getByRole('button', { name: /Anna de Wit/ }).click();
		await laptop.page.getByRole('button', { name: 'Verder op een ander apparaat' }).click();
		const dialog = laptop.page.getByRole('dialog', { name: 'Verder op een ander apparaat' });
		await expect(dialog.getByRole('img', { name: 'QR-code van jouw link' })).toBeVisible();
		const link = await dialog.getByRole('textbox', { name: 'Jouw link' }).inputValue();
		await isAccessible(laptop.page);
		await dialog.getByRole('button', { name: 'Sluit' }).click();

		const { web: bram } = await hall.join('Bram Öztürk', 'GM0193');
		const bramsPhone = await pageFor(browser, bram);
		await bramsPhone.goto(link.replace(/^http:\/\/[^/]+/, ''));
		await expect(bramsPhone.getByRole('heading', { level: 1 })).toHaveText(
			'Je doet hier al mee als Bram Öztürk'
		);
		await expect(bramsPhone.getByRole('button', { name: 'Ga verder als Anna de Wit' })).toBeVisible();
		await isAccessible(bramsPhone);
		await bramsPhone.getByRole('link', { name: 'Blijf Bram Öztürk' }).click();
		await expect(bramsPhone.getByRole('button', { name: /Bram Öztürk/ })).toBeVisible();

		const phone = new Participant(await newPage(browser, organiser.origin, PHONE));
		const asked: string[] = [];
		phone.page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
		await phone.page.goto(link.replace(/^http:\/\/[^/]+/, ''));
		await phone.isConnected();
		const [, key = 'no key'] = new URL(link).hash.split('.');
		expect(asked.join('\n'), 'the key goes from browser to browser only').not.toContain(key);
		await expect(phone.card('Van de laptop')).toBeVisible();
		await phone.edit('Van de laptop', 'Verbeterd op de telefoon');
		await phone.write('Van de telefoon');
		await expect(laptop.card('Verbeterd op de telefoon')).toBeVisible();
		await expect(laptop.card('Van de telefoon')).toBeVisible();
		await laptop.edit('Van de telefoon', 'Verbeterd op de laptop');
		await expect(phone.card('Verbeterd op de laptop')).toBeVisible();

		const stranger = await newPage(browser, organiser.origin, PHONE);
		await stranger.goto(link.replace(/^http:\/\/[^/]+/, ''));
		await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
		await isAccessible(stranger);
		await stranger.goto('/verder#');
		await stranger.reload();
		await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Deze link is niet compleet');
		hall.leave();
	}
);
