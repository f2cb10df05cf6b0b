import { Participant } from './people/participant.ts';
import { expect, RunHall, test } from './people/organised.ts';

test('the room works in full on the plain address of a laptop, which browsers do not trust', async ({
	browser,
	organiser,
	server
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	await hall.moveTo('bottlenecks', 'writing');
	const context = await browser.newContext({ baseURL: `http://waaier.test:${server.port}` });
	const anna = new Participant(await context.newPage());
	await anna.join(hall.code, { name: 'Anna de Wit', municipality: 'Groningen', functionName: 'Jurist' });
	expect(await anna.page.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([false, false]);
	await anna.write('Geen grondslag', 'Te weinig tijd');
	await anna.edit('Te weinig tijd', 'Te weinig mensen');
	await anna.composer.fill('Nog niet af');
	await anna.page.reload();
	await anna.isConnected();
	await expect(anna.composer).toHaveValue('Nog niet af');
	for (const text of ['Geen grondslag', 'Te weinig mensen'])
		await expect(anna.card(text)).toContainText('Bewaard');
	await hall.when(({ rounds }, { people }) => {
		const round = Object.values(rounds).find(({ kind }) => kind === 'bottlenecks');
		return people === 1 && round?.cardCount === 2;
	});
	await context.close();
	hall.leave();
});
