import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Runs the named suites, in their own runners, and ends with their sum: `N passed, N failed`.
 * `--release` makes the suites that scale run at the size that a release must stand.
 */

interface Tally {
	passed: number;
	failed: number;
}

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number };
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const reports = mkdtempSync(path.join(tmpdir(), 'waaier-test-'));

function runNode(args: string[], env: Record<string, string>): number {
	const { status } = spawnSync(process.execPath, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env }
	});
	return status ?? 1;
}

function readReport(file: string): unknown {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A runner that fails without a failed test (a file that does not load, a crash) counts as one failure. */
function atLeastOne(tally: Tally, exitCode: number): Tally {
	return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function runVitest(projects: string[], env: Record<string, string>): Tally {
	if (projects.length === 0) return { passed: 0, failed: 0 };
	const file = path.join(reports, 'vitest.json');
	const selection = projects.flatMap((project) => ['--project', project]);
	const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const exitCode = runNode(['node_modules/vitest/vitest.mjs', 'run', ...selection, ...output], env);
	const report = readReport(file) as VitestReport | undefined;
	return atLeastOne({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, exitCode);
}

function runPlaywright(env: Record<string, string>): Tally {
	const file = path.join(reports, 'playwright.json');
	const args = ['--config', 'tests/e2e/playwright.config.ts', '--pass-with-no-tests', '--reporter=list,json'];
	const exitCode = runNode(['node_modules/@playwright/test/cli.js', 'test', ...args], {
		...env,
		PLAYWRIGHT_JSON_OUTPUT_NAME: file
	});
	const stats = (readReport(file) as PlaywrightReport | undefined)?.stats;
	const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
	return atLeastOne({ passed: stats?.expected ?? 0, failed }, exitCode);
}

const wanted = process.argv.slice(2);
const scale: Record<string, string> = wanted.includes('--release') ? { WAAIER_RELEASE_TEST: '1' } : {};
const projects = wanted.filter((suite) => suite !== 'e2e' && !suite.startsWith('--'));
const tallies = [runVitest(projects, scale)];
if (wanted.includes('e2e')) tallies.push(runPlaywright(scale));
rmSync(reports, { recursive: true, force: true });

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
