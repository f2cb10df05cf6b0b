import { expect, RunHall, test } from './people/organised.ts';
import { pageFor } from './people/pages.ts';
import { Participant } from './people/participant.ts';

const CARD = 'Geschreven zonder lijn';

test('a card that waits on the laptop of somebody who was merged into their phone arrives, also after a reload', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const laptop = await hall.join('Bram Smit', 'GM0193');
	const phone = await hall.join('Bram S.', 'GM0193');
	await hall.moveTo('bottlenecks', 'writing');
	const page = await pageFor(browser, laptop.web);
	await page.goto(`/sessie/${hall.id}`);
	const bram = new Participant(page);
	await bram.isConnected();

	await page.context().setOffline(true);
	await bram.post(CARD);
	await expect(bram.card(CARD)).toContainText('Wacht op verbinding');
	await page.goto('about:blank');
	const [fromId = '', intoId = ''] = [laptop, phone].map(({ socket }) => socket.view?.own?.participationId);
	await hall.facilitate({ type: 'MergePeople', fromId, intoId });
	await page.context().setOffline(false);
	await page.goto(`/sessie/${hall.id}`);
	await expect(bram.card(CARD)).toContainText('Bewaard');
	await phone.socket.when(({ own }) => Object.values(own?.cards ?? {}).some(({ text }) => text === CARD));
	hall.leave();
});
