import type { Page } from '@playwright/test';
import type { Criterion } from '#lib/domain/vocabulary.ts';
import { CRITERIA } from '#lib/domain/vocabulary.ts';
import { NEW_IDEA } from '#lib/domain/choose/ideas.ts';
import { expect, insist, RunHall, test } from './people/organised.ts';
import { isAccessible, pageFor, PHONE } from './people/pages.ts';

const IDEAS = ['Voorbeeld van een toets', 'Vast belmoment'] as const;
const REASON = 'Wij hebben geen jurist.';

/** Anna comes for Groningen and works on a phone, Bram for Zwolle, Carla for Utrecht. */
test('the room rates ideas on value and effort and then on scaling up, talks first where it disagrees, and keeps it all', async ({
	browser,
	organiser
}) => {
	const hall = await RunHall.prepare(organiser);
	await hall.facilitate({ type: 'OpenDoors' });
	const anna = await hall.join('Anna de Wit', 'GM0014');
	const bram = await hall.join('Bram Öztürk', 'GM0193');
	const carla = await hall.join('Carla Smit', 'GM0344');
	for (const title of IDEAS)
		await hall.facilitate({ type: 'AddIdea', idea: { ...NEW_IDEA, title }, tableId: null, from: [] });
	await hall.facilitate({ type: 'AddRound', kind: 'rating', settings: null, toIndex: 0 });
	await hall.when(({ rounds }) => Object.values(rounds).some(({ kind }) => kind === 'rating'));
	await hall.moveTo('rating', 'writing');
	const given = (idea: number, criterion: Criterion, score: number, reason = '') =>
		({
			type: 'GiveRating',
			ratingId: hall.shared.ratings.at(-1)?.id ?? '',
			ideaId: hall.shared.ideas[idea]?.id ?? '',
			criterion,
			answer: { score, reason }
		}) as const;

	const regie = await pageFor(browser, organiser);
	await regie.goto(`/sessies/${hall.id}/regie`);
	const phone = await pageFor(browser, anna.web, PHONE);
	await phone.goto(`/sessie/${hall.id}`);

	await test.step('value and effort, of which nobody sees anything before closing', async () => {
		await regie.getByRole('button', { name: 'Laat de zaal beoordelen' }).click();
		await isAccessible(regie);
		await regie.getByRole('button', { name: 'Laat de zaal 2 ideeën beoordelen' }).click();
		await expect(phone.getByRole('heading', { name: 'Wat levert het op, en wat kost het?' })).toBeVisible();
		await scoreOf(phone, IDEAS[0], 'Waarde', 5).check();
		await scoreOf(phone, IDEAS[0], 'Moeite', 2).check();
		await phone.reload();
		await expect(scoreOf(phone, IDEAS[0], 'Waarde', 5)).toBeChecked();
		for (const name of ['Waarde', 'Moeite']) await scoreOf(phone, IDEAS[1], name, 1).check();
		await expect(phone.getByText('1 van 3 mensen zijn klaar')).toBeVisible();
		await isAccessible(phone);
		for (const { socket } of [bram, carla])
			for (const idea of [0, 1])
				for (const criterion of CRITERIA.worth)
					await insist(socket, given(idea, criterion, idea === 0 ? 4 : 5));
		await expect(regie.getByText('3 van 3 mensen zijn klaar').first()).toBeVisible();
		await expect(regie.getByText('4,3')).toHaveCount(0);
		await regie.getByRole('button', { name: 'Sluit de beoordeling' }).first().click();
	});

	await test.step('the result, with what the room disagrees on', async () => {
		// (5 + 4 + 4) / 3 = 4.33…, and 1, 5, 5 lie far apart
		await expect(phone.getByText('4,3')).toBeVisible();
		await expect(phone.getByText('Bespreek dit eerst.')).toBeVisible();
		const joining = phone.getByRole('group', { name: `Wil jouw gemeente meedoen? ${IDEAS[1]}` });
		await joining.getByRole('button', { name: 'Zeker' }).click();
		await expect(joining.getByRole('button', { name: 'Zeker' })).toHaveAttribute('aria-pressed', 'true');
		await expect(phone.getByText('1 gemeente wil meedoen (1 zeker)')).toBeVisible();
		await isAccessible(phone);
		await regie.getByRole('button', { name: 'Bekijk de uitslag' }).click();
		await isAccessible(regie);
		await regie.getByRole('button', { name: `Toon in de zaal: ${IDEAS[1]}` }).click();
		await expect.poll(() => hall.shared.shownRating?.ideaId).toBe(hall.shared.ideas[1]?.id);
		const screen = await pageFor(browser, organiser);
		await screen.goto(hall.screenPath);
		await expect(screen.getByRole('heading', { name: IDEAS[1] })).toBeVisible();
		await expect(screen.getByText('1 gemeente wil meedoen (1 zeker)')).toBeVisible();
		await isAccessible(screen);
		await screen.close();
	});

	await test.step('the seven questions, with keys alone', async () => {
		await regie.getByRole('radio', { name: 'Past het bij opschalen?' }).check();
		await regie.getByRole('checkbox', { name: IDEAS[1] }).uncheck();
		await regie.getByRole('button', { name: 'Laat de zaal 1 idee beoordelen' }).click();
		await expect(phone.getByRole('heading', { name: 'Is er bewijs dat het werkt?' })).toBeVisible();
		await phone.context().setOffline(true);
		await phone.keyboard.press('0');
		await phone.getByLabel('Waarom?').fill(REASON);
		await expect(phone.getByText('Wordt bewaard')).toBeVisible();
		await phone.context().setOffline(false);
		await expect(
			phone.getByText('Bewaard. Anderen zien dit pas als alle gemeenten klaar zijn.')
		).toBeVisible();
		await expect(phone.getByLabel('Waarom?'), 'an answer that arrives wipes no words').toHaveValue(REASON);
		await phone.getByLabel('Waarom?').press('Enter');
		for (const _ of CRITERIA.scaling.slice(1)) {
			await phone.keyboard.press('2');
			await phone.keyboard.press('Enter');
		}
		await expect(phone.getByText('1 van 3 gemeenten zijn klaar')).toBeVisible();
		await isAccessible(phone);
		for (const { socket } of [bram, carla])
			for (const criterion of CRITERIA.scaling) await insist(socket, given(0, criterion, 2));
		await regie.getByRole('button', { name: 'Sluit de beoordeling' }).first().click();
		await expect(phone.getByText('Lees 1 reden')).toBeVisible();
		await phone.getByText('Lees 1 reden').click();
		await expect(phone.getByText(REASON)).toBeVisible();
		await isAccessible(phone);
	});

	await regie.goto(`/sessies/${hall.id}/verslag`);
	await expect(regie.getByRole('heading', { name: 'Beoordeling 2: Past het bij opschalen?' })).toBeVisible();
	await expect(regie.getByText(REASON)).toBeVisible();
	await expect(regie.getByText('zeker: Groningen')).toBeVisible();
	await isAccessible(regie);
	hall.leave();
});

function scoreOf(page: Page, title: string, scale: string, score: number) {
	return page
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { name: title }) })
		.getByRole('group', { name: scale })
		.getByRole('radio', { name: String(score) });
}
