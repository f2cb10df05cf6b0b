import type { Page } from '@playwright/test';
import { expect, RunHall, test } from './people/organised.ts';
import { pageFor } from './people/pages.ts';

const SECOND_MS = 1000;
/** Time enough for the word to reach every page before the mark. */
const AHEAD_MS = 1500;

/** Leaves so much of the running time. */
async function leave(hall: RunHall, leftMs: number): Promise<void> {
	const { timer } = hall.shared;
	if (timer.kind !== 'running') throw new Error('No time runs');
	const deltaMs = Math.round(Date.now() + leftMs - timer.endsAt);
	await hall.facilitate({ type: 'AdjustTimer', deltaMs });
	await hall.when((shared) => shared.timer !== timer);
}

function said(page: Page): ReturnType<Page['getByRole']> {
	return page.getByRole('status');
}

test(
	'one minute and the end are said on every page, and the tone is a choice of the device',
	{ tag: '@release' },
	async ({ browser, organiser }) => {
		const hall = await RunHall.prepare(organiser);
		await hall.facilitate({ type: 'OpenDoors' });
		const { web } = await hall.join('Anna de Wit', 'GM0014');
		await hall.moveTo('bottlenecks', 'writing');
		const open = async (path: string, visitor = organiser) => {
			const page = await pageFor(browser, visitor);
			await page.goto(path);
			return page;
		};
		const regie = await open(`/sessies/${hall.id}/regie`);
		const screen = await open(hall.screenPath);
		const anna = await open(`/sessie/${hall.id}`, web);
		await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
		await expect(anna.getByText('Verbonden', { exact: true })).toBeVisible();
		await expect(screen.getByRole('timer')).toBeVisible();

		await test.step('one minute', async () => {
			await leave(hall, 60 * SECOND_MS + AHEAD_MS);
			for (const page of [regie, anna, screen]) await expect(said(page)).toContainText('Nog 1 minuut.');
		});
		await test.step('the tone is switched on by a press, and waits for one after a reload', async () => {
			const sound = regie.getByRole('checkbox', { name: 'Geluid als de tijd om is' });
			await expect(sound).not.toBeChecked();
			await sound.check();
			await regie.reload();
			await expect(sound).toBeChecked();
			await expect(screen.getByRole('button', { name: 'Geluid als de tijd om is' })).toHaveAttribute(
				'aria-pressed',
				'false'
			);
			await expect(regie.getByText('Verbonden, alles bewaard')).toBeVisible();
			await expect(said(regie)).not.toContainText('minuut');
		});
		await test.step('the end', async () => {
			await leave(hall, AHEAD_MS);
			for (const page of [anna, screen])
				await expect(said(page)).toContainText('De tijd is om. Je kunt je zin afmaken.');
			await expect(said(regie)).toHaveText(/De tijd is om\.$/);
		});
		hall.leave();
	}
);
