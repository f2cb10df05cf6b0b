import type { Browser, BrowserContext, Page } from '@playwright/test';
import { lagProxy } from '../kit/lag-proxy.ts';
import { expect, lendCookies, RunHall, test } from './people/organised.ts';
import { spread, turnsSince, withClock } from './people/timepiece.ts';
import { Traffic } from './people/traffic.ts';

const MINUTE_MS = 60_000;
const LAG_MS = 300;
/** How far the times that people in one room see may be apart. */
const APART_MS_MAX = 250;
/** How soon after waking the time must be right. */
const RIGHT_AFTER_MS = 1000;
const DIGITS_COMPARED = 3;
/** An answer of the server to "clock": an acknowledgement with a time in it. */
const CLOCK_ANSWER = /^43\d+\[\d{13}\]$/;

/** Opens a page on a device that tells the wrong time, and waits until it has asked the server what time it is. */
async function openPage(context: BrowserContext, path: string, wrongByMs: number): Promise<Page> {
	await withClock(context, wrongByMs);
	const page = await context.newPage();
	const traffic = new Traffic(page);
	await page.goto(path);
	await expect.poll(() => traffic.framesWith(CLOCK_ANSWER).length, { timeout: 30_000 }).toBe(3);
	return page;
}

/** A participant whose device tells the wrong time. */
async function participantPage(browser: Browser, hall: RunHall, wrongByMs: number): Promise<Page> {
	const { web } = await hall.join(`Anna ${wrongByMs}`, 'GM0014');
	const context = await browser.newContext({ baseURL: web.origin });
	await lendCookies(web, context);
	return openPage(context, `/sessie/${hall.id}`, wrongByMs);
}

/** The hall screen, far away, on a device that is ahead. */
async function screenPage(browser: Browser, hall: RunHall, url: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: url });
	return openPage(context, hall.screenPath, 5 * MINUTE_MS);
}

/** Waits until all pages drew the same digits a few times from this moment on; gives how far they were apart each time. */
async function apart(pages: readonly Page[], since: number): Promise<readonly number[]> {
	let found: readonly number[] = [];
	await expect
		.poll(
			async () => {
				found = spread(await Promise.all(pages.map((page) => turnsSince(page, since))));
				return found.length;
			},
			{ intervals: [250], timeout: 10_000 }
		)
		.toBeGreaterThanOrEqual(DIGITS_COMPARED);
	return found;
}

test(
	'devices that are five minutes off, far away or just awake show the same time',
	{ tag: '@release' },
	async ({ browser, organiser, server }) => {
		const proxy = await lagProxy(server.port, LAG_MS);
		const hall = await RunHall.prepare(organiser);
		await hall.facilitate({ type: 'OpenDoors' });
		await hall.moveTo('bottlenecks', 'writing');
		const [behind, right, ahead, far] = await Promise.all([
			participantPage(browser, hall, -5 * MINUTE_MS),
			participantPage(browser, hall, 0),
			participantPage(browser, hall, 5 * MINUTE_MS),
			screenPage(browser, hall, proxy.url)
		]);
		const pages = [behind, right, ahead, far];
		for (const page of [behind, right, ahead])
			await expect(page.getByText('Verbonden', { exact: true })).toBeVisible();
		await expect(far.getByRole('timer')).toBeVisible();

		await test.step('clocks at −5, 0 and +5 minutes, and one behind a line of 300 ms', async () => {
			for (const ms of await apart(pages, Date.now())) expect(ms).toBeLessThanOrEqual(APART_MS_MAX);
		});
		await test.step('a minute of sleep on a device near and one far', async () => {
			for (const page of [ahead, far]) await page.evaluate((ms) => window.sleepFor(ms), MINUTE_MS);
			for (const ms of await apart(pages, Date.now() + RIGHT_AFTER_MS))
				expect(ms).toBeLessThanOrEqual(APART_MS_MAX);
		});
		hall.leave();
		await Promise.all(pages.map((page) => page.context().close()));
		await proxy.close();
	}
);
