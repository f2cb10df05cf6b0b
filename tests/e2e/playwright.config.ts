import { defineConfig, devices } from '@playwright/test';
import { browserFlags, systemBrowser } from '../../src/lib/cli/browser.mjs';

/** Specs take `test` from tests/kit/e2e.ts, which gives every worker a real server of its own in an empty folder. */
export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	outputDir: '../../test-results',
	timeout: 120_000,
	expect: { timeout: 10_000 },
	// What running.spec.ts, the contracts and the simulation show as well is looked at in full before a release.
	grepInvert: process.env['WAAIER_RELEASE_TEST'] === '1' ? undefined : /@release/,
	forbidOnly: true,
	retries: 0,
	// Browsers draw without a graphics card: two at once on two cores take four times as long each.
	workers: 1,
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		viewport: { width: 1440, height: 900 },
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		actionTimeout: 10_000,
		// Recording every step takes a third of the time; `--trace on` records a failure that has to be seen.
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: systemBrowser(),
			// http://waaier.test stands for a laptop's address in the room: an insecure context, which localhost is not.
			args: [...browserFlags, '--host-resolver-rules=MAP waaier.test 127.0.0.1']
		}
	}
});
