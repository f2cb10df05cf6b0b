import process from 'node:process';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserFlags, systemBrowser } from './src/lib/cli/browser.mjs';
import { announcerWithoutInlineStyle } from './src/lib/cli/vite-announcer.ts';
import { realtimeInDevelopment } from './src/lib/cli/vite-realtime.ts';
import { wordsCompilerOptions } from './src/lib/i18n/compiler-options.ts';
import { checkNodeVersion } from './src/lib/server/node-version.ts';

checkNodeVersion(process.versions.node);

/** A computer that is busy with other things takes longer than five seconds for some that take one. */
const UNIT_TEST_MS_MAX = 30_000;
/** Simulated schedules and killed processes take longer than a unit test; each test bounds itself within this. */
const LONG_TEST_MS_MAX = 300_000;

/** The tests' words are compiled before they start (bootstrap step `words`): inside them the compiler would hold the end for 10 s. */
const words = process.env.VITEST === undefined ? [paraglideVitePlugin(wordsCompilerOptions)] : [];

export default defineConfig({
	plugins: [announcerWithoutInlineStyle(), realtimeInDevelopment(), ...words, sveltekit()],
	server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
	test: {
		passWithNoTests: true,
		expect: { requireAssertions: true },
		// One per core: on two cores it would be one.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					testTimeout: UNIT_TEST_MS_MAX,
					// Pure functions and things that clean up: loading everything anew for each file took as long as the tests.
					isolate: false,
					include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/{contract,kit}/**/*.test.ts'],
					exclude: ['src/**/*.{svelte,browser}.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'component',
					include: ['src/**/*.{svelte,browser}.test.ts'],
					setupFiles: ['tests/kit/component-setup.ts'],
					// The driver now and then presses a key in the frame of the file before, which is gone: no fault of what is tested.
					retry: { count: 1, condition: /Frame was detached/ },
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath: systemBrowser(), args: browserFlags }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				extends: true,
				test: {
					name: 'sim',
					environment: 'node',
					include: ['tests/sim/**/*.test.ts'],
					testTimeout: LONG_TEST_MS_MAX
				}
			},
			{
				extends: true,
				test: {
					name: 'faults',
					environment: 'node',
					include: ['tests/faults/**/*.test.ts'],
					testTimeout: LONG_TEST_MS_MAX,
					hookTimeout: LONG_TEST_MS_MAX
				}
			},
			{
				extends: true,
				test: {
					name: 'timed',
					environment: 'node',
					include: ['tests/timed/**/*.test.ts'],
					testTimeout: LONG_TEST_MS_MAX,
					hookTimeout: LONG_TEST_MS_MAX,
					// These expect a server to start or to stop within seconds; side by side on a small machine they would measure each other.
					fileParallelism: false
				}
			}
		]
	}
});
