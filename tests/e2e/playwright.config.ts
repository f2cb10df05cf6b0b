import { defineConfig, devices } from '@playwright/test';
import { browserFlags, systemBrowser } from '../../src/lib/cli/browser.mjs';

const isRelease = process.env['WAAIER_RELEASE_TEST'] === '1';

/** Specs take `test` from tests/kit/e2e.ts, which gives every worker a real server of its own in an empty folder. */
export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	outputDir: '../../test-results',
	timeout: 120_000,
	expect: { timeout: 10_000 },
	// What running.spec.ts, the contracts and the simulation show as well is looked at in full before a release.
	grepInvert: isRelease ? undefined : /@release/,
	forbidOnly: true,
	retries: 0,
	// Two cores carry two days beside each other; what is measured before a release has them for itself.
	workers: isRelease ? 1 : 2,
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
