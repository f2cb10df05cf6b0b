// @ts-check
import { existsSync } from 'node:fs';
import process from 'node:process';

/** Where distributions put Chromium or Chrome. The one that cannot draw on a screen takes a third less time, so it goes first. */
const usualPlaces = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];

/**
 * The Chromium that the tests use: CHROMIUM_PATH, else the system's. Nothing means Playwright's own download.
 * @returns {string | undefined}
 */
export function systemBrowser() {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen !== undefined && chosen !== '') return chosen;
	return usualPlaces.find((place) => existsSync(place));
}

/** Without these Chromium refuses to run as root, or speaks to its maker's servers during a test. */
export const browserFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
